package org.tokenlane.detect.sigma.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.detect.sigma.rule.Correlated;

/**
 * Finds the stretches of time in which there is enough of something. The time span slides; stretches that overlap are
 * one. Where the rule sets a limit from above, a
 * stretch begins with the first occurrence that no other holds, as otherwise the end of a crowd would look like few.
 */
final class Windows {

    private final Correlated asked;
    private final List<Occurrence> occurrences;
    private final Map<String, Integer> values = new HashMap<>();

    /** @param occurrences of one group, in time order */
    Windows(Correlated asked, List<Occurrence> occurrences) {
        this.asked = asked;
        this.occurrences = occurrences;
    }

    /** The occurrences of each stretch. */
    List<List<Occurrence>> find() {
        if (asked.type() == Correlated.Type.TEMPORAL_ORDERED) {
            return inOrder();
        }
        return asked.threshold().isOnlyFromBelow() ? sliding() : apart();
    }

    private boolean isWithin(Occurrence first, Occurrence other) {
        return asked.timespan() == Correlated.WHOLE_CASE || other.time() - first.time() <= asked.timespan();
    }

    private String counted(int i) {
        Occurrence occurrence = occurrences.get(i);
        return switch (asked.type()) {
        case EVENT_COUNT -> String.valueOf(i);
        case VALUE_COUNT -> occurrence.value();
        default -> String.valueOf(occurrence.rule());
        };
    }

    private void add(int i) {
        if (counted(i) != null) {
            values.merge(counted(i), 1, Integer::sum);
        }
    }

    private void remove(int i) {
        if (counted(i) != null) {
            values.computeIfPresent(counted(i), (value, times) -> times == 1 ? null : times - 1);
        }
    }

    private List<List<Occurrence>> sliding() {
        List<List<Occurrence>> found = new ArrayList<>();
        int end = 0;
        int from = -1;
        int to = -1;
        for (int start = 0; start < occurrences.size(); start++) {
            while (end < occurrences.size() && isWithin(occurrences.get(start), occurrences.get(end))) {
                add(end++);
            }
            if (asked.threshold().holds(values.size())) {
                if (from >= 0 && start >= to) {
                    found.add(occurrences.subList(from, to));
                    from = start;
                }
                from = from < 0 ? start : from;
                to = end;
            }
            remove(start);
        }
        if (from >= 0) {
            found.add(occurrences.subList(from, to));
        }
        return found;
    }

    private List<List<Occurrence>> apart() {
        List<List<Occurrence>> found = new ArrayList<>();
        int start = 0;
        while (start < occurrences.size()) {
            values.clear();
            int end = start;
            while (end < occurrences.size() && isWithin(occurrences.get(start), occurrences.get(end))) {
                add(end++);
            }
            if (asked.threshold().holds(values.size())) {
                found.add(occurrences.subList(start, end));
            }
            start = end;
        }
        return found;
    }

    /** The rules' hits one behind the other: from each hit of the first rule the nearest of the next, and so on. */
    private List<List<Occurrence>> inOrder() {
        List<List<Occurrence>> found = new ArrayList<>();
        int behind = 0;
        for (int start = 0; start < occurrences.size(); start++) {
            if (start < behind || occurrences.get(start).rule() != 0) {
                continue;
            }
            List<Occurrence> steps = new ArrayList<>(List.of(occurrences.get(start)));
            int at = start + 1;
            while (steps.size() < asked.rules().size() && at < occurrences.size()
                    && isWithin(occurrences.get(start), occurrences.get(at))) {
                if (occurrences.get(at).rule() == steps.size()) {
                    steps.add(occurrences.get(at));
                }
                at++;
            }
            if (steps.size() == asked.rules().size()) {
                found.add(steps);
                behind = at;
            }
        }
        return found;
    }
}

package org.tokenlane.detect.sigma.run;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.sigma.rule.Correlated;
import org.tokenlane.detect.sigma.rule.RulesTogether;

/**
 * Finds the stretches of time in which there is enough of something. The time span slides, and overlapping stretches
 * become one. Where the rule sets an upper limit, a stretch begins with the first occurrence that is not in an earlier
 * one; otherwise the end of a crowd would look like few.
 */
final class Windows {

    private final Correlated asked;
    private final List<Occurrence> occurrences;
    private final Map<String, Integer> values = new HashMap<>();
    private BigDecimal sum = BigDecimal.ZERO;
    private int numbers;

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

    /** The average of the numbers of these occurrences, of which one at least has a number. */
    static BigDecimal average(List<Occurrence> occurrences) {
        List<BigDecimal> numbers = numbers(occurrences);
        BigDecimal sum = sum(occurrences);
        return sum.divide(BigDecimal.valueOf(numbers.size()), MathContext.DECIMAL32);
    }

    static BigDecimal sum(List<Occurrence> occurrences) {
        return numbers(occurrences).stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static List<BigDecimal> numbers(List<Occurrence> occurrences) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (Occurrence occurrence : occurrences) {
            BigDecimal number = occurrence.number();
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }

    private boolean isWithin(Occurrence first, Occurrence other) {
        return asked.timespan() == Correlated.WHOLE_CASE || other.time() - first.time() <= asked.timespan();
    }

    private boolean isEnough() {
        return switch (asked.type()) {
        case VALUE_SUM -> numbers > 0 && asked.threshold().holds(sum);
        case VALUE_AVG -> numbers > 0
                && asked.threshold().holds(sum.divide(BigDecimal.valueOf(numbers), MathContext.DECIMAL64));
        default -> asked.together() instanceof RulesTogether together
                ? together.holds(rule -> values.containsKey(String.valueOf(rule)))
                : asked.threshold().holds(values.size());
        };
    }

    private @Nullable String counted(int i) {
        Occurrence occurrence = occurrences.get(i);
        return switch (asked.type()) {
        case EVENT_COUNT -> String.valueOf(i);
        case VALUE_COUNT, VALUE_SUM, VALUE_AVG -> occurrence.value();
        case TEMPORAL, TEMPORAL_ORDERED -> String.valueOf(occurrence.rule());
        };
    }

    private void add(int i) {
        String counted = counted(i);
        if (counted != null) {
            values.merge(counted, 1, Integer::sum);
        }
        BigDecimal number = occurrences.get(i).number();
        if (number != null) {
            sum = sum.add(number);
            numbers++;
        }
    }

    private void remove(int i) {
        String counted = counted(i);
        if (counted != null) {
            values.computeIfPresent(counted, (value, times) -> times == 1 ? null : times - 1);
        }
        BigDecimal number = occurrences.get(i).number();
        if (number != null) {
            sum = sum.subtract(number);
            numbers--;
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
            if (isEnough()) {
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
            sum = BigDecimal.ZERO;
            numbers = 0;
            int end = start;
            while (end < occurrences.size() && isWithin(occurrences.get(start), occurrences.get(end))) {
                add(end++);
            }
            if (isEnough()) {
                found.add(occurrences.subList(start, end));
            }
            start = end;
        }
        return found;
    }

    /** The rules' hits one after another: from each hit of the first rule the nearest of the next, and so on. */
    private List<List<Occurrence>> inOrder() {
        List<List<Occurrence>> found = new ArrayList<>();
        int after = 0;
        for (int start = 0; start < occurrences.size(); start++) {
            if (start < after || occurrences.get(start).rule() != 0) {
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
                after = at;
            }
        }
        return found;
    }
}

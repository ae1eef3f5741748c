package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Selects the key events of a picture from all that deserve to be named. There is room for {@value #MOST}; fewer are
 * all named. Of more, the first of each rank comes first, the lowest rank before the others: it decides most. What
 * room is left goes to the one that is farthest in time from all that are selected, again and again, so that the
 * names are well spread. Nothing depends on the order in which they are given: where two are equal, the lower rank,
 * the earlier time and the lower number of the event decide.
 */
final class KeyEventChoice {

    /** The key events of a picture. */
    static final int MOST = 10;

    private static final Comparator<Candidate> ORDER = Comparator.comparingInt(Candidate::rank)
            .thenComparingLong(one -> one.event().time()).thenComparingInt(Candidate::number);

    /**
     * What may be a key event.
     *
     * @param rank
     *            of the kind of event; the lowest decides most
     * @param lesser
     *            whether it is nothing of its own where one of a lower rank has its event, such as the last act
     */
    record Candidate(int rank, KeyEvent event, boolean lesser) {

        private int number() {
            return event.events().isEmpty() ? -1 : event.events().getFirst();
        }
    }

    /**
     * What was selected.
     *
     * @param events
     *            in the order of time
     * @param more
     *            how many there was no room for
     */
    record Chosen(List<KeyEvent> events, int more) {
    }

    private KeyEventChoice() {
    }

    static Chosen of(List<Candidate> candidates) {
        return of(candidates, MOST);
    }

    /** The same where there is room for another number. */
    static Chosen of(List<Candidate> candidates, int most) {
        List<Candidate> different = different(candidates);
        List<Candidate> chosen = new ArrayList<>();
        List<Candidate> rest = new ArrayList<>();
        Set<Integer> ranks = new HashSet<>();
        for (Candidate one : different) {
            (chosen.size() < most && ranks.add(one.rank()) ? chosen : rest).add(one);
        }
        while (chosen.size() < most && !rest.isEmpty()) {
            Candidate farthest = rest.getFirst();
            for (Candidate one : rest) {
                farthest = distance(one, chosen) > distance(farthest, chosen) ? one : farthest;
            }
            chosen.add(farthest);
            rest.remove(farthest);
        }
        return new Chosen(chosen.stream().sorted(Comparator.<Candidate> comparingLong(one -> one.event().time())
                .thenComparing(ORDER)).map(Candidate::event).toList(), rest.size());
    }

    private static List<Candidate> different(List<Candidate> candidates) {
        Set<Integer> named = new HashSet<>();
        return candidates.stream().sorted(ORDER)
                .filter(one -> named.addAll(one.event().events()) || !one.lesser()).toList();
    }

    private static long distance(Candidate one, List<Candidate> chosen) {
        return chosen.stream().mapToLong(other -> Math.abs(other.event().time() - one.event().time())).min()
                .orElse(Long.MAX_VALUE);
    }
}

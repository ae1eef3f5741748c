package org.tokenlane.timeline;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key event that a timeline shows as a line through all lanes.
 *
 * @param time
 *            nanoseconds since 1970, UTC
 * @param label
 *            what happened, in a few words
 * @param words
 *            what happened, to what and by whom, in a sentence
 * @param hostile
 *            whether it was the attacker's; otherwise it was done against the attacker, or it is not known whose it was
 * @param proof
 *            the file and line of the record that proves it
 * @param events
 *            the numbers of the events that prove it
 */
public record Moment(long time, String label, String words, boolean hostile, String proof, List<Integer> events) {

    public Moment {
        events = List.copyOf(events);
    }

    /** The one nearest to a pixel of the lanes, within some pixels of it; null where there is none. */
    public static @Nullable Moment nearest(List<Moment> moments, TimeScale scale, double x, double within) {
        return moments.stream().filter(moment -> Math.abs(scale.x(moment.time()) - x) <= within)
                .min(Comparator.comparingDouble(moment -> Math.abs(scale.x(moment.time()) - x))).orElse(null);
    }
}

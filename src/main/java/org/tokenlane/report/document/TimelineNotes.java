package org.tokenlane.report.document;

import java.util.List;
import org.tokenlane.detect.hands.Party;

/**
 * What is known beyond the events that a timeline shows.
 *
 * @param parties
 *            whose hands each origin was in, by the index of the origin; empty where that was not asked
 * @param moments
 *            the key events, in order of time; each gets a numbered line
 */
public record TimelineNotes(List<Party> parties, List<Moment> moments) {

    public static final TimelineNotes NONE = new TimelineNotes(List.of(), List.of());

    public TimelineNotes {
        parties = List.copyOf(parties);
        moments = List.copyOf(moments);
    }

    /**
     * A key event.
     *
     * @param time
     *            nanoseconds since 1970, UTC
     * @param hostile
     *            whether it was the attacker's; otherwise it was done against the attacker, or it is not known whose
     *            it was
     */
    public record Moment(long time, String words, boolean hostile) {
    }
}

package org.tokenlane.timeline;

import java.util.List;

/**
 * One lane: its events in time order, as arrays that belong together.
 *
 * @param name
 *            what stands before the lane
 * @param detail
 *            a second, smaller line, or empty
 * @param events
 *            the events' numbers
 * @param times
 *            their times, in nanoseconds since 1970, UTC
 * @param origins
 *            the index of each one's origin
 * @param marks
 *            what each is drawn as, a {@link Mark}'s ordinal
 * @param bars
 *            stretches of time, such as a token's life
 */
public record Lane(String name, String detail, int[] events, long[] times, byte[] origins, byte[] marks,
        List<Bar> bars) {

    /** A stretch of time in a lane, in nanoseconds since 1970, UTC. */
    public record Bar(long from, long to, int origin) {
    }

    /** What an event is drawn as; where several are one mark, the last of these counts. */
    public enum Mark {
        /** It only follows from a rule that the event belongs here. */
        INFERRED,
        OPERATION,
        SIGN_IN,
        FAILURE
    }
}

package org.tokenlane.detect.answer;

import java.util.List;
import org.tokenlane.model.event.AuditEvent;

/**
 * A time by which an incident is measured.
 *
 * @param time
 *            in nanoseconds since 1970, UTC, or {@code NO_TIME} where the logs do not show it
 * @param words
 *            a sentence with the time, or on that it is not known
 * @param events
 *            the events that prove it; none where it is calculated from several or not known
 */
public record KeyTime(Kind kind, long time, String words, List<Integer> events) {

    /** What a time is of, in the order in which they are stated. */
    public enum Kind {
        FIRST_ACCESS,
        LAST_ACT,
        DETECTED,
        /** When the first record of the attacker was in a log. */
        LOG_ARRIVED,
        CONTAINED
    }

    public KeyTime {
        events = List.copyOf(events);
    }

    public boolean isKnown() {
        return time != AuditEvent.NO_TIME;
    }

    /** Whether it is of something that the attacker did; otherwise of something that was done against the attacker. */
    public boolean isAttackers() {
        return kind == Kind.FIRST_ACCESS || kind == Kind.LAST_ACT;
    }
}

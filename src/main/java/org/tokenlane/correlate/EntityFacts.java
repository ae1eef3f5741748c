package org.tokenlane.correlate;

import java.util.List;
import org.tokenlane.model.event.EventField;

/**
 * What the case knows of one user, address, app, device, session, token or other value.
 *
 * @param events
 *            how many events have it
 * @param undated
 *            how many of them have no time
 * @param first
 *            when it was seen first, in nanoseconds since 1970, UTC, or {@code AuditEvent.NO_TIME}
 * @param last
 *            when it was seen last
 * @param seenWith
 *            what else these events have
 */
public record EntityFacts(int events, int undated, long first, long last, List<SeenWith> seenWith) {

    public EntityFacts {
        seenWith = List.copyOf(seenWith);
    }

    /**
     * The values of another field among the same events.
     *
     * @param distinct
     *            how many there are
     * @param commonest
     *            some of them, the commonest first
     */
    public record SeenWith(EventField field, int distinct, List<Count> commonest) {

        public SeenWith {
            commonest = List.copyOf(commonest);
        }
    }

    /** A value and how many of the events have it. */
    public record Count(String value, int events) {
    }
}

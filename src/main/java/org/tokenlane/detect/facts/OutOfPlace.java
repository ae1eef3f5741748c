package org.tokenlane.detect.facts;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.query.CaseEvents;

/** The events that do not fit the other events of their users. Never changes; safe for several threads. */
final class OutOfPlace {

    private final CaseEvents events;
    private final Addresses addresses;
    private final SignInHistory history;
    private final BitSet outOfPlace = new BitSet();
    private final Map<Integer, Long> suspicionAt = new HashMap<>();
    private final Map<Integer, Long> suspicionOf = new HashMap<>();

    OutOfPlace(CaseEvents events, Addresses addresses, SignInHistory history) {
        this.events = events;
        this.addresses = addresses;
        this.history = history;
        read();
    }

    /**
     * Of two events of one user that are too far apart for the time between them, the one at the place with the shorter
     * history is out of place; so is a sign-in that names a device but runs on another operating system than it.
     */
    private void read() {
        Map<Integer, Integer> lastOfUser = new HashMap<>();
        for (int event = 0; event < events.size(); event++) {
            if (history.user(event) == 0 || events.time(event) == AuditEvent.NO_TIME || !shows(event)) {
                continue;
            }
            Addresses.Address here = addresses.telling(event);
            if (history.isOnOtherSystem(event)) {
                add(event);
            }
            if (here == null || here.country() == null || here.fact().mobile() || here.fact().isSharedExit()) {
                continue;
            }
            Integer before = lastOfUser.put(history.user(event), event);
            if (before != null && !Journeys.isPossible(addresses.of(before), here,
                    events.time(event) - events.time(before))) {
                int odd = history.isBound(before) ? event
                        : history.isBound(event) || isLessKnown(before, event) ? before : event;
                if (!history.isBound(odd)) {
                    add(odd);
                }
            }
        }
    }

    private boolean shows(int event) {
        return events.kind(event).isSignIn() ? events.result(event) == EventResult.SUCCESS
                : events.kind(event).isOperation();
    }

    private boolean isLessKnown(int one, int other) {
        long day = Math.min(history.day(one), history.day(other));
        int first = history.daysInRange(one, day);
        int second = history.daysInRange(other, day);
        return first != second ? first < second
                : history.daysInRange(one, Long.MAX_VALUE) < history.daysInRange(other, Long.MAX_VALUE);
    }

    private void add(int event) {
        outOfPlace.set(event);
        suspicionOf.merge(history.user(event), events.time(event), Math::min);
        // a person who signs in on a known device may just have switched a VPN on
        if (!isInteractiveOnDevice(event) && history.range(event) != 0) {
            suspicionAt.merge(history.range(event), events.time(event), Math::min);
        }
    }

    private boolean isInteractiveOnDevice(int event) {
        return history.mayBeInteractive(event) && history.device(event) != null && !history.isOnOtherSystem(event);
    }

    /** Tells whether the event is one of them. */
    boolean has(int event) {
        return outOfPlace.get(event);
    }

    /** The user's first event that is out of place, as a time; {@link Long#MAX_VALUE} for none. */
    long suspicion(int event) {
        return suspicionOf.getOrDefault(history.user(event), Long.MAX_VALUE);
    }

    /** The time of the first event in the range of the event's address that is out of place; or the highest number. */
    long suspicionAt(int event) {
        return suspicionAt.getOrDefault(history.range(event), Long.MAX_VALUE);
    }
}

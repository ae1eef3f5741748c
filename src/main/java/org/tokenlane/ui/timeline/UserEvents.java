package org.tokenlane.ui.timeline;

import java.util.BitSet;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.ui.state.OpenCase;

/** Finds the events of all sessions of a user. */
final class UserEvents {

    private UserEvents() {
    }

    /** All events of the sessions that have one of the session's users. */
    static int[] ofUsersIn(OpenCase open, String session) {
        Correlation correlation = open.correlation();
        BitSet users = new BitSet();
        for (int event : correlation.eventsOfSession(correlation.sessionCode(session))) {
            users.set(open.events().code(EventField.UPN, event));
        }
        users.clear(0);
        BitSet events = new BitSet();
        IntColumn upns = open.events().codes(EventField.UPN);
        BitSet sessions = new BitSet();
        for (int event = 0; event < upns.size(); event++) {
            if (users.get(upns.get(event))) {
                sessions.set(correlation.session(event));
            }
        }
        sessions.clear(0);
        sessions.stream().forEach(code -> {
            for (int event : correlation.eventsOfSession(code)) {
                events.set(event);
            }
        });
        return events.stream().toArray();
    }
}

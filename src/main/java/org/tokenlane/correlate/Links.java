package org.tokenlane.correlate;

import java.util.Arrays;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.store.KeptLinks;

/** The links in the making, by event. */
record Links(int[] tokens, int[] sessions, LinkRule[] rules) {

    static Links none(int events) {
        LinkRule[] rules = new LinkRule[events];
        Arrays.fill(rules, LinkRule.NONE);
        return new Links(new int[events], new int[events], rules);
    }

    void unlink(int event) {
        tokens[event] = 0;
        sessions[event] = 0;
        rules[event] = LinkRule.NONE;
    }

    /** Takes the links that the event's records had. */
    void restore(int event, KeptLinks kept, int row) {
        tokens[event] = kept.tokens()[row];
        sessions[event] = kept.sessions()[row];
        rules[event] = LinkRule.of(kept.rules()[row]);
    }

    KeptLinks toKeep(CaseEvents events) {
        int[] upns = events.codes(EventField.UPN);
        KeptLinks kept = new KeptLinks(new int[events.rows()], new int[events.rows()], new int[events.rows()],
                new int[events.rows()], new int[events.rows()]);
        for (int event = 0; event < events.size(); event++) {
            int[] rows = events.rowsOf(event);
            for (int row : rows) {
                kept.firstRows()[row] = rows[0];
                kept.tokens()[row] = tokens[event];
                kept.sessions()[row] = sessions[event];
                kept.upns()[row] = upns[event];
                kept.rules()[row] = rules[event].code();
            }
        }
        return kept;
    }
}

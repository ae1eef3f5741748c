package org.tokenlane.correlate;

import java.util.Arrays;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.store.KeptLinks;

/** The links in the making, by event. */
final class Links {

    private final IntColumn tokens;
    private final IntColumn sessions;
    /** The codes of the rules. */
    private final byte[] rules;

    private Links(int events) {
        tokens = new IntColumn(events);
        sessions = new IntColumn(events);
        rules = new byte[events];
        Arrays.fill(rules, (byte) LinkRule.NONE.code());
    }

    static Links none(int events) {
        return new Links(events);
    }

    IntColumn tokens() {
        return tokens;
    }

    IntColumn sessions() {
        return sessions;
    }

    /** The codes of the rules by event. */
    byte[] rules() {
        return rules;
    }

    int token(int event) {
        return tokens.get(event);
    }

    int session(int event) {
        return sessions.get(event);
    }

    LinkRule rule(int event) {
        return LinkRule.of(rules[event]);
    }

    void token(int event, int token) {
        tokens.set(event, token);
    }

    void session(int event, int session) {
        sessions.set(event, session);
    }

    void rule(int event, LinkRule rule) {
        rules[event] = (byte) rule.code();
    }

    void unlink(int event) {
        link(event, 0, 0, LinkRule.NONE);
    }

    void link(int event, int token, int session, LinkRule rule) {
        token(event, token);
        session(event, session);
        rule(event, rule);
    }

    /** Takes the links that the event's records had. */
    void restore(int event, KeptLinks kept, int row) {
        link(event, kept.tokens().get(row), kept.sessions().get(row), LinkRule.of(kept.rules().get(row)));
    }

    KeptLinks toKeep(CaseEvents events) {
        IntColumn upns = events.codes(EventField.UPN);
        KeptLinks kept = KeptLinks.none(events.rows());
        for (int event = 0; event < events.size(); event++) {
            int[] rows = events.rowsOf(event);
            for (int row : rows) {
                kept.firstRows().set(row, rows[0]);
                kept.tokens().set(row, token(event));
                kept.sessions().set(row, session(event));
                kept.upns().set(row, upns.get(event));
                kept.rules().set(row, rules[event]);
            }
        }
        return kept;
    }
}

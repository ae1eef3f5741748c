package org.tokenlane.cli;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.LinkedEvents;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.identity.SessionId;
import org.tokenlane.query.FilterEvaluator;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The events of sessions, tokens and users, as options name them, that fit a filter too. */
final class ExposureChoice {

    @Option(names = "--session", paramLabel = "SID")
    private List<String> sessions = new ArrayList<>();

    @Option(names = "--token", paramLabel = "UTI")
    private List<String> tokens = new ArrayList<>();

    @Option(names = "--user", paramLabel = "UPN")
    private List<String> users = new ArrayList<>();

    @Mixin
    private FilterWords filter;

    BitSet events(CaseFile caseFile, Correlation correlation) {
        BitSet chosen = EventChoice.of(filter.words(), caseFile, correlation);
        for (String session : sessions) {
            sessionCode(correlation, session);
        }
        and(chosen, sessions, CliText.NO_EVENT_OF_SESSION,
                chosen(correlation, FilterField.SESSION, sessions));
        and(chosen, tokens, CliText.NO_EVENT_OF_TOKEN,
                chosen(correlation, FilterField.TOKEN, tokens));
        BitSet ofUsers = chosen(correlation, FilterField.UPN, users);
        ofUsers.or(chosen(correlation, FilterField.OBJECT_ID, users));
        and(chosen, users, CliText.NO_EVENT_OF_USER, ofUsers);
        return chosen;
    }

    /** What was selected, for the audit trail; empty for everything. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        sessions.forEach(session -> words.add(CliText.SELECTED_SESSION.text(session)));
        tokens.forEach(token -> words.add(CliText.SELECTED_TOKEN.text(token)));
        users.forEach(user -> words.add(CliText.SELECTED_USER.text(user)));
        words.addAll(filter.detail());
        return words;
    }

    /** The session's code; fails with a sentence where no event belongs to it. */
    static int sessionCode(Correlation correlation, String session) {
        SessionId id = SessionId.of(session);
        int code = id == null ? 0 : correlation.sessionCode(id.value());
        if (code == 0 || correlation.eventsOfSession(code).length == 0) {
            throw new CommandFailure(CliText.NO_EVENT_OF_SESSION.with(session));
        }
        return code;
    }

    private static void and(BitSet chosen, List<String> values, CliText nothing, BitSet more) {
        if (!values.isEmpty()) {
            if (more.isEmpty()) {
                throw new CommandFailure(nothing.with(String.join(", ", values)));
            }
            chosen.and(more);
        }
    }

    private static BitSet chosen(Correlation correlation, FilterField field, List<String> values) {
        return new FilterEvaluator(new LinkedEvents(correlation)).events(new Filter.FieldIs(field, values));
    }
}

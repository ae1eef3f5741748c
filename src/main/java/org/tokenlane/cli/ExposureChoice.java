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
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The events of sessions, tokens and users, as options name them, that fit a filter too. */
final class ExposureChoice {

    @Option(names = "--session", paramLabel = "SID", description = "Only events of this session; may be given several times.")
    private List<String> sessions = new ArrayList<>();

    @Option(names = "--token", paramLabel = "UTI", description = "Only events made with this token; may be given several times.")
    private List<String> tokens = new ArrayList<>();

    @Option(names = "--user", paramLabel = "UPN", description = "Only events of this user; may be given several times.")
    private List<String> users = new ArrayList<>();

    @Parameters(arity = "0..*", paramLabel = "FILTER", description = "Such as: after:2026-09-10 -ip:192.0.2.0/24")
    private List<String> filter = new ArrayList<>();

    BitSet events(CaseFile caseFile, Correlation correlation) {
        BitSet chosen = EventChoice.of(filter, caseFile, correlation);
        for (String session : sessions) {
            sessionCode(correlation, session);
        }
        and(chosen, sessions, "No event of this case belongs to a session",
                chosen(correlation, FilterField.SESSION, sessions));
        and(chosen, tokens, "No event of this case was made with a token",
                chosen(correlation, FilterField.TOKEN, tokens));
        BitSet ofUsers = chosen(correlation, FilterField.UPN, users);
        ofUsers.or(chosen(correlation, FilterField.OBJECT_ID, users));
        and(chosen, users, "No event of this case is of a user", ofUsers);
        return chosen;
    }

    /** What was selected, for the audit trail; begins with a comma where it is not everything. */
    String words() {
        return words("session", sessions) + words("token", tokens) + words("user", users)
                + (filter.isEmpty() ? "" : ", filter " + String.join(" ", filter));
    }

    private static String words(String kind, List<String> values) {
        return values.isEmpty() ? "" : ", " + kind + " " + String.join(", ", values);
    }

    /** The session's code; fails with a sentence where no event belongs to it. */
    static int sessionCode(Correlation correlation, String session) {
        SessionId id = SessionId.of(session);
        int code = id == null ? 0 : correlation.sessionCode(id.value());
        if (code == 0 || correlation.eventsOfSession(code).length == 0) {
            throw new CommandFailure("No event of this case belongs to a session “" + session
                    + "”. “search” finds the id wherever else it stands.");
        }
        return code;
    }

    private static void and(BitSet chosen, List<String> values, String nothing, BitSet more) {
        if (!values.isEmpty()) {
            if (more.isEmpty()) {
                throw new CommandFailure(
                        nothing + " “" + String.join("”, “", values) + "”. “search” finds it wherever else it stands.");
            }
            chosen.and(more);
        }
    }

    private static BitSet chosen(Correlation correlation, FilterField field, List<String> values) {
        return new FilterEvaluator(new LinkedEvents(correlation)).events(new Filter.FieldIs(field, values));
    }
}

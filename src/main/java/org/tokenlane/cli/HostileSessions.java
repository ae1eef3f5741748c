package org.tokenlane.cli;

import java.util.List;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.store.CaseFile;

/** The sessions that are hostile where a command names none. */
final class HostileSessions {

    private HostileSessions() {
    }

    /**
     * The codes of the sessions with events that the analyst marked malicious; fails with a sentence where there are
     * none.
     */
    static List<Integer> marked(CaseFile caseFile, Correlation correlation) {
        List<Integer> sessions = correlation.sessionsAmong(MarkedEvents.of(caseFile, correlation).hostile()).stream()
                .boxed().toList();
        if (sessions.isEmpty()) {
            throw new CommandFailure(CliText.NOTHING_MALICIOUS.with());
        }
        return sessions;
    }
}

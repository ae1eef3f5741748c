package org.tokenlane.cli;

import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.identity.SessionId;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "session", mixinStandardHelpOptions = true)
final class SessionCommand extends CaseCommand {

    @Parameters(paramLabel = "SID")
    private String sessionId;

    @Override
    int run(CaseFile caseFile) {
        Correlation correlation = correlate(caseFile);
        SessionId id = SessionId.of(sessionId);
        int session = id == null ? 0 : correlation.sessionCode(id.value());
        if (session == 0 || correlation.eventsOfSession(session).length == 0) {
            throw new CommandFailure(CliText.NO_EVENT_OF_SESSION.with(sessionId));
        }
        SessionText text = new SessionText(correlation, detect(caseFile, correlation), enrichment());
        if (json()) {
            output().json(text.wholeSession(session));
        } else {
            text.tree(session).forEach(output()::value);
        }
        return DONE;
    }
}

package org.tokenlane.lake;

import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "session", mixinStandardHelpOptions = true)
final class SessionCommand extends LakeQueryCommand {

    @Parameters(paramLabel = "SID")
    private String sessionId;

    @Override
    public Integer call() throws IOException {
        Map<String, Object> session = new LakeQueries(lake()).session(sessionId);
        if (session == null) {
            throw new LakeException(LakeText.NO_EVENT_OF_SESSION.with(sessionId));
        }
        Json.print(parent().out(), session);
        return LakeCommand.DONE;
    }
}

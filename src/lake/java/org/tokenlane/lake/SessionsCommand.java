package org.tokenlane.lake;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.Command;

@Command(name = "sessions", mixinStandardHelpOptions = true)
final class SessionsCommand extends LakeQueryCommand {

    @Override
    public Integer call() throws IOException {
        List<String> sessions = new LakeQueries(lake()).sessions();
        parent().out().println("[" + String.join(",\n", sessions) + "]");
        return LakeCommand.DONE;
    }
}

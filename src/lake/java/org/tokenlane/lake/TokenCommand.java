package org.tokenlane.lake;

import java.io.IOException;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "token", mixinStandardHelpOptions = true)
final class TokenCommand extends LakeQueryCommand {

    @Parameters(paramLabel = "UTI")
    private String uti;

    @Override
    public Integer call() throws IOException {
        Map<String, Object> token = new LakeQueries(lake()).token(uti);
        if (token == null) {
            throw new LakeException(LakeText.NO_EVENT_OF_TOKEN.with(uti));
        }
        Json.print(parent().out(), token);
        return LakeCommand.DONE;
    }
}

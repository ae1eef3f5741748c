package org.tokenlane.lake;

import java.io.IOException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "find", mixinStandardHelpOptions = true)
final class FindCommand extends LakeQueryCommand {

    @Parameters(paramLabel = "VALUE")
    private String value;

    @Override
    public Integer call() throws IOException {
        if (value.isBlank()) {
            throw new LakeException(LakeText.FIND_NEEDS_VALUE.with());
        }
        new LakeQueries(lake()).find(value).forEach(answer -> parent().out().println(Json.line(answer)));
        return LakeCommand.DONE;
    }
}

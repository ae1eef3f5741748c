package org.tokenlane.lake;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "hunt", mixinStandardHelpOptions = true)
final class HuntCommand extends LakeQueryCommand {

    @Parameters(paramLabel = "NAME", arity = "0..1")
    private @Nullable String name;

    @Option(names = "--value", paramLabel = "VALUE")
    private @Nullable String value;

    @Option(names = "--sql", paramLabel = "QUERY")
    private @Nullable String sql;

    @Option(names = "--limit", paramLabel = "ROWS", defaultValue = "1000")
    private int limit;

    @Override
    public Integer call() throws IOException {
        if (name == null && sql == null) {
            Hunts.shipped().values().forEach(hunt -> parent().out().println(LakeText.HUNT.text(hunt.name(),
                    hunt.title())));
            return LakeCommand.DONE;
        }
        String query = sql;
        if (query == null) {
            Hunts.Hunt hunt = Hunts.shipped().get(name);
            if (hunt == null) {
                throw new LakeException(LakeText.NO_SUCH_HUNT.with(String.valueOf(name)));
            }
            if (hunt.needsValue() && value == null) {
                throw new LakeException(LakeText.HUNT_NEEDS_VALUE.with(hunt.name()));
            }
            query = hunt.sql();
        }
        Hunts.run(lake(), query, value).limit(limit).toJSON().collectAsList().forEach(parent().out()::println);
        return LakeCommand.DONE;
    }
}

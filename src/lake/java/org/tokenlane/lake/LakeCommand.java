package org.tokenlane.lake;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.apache.spark.sql.SparkSession;
import org.tokenlane.model.text.Language;
import org.tokenlane.model.text.ShownException;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands on a lake. Exit code 0: done; 1: failed, with one line that says why; 2: wrong usage. */
@Command(name = "tokenlane-lake", mixinStandardHelpOptions = true)
public final class LakeCommand implements Callable<Integer> {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    private static final String LANGUAGE = "TOKENLANE_LANGUAGE";

    private final PrintWriter out;
    private final PrintWriter err;
    private final Supplier<SparkSession> spark;

    LakeCommand(PrintWriter out, PrintWriter err, Supplier<SparkSession> spark) {
        this.out = out;
        this.err = err;
        this.spark = spark;
    }

    /** What {@code spark-submit} runs. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, java.nio.charset.StandardCharsets.UTF_8);
        Language.choose(language(System.getenv(), Locale.getDefault()));
        SparkSession[] opened = new SparkSession[1];
        int code = new LakeCommand(out, err, () -> opened[0] = session()).run(arguments);
        out.flush();
        err.flush();
        if (opened[0] != null) {
            opened[0].stop();
        }
        if (code != DONE) {
            System.exit(code);
        }
    }

    /** The language of what the commands print, as the workbench has it: that of the variable, else the machine's. */
    static Language language(Map<String, String> environment, Locale system) {
        return Language.of(environment.getOrDefault(LANGUAGE, "")).or(() -> Language.of(system.toLanguageTag()))
                .orElse(Language.ENGLISH);
    }

    private static SparkSession session() {
        return settings(SparkSession.builder().appName("Tokenlane lake")).getOrCreate(); // not for people
    }

    /**
     * What the lake's columns need, whatever the cluster's own settings are. Spark makes one method of so many columns,
     * which the virtual machine never compiles where it has more than 8,000 bytes: Spark is told to divide it then.
     */
    static SparkSession.Builder settings(SparkSession.Builder builder) {
        return builder.config("spark.sql.codegen.hugeMethodLimit", "8000")
                .config("spark.sql.caseSensitive", "true").config("spark.sql.session.timeZone", "UTC")
                .config("spark.sql.sources.partitionColumnTypeInference.enabled", "false")
                .config("spark.sql.adaptive.enabled", "true");
    }

    SparkSession spark() {
        return spark.get();
    }

    PrintWriter out() {
        return out;
    }

    PrintWriter err() {
        return err;
    }

    /** All commands with their descriptions in the language that holds now. */
    CommandLine commands() {
        CommandLine commands = new CommandLine(this);
        List.of(new IndexCommand(), new SessionsCommand(), new SessionCommand(), new TokenCommand(), new FindCommand(),
                new CarveCommand(), new HuntCommand())
                .forEach(commands::addSubcommand);
        commands.setResourceBundle(Language.current().bundle(LakeCommand.class));
        return commands;
    }

    /** Runs one command and gives its exit code. */
    int run(String... arguments) {
        CommandLine commands = commands();
        commands.setOut(out);
        commands.setErr(err);
        commands.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception));
        int code = commands.execute(arguments);
        out.flush();
        err.flush();
        return code;
    }

    private int failed(Exception exception) {
        if (exception instanceof ShownException shown) {
            err.println(shown.shown());
        } else if (exception instanceof IOException io) {
            err.println(LakeText.UNREADABLE.text(String.valueOf(io.getMessage())));
        } else {
            exception.printStackTrace(err);
            err.println(LakeText.FAILED.text(String.valueOf(exception.getMessage())));
        }
        return FAILED;
    }

    @Override
    public Integer call() {
        new CommandLine(this).usage(err);
        return WRONG_USAGE;
    }
}

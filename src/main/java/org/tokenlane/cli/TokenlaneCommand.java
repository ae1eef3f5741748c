package org.tokenlane.cli;

import java.io.PrintWriter;
import java.io.Writer;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Language;
import org.tokenlane.model.text.ShownException;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.CaseFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program on the command line. Exit code 0: done; 1: failed, with one line that says why; 2: wrong usage. */
@Command(name = "tokenlane", mixinStandardHelpOptions = true, versionProvider = TokenlaneCommand.Version.class)
public final class TokenlaneCommand implements Callable<Integer> {

    private static final Logger LOG = System.getLogger(TokenlaneCommand.class.getName());

    @Option(names = "--library", paramLabel = "FILE", scope = ScopeType.INHERIT)
    private @Nullable Path chosenLibrary;

    private @Nullable Path library;
    private Map<String, String> environment = System.getenv();

    @Spec
    private CommandSpec spec;

    private final Output output;
    private final @Nullable Path log;

    /**
     * @param log
     *            the file that details of failures go to, or null where there is none
     */
    public TokenlaneCommand(PrintWriter out, PrintWriter err, @Nullable Path log) {
        this.output = new Output(out, err);
        this.log = log;
    }

    /** Recognizes what the analyst's library in this file holds; without one, nothing is recognized. */
    public TokenlaneCommand withLibrary(Path file) {
        library = file;
        return this;
    }

    /** Takes variables from here instead of from the process. */
    TokenlaneCommand withEnvironment(Map<String, String> variables) {
        environment = variables;
        return this;
    }

    Map<String, String> environment() {
        return environment;
    }

    @Nullable
    Path library() {
        return chosenLibrary != null ? chosenLibrary : library;
    }

    /** Runs one command and gives its exit code. */
    public int run(String... arguments) {
        CommandLine commands = new CommandLine(this);
        Commands.addCalled(commands, arguments);
        finish(commands);
        commands.setOut(output.out());
        commands.setErr(output.err());
        takeTermsWithMinus(commands);
        commands.setParameterExceptionHandler(new UsageMistakes(output));
        commands.setExecutionExceptionHandler((exception, command, parsed) -> failed(exception));
        int code = commands.execute(arguments);
        try {
            output.out().flush();
        } catch (ReaderGoneException gone) {
            LOG.log(Level.DEBUG, "nobody reads the output any more", gone);
            return CaseCommand.DONE;
        } catch (OutputFailure cut) {
            output.noteValue(cut.shown().toString());
            return CaseCommand.FAILED;
        }
        output.err().flush();
        return code;
    }

    /** All commands with their descriptions, as the help lists them; for what is made of them, such as man pages. */
    public static CommandLine all() {
        CommandLine commands = new CommandLine(new TokenlaneCommand(new PrintWriter(Writer.nullWriter()),
                new PrintWriter(Writer.nullWriter()), null));
        Commands.addAll(commands);
        finish(commands);
        return commands;
    }

    private static void finish(CommandLine commands) {
        commands.getSubcommands().values()
                .forEach(command -> command.getCommandSpec().versionProvider(new Version()));
        commands.setResourceBundle(Language.current().bundle(TokenlaneCommand.class));
    }

    /** Only where a filter is taken may what looks like an option be one of its terms; elsewhere it is wrong usage. */
    private static void takeTermsWithMinus(CommandLine commands) {
        commands.getSubcommands().values().stream()
                .filter(command -> command.getCommandSpec().positionalParameters().stream()
                        .anyMatch(positional -> positional.paramLabel().equals("FILTER")))
                .forEach(command -> command.setUnmatchedOptionsArePositionalParams(true));
    }

    private int failed(Exception exception) {
        if (exception instanceof ReaderGoneException) {
            LOG.log(Level.DEBUG, "nobody reads the output any more", exception);
            return CaseCommand.DONE;
        }
        if (exception instanceof ShownException || exception instanceof CaseFileException) {
            LOG.log(Level.DEBUG, "command failed", exception);
            output.noteValue(CommandFailure.words(exception).toString());
        } else {
            LOG.log(Level.ERROR, "command failed", exception);
            if (log == null) {
                output.note(CliText.UNEXPECTED);
            } else {
                output.note(CliText.UNEXPECTED_LOGGED, log);
            }
        }
        return exception instanceof CommandFailure failure ? failure.exitCode() : CaseCommand.FAILED;
    }

    Output output() {
        return output;
    }

    @Option(names = "--sample-case", paramLabel = "DIR")
    private @Nullable Path sampleFolder;

    @Override
    public Integer call() {
        if (sampleFolder != null) {
            return new SampleCase(output).show(sampleFolder);
        }
        spec.commandLine().usage(output.out());
        return CaseCommand.DONE;
    }

    static final class Version implements IVersionProvider {

        @Override
        public String[] getVersion() {
            return new String[] { CaseFile.PROGRAM };
        }
    }
}

package org.tokenlane.cli;

import java.io.PrintWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.CaseFileException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The program on the command line. Exit code 0: done; 1: failed, with one line that says why; 2: wrong usage. */
@Command(name = "tokenlane", mixinStandardHelpOptions = true, versionProvider = TokenlaneCommand.Version.class, description = {
    "Ties exported Microsoft 365 and Entra ID logs to sign-in sessions and tokens.",
    "It works offline: nothing is ever sent over a network." }, subcommands = {
        ImportCommand.class, SessionsCommand.class, SessionCommand.class, TokenCommand.class, EventsCommand.class,
        ExtractCommand.class, SearchCommand.class,
        FindingsCommand.class,
        AlikeCommand.class, RulesCommand.class, SigmaCommand.class, TimelineCommand.class, KqlCommand.class,
        MarkCommand.class, MarksCommand.class, LogCommand.class,
        ReportCommand.class, RejectsCommand.class,
        ExposureCommand.class, ContainmentCommand.class, VerifyCommand.class, SampleCommand.class })
public final class TokenlaneCommand implements Callable<Integer> {

    private static final Logger LOG = System.getLogger(TokenlaneCommand.class.getName());

    @Spec
    private CommandSpec spec;

    private final Output output;
    private final Path log;

    /**
     * @param log
     *            the file that details of failures go to, or null where there is none
     */
    public TokenlaneCommand(PrintWriter out, PrintWriter err, Path log) {
        this.output = new Output(out, err);
        this.log = log;
    }

    /** Runs one command and gives its exit code. */
    public int run(String... arguments) {
        CommandLine commands = new CommandLine(this);
        commands.setOut(output.out());
        commands.setErr(output.err());
        // a filter's term may begin with a minus
        commands.setUnmatchedOptionsArePositionalParams(true);
        commands.setExecutionExceptionHandler((exception, command, parsed) -> {
            boolean known = exception instanceof CaseFileException || exception instanceof CommandFailure;
            LOG.log(known ? Level.DEBUG : Level.ERROR, "command failed", exception);
            output.err().println(known ? exception.getMessage()
                    : "Something unforeseen happened (" + exception + "). The case was left as it was."
                            + (log == null ? "" : " Details are in " + log + "."));
            return exception instanceof CommandFailure failure ? failure.exitCode() : CaseCommand.FAILED;
        });
        int code = commands.execute(arguments);
        output.out().flush();
        output.err().flush();
        return code;
    }

    Output output() {
        return output;
    }

    @Option(names = "--sample-case", paramLabel = "DIR", description = "Import the sample tenant into a new case in DIR and show the attacker's session.")
    private Path sampleFolder;

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

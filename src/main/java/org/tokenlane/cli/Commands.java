package org.tokenlane.cli;

import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/**
 * Which commands there are. To describe one, its class and what that refers to are loaded and looked through, so this is
 * done only for those that may be called; of the others, the help needs no more than their names.
 */
final class Commands {

    /** In the order of the help. */
    static final List<String> NAMES = List.of("import", "sessions", "session", "applications", "token", "events",
            "extract", "search", "sql", "export", "answers", "findings", "alike", "rules", "sigma", "timeline", "kql",
            "indicators", "mark", "marks", "library", "log", "report", "rejects", "state", "exposure", "containment",
            "verify", "manifest", "password", "sample");

    private Commands() {
    }

    /** Adds the command that comes first; all where help or an error may name them. */
    static void addCalled(CommandLine root, String... arguments) {
        if (arguments.length > 0 && NAMES.contains(arguments[0])) {
            root.addSubcommand(arguments[0], command(arguments[0]));
            return;
        }
        List<String> words = Arrays.asList(arguments);
        // a file of arguments may name any
        boolean any = words.stream().anyMatch(word -> word.startsWith("@"));
        for (String name : NAMES) {
            root.addSubcommand(name, any || words.contains(name) ? command(name) : CommandSpec.create());
        }
    }

    /** Adds all, each with its options. */
    static void addAll(CommandLine root) {
        NAMES.forEach(name -> root.addSubcommand(name, command(name)));
    }

    private static Object command(String name) {
        return switch (name) {
        case "import" -> new ImportCommand();
        case "sessions" -> new SessionsCommand();
        case "session" -> new SessionCommand();
        case "applications" -> new ApplicationsCommand();
        case "token" -> new TokenCommand();
        case "events" -> new EventsCommand();
        case "extract" -> new ExtractCommand();
        case "search" -> new SearchCommand();
        case "sql" -> new SqlCommand();
        case "export" -> new ExportCommand();
        case "answers" -> new AnswersCommand();
        case "findings" -> new FindingsCommand();
        case "alike" -> new AlikeCommand();
        case "rules" -> new RulesCommand();
        case "sigma" -> new SigmaCommand();
        case "timeline" -> new TimelineCommand();
        case "kql" -> new KqlCommand();
        case "indicators" -> new IndicatorsCommand();
        case "mark" -> new MarkCommand();
        case "marks" -> new MarksCommand();
        case "library" -> new LibraryCommand();
        case "log" -> new LogCommand();
        case "report" -> new ReportCommand();
        case "rejects" -> new RejectsCommand();
        case "state" -> new StateCommand();
        case "exposure" -> new ExposureCommand();
        case "containment" -> new ContainmentCommand();
        case "verify" -> new VerifyCommand();
        case "manifest" -> new ManifestCommand();
        case "password" -> new PasswordCommand();
        case "sample" -> new SampleCommand();
        default -> throw new IllegalArgumentException(name);
        };
    }
}

package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tokenlane.model.text.Language;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Only the command that is called is described in full, and nobody who reads a help or an error notices. */
class CommandsTest {

    @TempDir
    private Path folder;

    static List<String> names() {
        return Commands.NAMES;
    }

    private static CommandLine added(String... arguments) {
        CommandLine root = new CommandLine(CommandLine.Model.CommandSpec.create());
        Commands.addCalled(root, arguments);
        return root;
    }

    /** Those of the added commands that are more than a name. */
    private static List<String> described(String... arguments) {
        return added(arguments).getSubcommands().entrySet().stream()
                .filter(command -> !command.getValue().getCommandSpec().args().isEmpty())
                .map(command -> command.getKey()).toList();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aCommandIsCalledByTheNameThatItsClassHas(String name) {
        Object command = TokenlaneCommand.all().getSubcommands().get(name).getCommand();
        assertThat(command.getClass().getAnnotation(Command.class).name()).isEqualTo(name);
    }

    @Test
    void onlyTheCommandThatIsCalledIsAdded() {
        assertThat(added("sessions", "events").getSubcommands()).containsOnlyKeys("sessions");
        assertThat(described("sessions", "events")).containsExactly("sessions");
    }

    @Test
    void whereNoCommandComesFirstAllAreKnownAndThoseThatAreNamedAreDescribed() {
        assertThat(added("--help").getSubcommands().keySet()).containsExactlyElementsOf(Commands.NAMES);
        assertThat(described("--help")).isEmpty();
        assertThat(described()).isEmpty();
        assertThat(described("--library", "known.tsv", "sessions", "--json")).containsExactly("sessions");
    }

    @Test
    void aFileOfArgumentsMayNameAnyCommand() throws IOException {
        assertThat(described("@words.txt")).containsExactlyElementsOf(Commands.NAMES);
        Path words = Files.writeString(folder.resolve("words.txt"), "rules\n--help\n");
        assertThat(CommandRun.of("@" + words).isDone().out()).isEqualTo(CommandRun.of("rules", "--help").out());
    }

    @ParameterizedTest
    @EnumSource
    void theHelpIsTheSameAsIfAllWereDescribed(Language language) {
        language.during(() -> {
            String full = TokenlaneCommand.all().getUsageMessage();
            assertThat(CommandRun.of("--help").isDone().out()).isEqualTo(full);
            assertThat(CommandRun.of().isDone().out()).isEqualTo(full);
            return null;
        });
    }

    @Test
    void aMistypedCommandIsCorrectedFromTheNamesOfAll() {
        CommandRun run = CommandRun.of("sesions");
        assertThat(run.exitCode()).isEqualTo(CaseCommand.WRONG_USAGE);
        assertThat(run.err()).contains("sesions", "sessions");
    }

    @Test
    void anOptionBeforeTheCommandReachesIt() {
        CommandRun before = CommandRun.of("--library", folder.resolve("none.tsv"), "library", "--json");
        assertThat(before.isDone().out()).isEqualTo(
                CommandRun.of("library", "--library", folder.resolve("none.tsv"), "--json").isDone().out());
    }
}

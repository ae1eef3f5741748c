package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tokenlane.ingest.PurviewRows;

/** An option that does not exist is wrong usage in every command, before anything is created or opened. */
class MistypedOptionTest {

    @TempDir
    private Path folder;

    static Stream<String> commands() {
        return TokenlaneCommand.all().getSubcommands().keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandRefusesAnOptionThatItDoesNotHave(String command) throws IOException {
        Path made = folder.resolve("made");
        List<Object> words = new ArrayList<>(List.of(command, "--pasword=x", made));
        switch (command) {
        case "export" -> words.addAll(
                List.of("--case", folder.resolve("a.tlcase"), "--format", "parquet", "--out", made));
        case "sample" -> words.addAll(List.of("--out", made));
        case "extract", "report", "timeline" -> words
                .addAll(List.of("--case", folder.resolve("a.tlcase"), "--out", made));
        default -> words.addAll(List.of("--case", folder.resolve("a.tlcase")));
        }
        if (command.equals("timeline")) {
            words.addAll(List.of("--session", "x"));
        }
        CommandRun run = CommandRun.of(words.toArray());
        assertThat(run.exitCode()).as(run.err()).isEqualTo(CaseCommand.WRONG_USAGE);
        assertThat(run.err()).contains("--pasword");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aMistypedPasswordOptionCreatesNoUnencryptedCase() throws IOException {
        Path export = Files.writeString(folder.resolve("export.csv"), PurviewRows.table(1, 3));
        Path file = folder.resolve("a.tlcase");
        assertThat(CommandRun.of("import", "--case", file, "--pasword=x", export).exitCode())
                .isEqualTo(CaseCommand.WRONG_USAGE);
        assertThat(file).doesNotExist();
    }

    @Test
    void aTermOfAFilterMayBeginWithAMinus() throws IOException {
        Path export = Files.writeString(folder.resolve("export.csv"), PurviewRows.table(1, 3));
        Path file = folder.resolve("a.tlcase");
        CommandRun.of("import", "--case", file, export).isDone();
        assertThat(CommandRun.of("events", "--case", file, "--json", "-result:failure").isDone().jsonLines())
                .hasSize(3);
        assertThat(CommandRun.of("events", "--case", file, "--json", "-session:" + PurviewRows.SESSION).isDone()
                .jsonLines()).isEmpty();
        assertThat(CommandRun.of("sessions", "--case", file, "-result:failure").isDone().out())
                .contains(PurviewRows.SESSION);
    }
}

package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.app.Launcher;
import org.tokenlane.ingest.PurviewRows;

/** What a command prints may stop being read, or may not fit; the first is no failure, the second is. */
class StandardOutputTest {

    @TempDir
    private Path folder;

    private Path caseOf(int records) throws IOException {
        Path export = Files.writeString(folder.resolve("export.csv"), PurviewRows.table(1, records));
        Path file = folder.resolve("a.tlcase");
        CommandRun.of("import", "--case", file, export).isDone();
        return file;
    }

    private CommandRun run(String failure, Path file) {
        OutputStream closed = new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException(failure);
            }
        };
        StringWriter err = new StringWriter();
        int code = new TokenlaneCommand(
                new PrintWriter(new OutputStreamWriter(new StandardOutput(closed), StandardCharsets.UTF_8)),
                new PrintWriter(err), null).run("events", "--case", file.toString(), "--json");
        return new CommandRun(code, "", err.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = { "Broken pipe", "The pipe is being closed", "The pipe has been ended" })
    void aReaderThatHasGoneEndsTheCommandQuietly(String failure) throws IOException {
        for (int records : new int[] { 1, 3000 }) {
            CommandRun run = run(failure, caseOf(records));
            assertThat(run.exitCode()).isEqualTo(CaseCommand.DONE);
            assertThat(run.err()).isEmpty();
            Files.delete(folder.resolve("a.tlcase"));
        }
    }

    @Test
    void aFullDiskIsAFailureWithItsReason() throws IOException {
        for (int records : new int[] { 1, 3000 }) {
            CommandRun run = run("No space left on device", caseOf(records));
            assertThat(run.exitCode()).isEqualTo(CaseCommand.FAILED);
            assertThat(run.err().lines()).singleElement().asString().contains("No space left on device");
            Files.delete(folder.resolve("a.tlcase"));
        }
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aRealPipeIntoHeadEndsQuietly() throws Exception {
        Path file = caseOf(3000);
        Process shell = new ProcessBuilder("sh", "-c",
                "\"$0\" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED -cp \"$1\" "
                        + Launcher.class.getName()
                        + " events --case \"$2\" --format jsonl | head -n 1",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                System.getProperty("java.class.path"), file.toString())
                .redirectError(folder.resolve("errors.txt").toFile()).start();
        String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(printed.lines()).hasSize(1);
        assertThat(folder.resolve("errors.txt")).isEmptyFile();
    }
}

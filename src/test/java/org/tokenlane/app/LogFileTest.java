package org.tokenlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is logged stands in a file and never on the terminal. */
class LogFileTest {

    @TempDir
    private Path folder;

    @Test
    void aFailureIsOneSentenceOnTheTerminalAndAStackTraceInTheLog() throws Exception {
        Run run = run(folder.resolve("log 100%"));
        assertThat(run.printed).isEqualTo("boom");
        assertThat(Files.readString(folder.resolve("log 100%/tokenlane-0.log"))).contains("it failed",
                "IllegalStateException", "at org.tokenlane.app.LogFileTest");
    }

    @Test
    void withoutAFolderToWriteToTheProgramStillWorks() throws Exception {
        assertThat(run(Files.writeString(folder.resolve("occupied"), "a file")).printed).isEqualTo("boom");
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLogIsForItsOwnerOnlyAlsoInAFolderThatWasThereBefore() throws Exception {
        Path logs = Files.createDirectory(folder.resolve("logs"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        run(logs);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logs))).isEqualTo("rwx------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(logs.resolve("tokenlane-0.log"))))
                .isEqualTo("rw-------");
    }

    private record Run(String printed) {
    }

    private static Run run(Path logs) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"),
                Failing.class.getName(), logs.toString()).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Run(printed);
    }

    /** A program of its own, because a log's handlers are those of the whole program. */
    static final class Failing {

        private Failing() {
        }

        public static void main(String[] arguments) {
            LogFile.open(Path.of(arguments[0]));
            System.getLogger("test").log(System.Logger.Level.ERROR, "it failed", new IllegalStateException("boom"));
            System.out.println("boom");
        }
    }
}

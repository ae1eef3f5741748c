package org.tokenlane.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.stream.Stream;
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
        Path log = onlyFileIn(folder.resolve("log 100%"));
        assertThat(log.getFileName().toString()).matches("tokenlane-\\d{4}-\\d{2}-\\d{2}\\.log");
        assertThat(Files.readString(log)).contains("it failed", "IllegalStateException", "UncheckedIOException",
                "at org.tokenlane.app.LogFileTest", "a.library.Of.others");
        assertThat(Files.readString(log)).as("what exceptions and libraries quote may be from the evidence")
                .doesNotContain("adele@contoso.example");
    }

    private static Path onlyFileIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.reduce((one, other) -> {
                throw new AssertionError(one + " and " + other);
            }).orElseThrow();
        }
    }

    private static void log(DailyLog log, Instant at, String message) {
        LogRecord record = new LogRecord(Level.WARNING, message);
        record.setLoggerName("org.tokenlane.Test");
        record.setInstant(at);
        log.publish(record);
    }

    @Test
    void eachDayHasOneFileThatDoesNotGrowBeyondItsLimitAndHoldsWhatWasLoggedLast() throws Exception {
        DailyLog log = new DailyLog(folder);
        Instant day = Instant.parse("2026-11-30T23:59:59.999Z");
        String line = "x".repeat(100_000);
        for (int i = 0; i < 15; i++) {
            log(log, day, i + "! " + line);
        }
        log(log, day.plusMillis(1), "the next day");
        String kept = Files.readString(folder.resolve("tokenlane-2026-11-30.log"));
        assertThat(kept.length()).isLessThanOrEqualTo(DailyLog.MOST_BYTES);
        assertThat(kept).contains("14! " + line + "\n", "13! ").doesNotContain(" 0! ").startsWith("2026-11-30T23");
        assertThat(Files.readString(folder.resolve("tokenlane-2026-12-01.log"))).contains("the next day");
        assertThat(onlyFilesIn(folder)).hasSize(2);
    }

    @Test
    void aFileIsFilledToItsLastByteAndOneMoreMakesRoom() throws Exception {
        DailyLog log = new DailyLog(folder);
        Instant day = Instant.parse("2026-11-30T12:00:00Z");
        Path file = folder.resolve("tokenlane-2026-11-30.log");
        log(log, day, "first");
        int head = (int) Files.size(file) - "first".length();
        log(log, day, "y".repeat(DailyLog.MOST_BYTES - (int) Files.size(file) - head));
        assertThat(Files.size(file)).isEqualTo(DailyLog.MOST_BYTES);
        assertThat(Files.readString(file)).contains("first");
        log(log, day, "");
        assertThat(Files.readString(file)).doesNotContain("first").endsWith(": \n");
    }

    private static List<Path> onlyFilesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    @Test
    void oldLogsAndWhatEarlierVersionsLeftIsDeletedAndNothingElse() throws Exception {
        for (String name : List.of("tokenlane-2026-11-17.log", "tokenlane-2026-11-16.log", "tokenlane-0.log",
                "tokenlane-1.log.2.lck", "tokenlane-notes.log", "tokenlane-2026-13-41.log", "other.log")) {
            Files.writeString(folder.resolve(name), "x");
        }
        new DailyLog(folder).cleanUp(Instant.parse("2026-11-30T08:00:00Z"));
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactlyInAnyOrder(
                    "tokenlane-2026-11-17.log", "tokenlane-notes.log", "tokenlane-2026-13-41.log", "other.log");
        }
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
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(onlyFileIn(logs))))
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
            System.getLogger("org.tokenlane.Test").log(System.Logger.Level.ERROR, "it failed",
                    new IllegalStateException("adele@contoso.example",
                            new UncheckedIOException(new IOException("adele@contoso.example"))));
            System.getLogger("a.library.Of.others").log(System.Logger.Level.ERROR, "no glyph in adele@contoso.example");
            System.out.println("boom");
        }
    }
}

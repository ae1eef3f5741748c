package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;

/** The time that a report states as its own: with the same one the same case gives the same file. */
class ReportTimeTest {

    @TempDir
    private static Path folder;

    private static Path file;
    private static Instant changed;

    @BeforeAll
    static void copyTheSample() {
        file = SharedSample.copyAttackTo(folder.resolve("attack.tlcase"));
        try (CaseFile caseFile = CaseFile.open(file, null)) {
            changed = Objects.requireNonNull(caseFile.auditTrail().lastChange()).at();
        }
    }

    private static CommandRun report(Path out, Instant made) {
        return CommandRun.of("report", "--case", file, "--out", out, "--kind", "full", "--made", made);
    }

    @ParameterizedTest
    @ValueSource(strings = { ".pdf", ".html" })
    void twoReportsWithTheSameTimeAreTheSameFile(String ending) throws IOException {
        Path one = folder.resolve("one" + ending);
        Path other = folder.resolve("other" + ending);
        Instant made = Instant.now();
        report(one, made).isDone();
        report(other, made).isDone();
        assertThat(Files.readAllBytes(other)).isEqualTo(Files.readAllBytes(one));
    }

    @Test
    void aTimeBeforeTheLastChangeOfTheCaseIsRefused() {
        Path out = folder.resolve("early.html");
        CommandRun early = report(out, changed.minusMillis(1));
        assertThat(early.exitCode()).isEqualTo(2);
        assertThat(early.err()).contains(changed.minusMillis(1).toString(), changed.toString());
        assertThat(out).doesNotExist();
        report(out, changed).isDone();
    }

    @Test
    void aTimeInTheFutureIsRefused() {
        Path out = folder.resolve("future.html");
        Instant tomorrow = Instant.now().plus(1, ChronoUnit.DAYS);
        CommandRun future = report(out, tomorrow);
        assertThat(future.exitCode()).isEqualTo(2);
        assertThat(future.err()).contains(CliText.MADE_IN_FUTURE.text(tomorrow));
        assertThat(out).doesNotExist();
    }
}

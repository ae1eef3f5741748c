package org.tokenlane.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;

/** Log files that somebody made to do harm: the import of the others goes on, and nothing is written elsewhere. */
class HostileLogTest {

    private static final int GOOD = 5;

    @TempDir
    private Path outside;
    private Path folder;
    private TestCase test;
    private int loads;

    @BeforeEach
    void makeACase() throws IOException {
        folder = Files.createDirectory(outside.resolve("in"));
        test = new TestCase(folder);
    }

    @AfterEach
    void theCaseIsWhole() {
        assertThat(test.caseFile().verify()).isEmpty();
        test.close();
    }

    /** Imports the file and a good one; the counts of both add up. */
    private ImportReport load(Path hostile) {
        loads++;
        Path good = test.write("good" + loads + ".csv", PurviewRows.table(loads * GOOD, GOOD));
        ImportReport report = test.load(hostile, good);
        assertThat(report.imported()).extracting(Evidence::path).contains(good.toString());
        assertThat(report.records()).isEqualTo(report.stored() + report.duplicates() + report.rejected());
        return report;
    }

    @ParameterizedTest
    @ValueSource(strings = { "[", "{\"a\":" })
    void aHundredThousandLevelsOfNesting(String level) {
        String audit = "{\"Operation\":\"Send\",\"Id\":" + level.repeat(100_000);
        load(test.write("deep.json", "[" + audit));
        load(test.write("deep.jsonl", audit + "\n" + audit + "\n"));
    }

    @Test
    void nestingInsideAField() {
        String deep = "[".repeat(100_000);
        ImportReport report = load(test.write("deep.csv", PurviewRows.table(100, 1)
                + PurviewRows.table(101, 1).lines().skip(1).findFirst().orElseThrow().replace("\"\"Operation\"\"",
                        "\"\"Deep\"\":" + deep + ",\"\"Operation\"\"")
                + "\r\n"));
        assertThat(report.stored()).isGreaterThanOrEqualTo(GOOD + 1L);
    }

    @Test
    void aTextLongerThanTheParserTakesAndAnIdOfAMegabyte() {
        String id = "x".repeat(1 << 20);
        String text = "y".repeat(21_000_000);
        load(test.write("long.jsonl", "{\"Id\":\"" + id + "\",\"CreationTime\":\"2026-09-15T08:00:00\","
                + "\"Operation\":\"Send\",\"Workload\":\"Exchange\",\"UserId\":\"" + id + "\"}\n"
                + "{\"Id\":\"1\",\"CreationTime\":\"2026-09-15T08:00:00\",\"Operation\":\"Send\",\"Workload\":\"Exchange\","
                + "\"UserId\":\"" + text + "\"}\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = { "0001-01-01T00:00:00", "9999-12-31T23:59:59", "0000-00-00T00:00:00",
        "2262-04-11T23:47:17", "1677-09-21T00:12:43", "-0001-01-01T00:00:00" })
    void yearsAtTheEndsOfTheCalendar(String time) {
        String row = "{\"Id\":\"1\",\"CreationTime\":\"" + time
                + "\",\"Operation\":\"Send\",\"Workload\":\"Exchange\",\"UserId\":\"adele@contoso.example\"}\n";
        ImportReport report = load(test.write("time.jsonl", row));
        assertThat(report.records()).isEqualTo(GOOD + 1L);
        assertThat(test.events().size()).isLessThanOrEqualTo(GOOD + 1);
    }

    @Test
    void namesInArchivesThatPointElsewhere() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        List<String> names = List.of("../evil.csv", "../../evil.csv", "/tmp/evil-tokenlane.csv", "C:\\evil.csv",
                "CON.csv", "nul.csv", "a/../../evil.csv", "a\u0000b.csv", "x".repeat(5_000) + ".csv", "..");
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            int first = 100;
            for (String name : names) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write(PurviewRows.table(first++, 1).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        load(test.write("names.zip", bytes.toByteArray()));
        try (Stream<Path> files = Files.list(outside)) {
            assertThat(files).containsExactly(folder);
        }
        assertThat(Path.of("/tmp/evil-tokenlane.csv")).doesNotExist();
    }

    @Test
    void linksInCirclesAndToNowhere() throws IOException {
        Path sub = Files.createDirectory(folder.resolve("sub"));
        try {
            Files.createSymbolicLink(sub.resolve("up"), folder);
            Files.createSymbolicLink(sub.resolve("self"), sub.resolve("self"));
            Files.createSymbolicLink(sub.resolve("none.csv"), folder.resolve("gone"));
            Files.createSymbolicLink(sub.resolve("zero.csv"), Path.of("/dev/zero"));
        } catch (IOException | UnsupportedOperationException noLinks) {
            assumeTrue(false, "no links here");
        }
        test.write("good.csv", PurviewRows.table(1, GOOD));
        ImportReport report = test.load(sub);
        assertThat(report.imported()).extracting(Evidence::path).hasSize(1);
        assertThat(report.refused()).extracting(ImportReport.Remark::path).contains(
                sub.resolve("self").toString(), sub.resolve("none.csv").toString(),
                sub.resolve("zero.csv").toString());
    }

    @Test
    void aFileThatGrowsWhileItIsReadIsKeptAsItWasRead() throws Exception {
        Path growing = test.write("growing.csv", PurviewRows.table(100, 2_000));
        AtomicBoolean done = new AtomicBoolean();
        String more = PurviewRows.table(10_000, 200).lines().skip(1)
                .collect(Collectors.joining("\r\n", "", "\r\n"));
        Thread writer = Thread.ofPlatform().start(() -> {
            try {
                while (!done.get() && Files.size(growing) < 50_000_000) {
                    Files.writeString(growing, more, StandardOpenOption.APPEND);
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        try {
            load(growing);
        } finally {
            done.set(true);
            writer.join();
        }
        Evidence kept = test.caseFile().evidence().stream().filter(file -> file.path().equals(growing.toString()))
                .findFirst().orElseThrow();
        assertThat(kept.bytes()).isLessThanOrEqualTo(Files.size(growing));
    }
}

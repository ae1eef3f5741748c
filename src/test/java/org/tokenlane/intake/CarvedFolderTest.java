package org.tokenlane.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.job.Cancellation;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.model.evidence.Sha256;

/** A folder of carved records is an extract; one that is not as it was written stops nothing else. */
class CarvedFolderTest {

    @TempDir
    private Path folder;
    private Path carved;
    private Path plain;
    private TestCase test;

    @BeforeEach
    void makeACase() throws IOException {
        test = new TestCase(folder);
        carved = Files.createDirectory(folder.resolve("carved"));
        plain = Files.writeString(folder.resolve("plain.csv"), PurviewRows.table(900, 4));
    }

    @AfterEach
    void theCaseIsWhole() {
        assertThat(test.caseFile().verify()).isEmpty();
        test.close();
    }

    /** A file of the folder, and what the manifest says of it. */
    private String file(String name, String content, int lines) throws IOException {
        Path file = Files.writeString(carved.resolve(name), content);
        return ("{'file':'%s','sha256':'%s','path':'/lake/%s','sourceBytes':9000,"
                + "'sourceModified':'2026-10-01T10:00:00Z','sourceSha256':null,'sourceRecords':90,'derived':false,"
                + "'records':%d,'lines':%s}").formatted(name, Sha256.of(Files.readAllBytes(file)), name, lines,
                        IntStream.range(0, lines).mapToObj(line -> String.valueOf(40 + line))
                                .collect(Collectors.joining(",", "[", "]")))
                .replace('\'', '"');
    }

    private void manifest(String... files) throws IOException {
        write(("{'format':'tokenlane-carve','version':1,'lake':'/lake','application':'app-1',"
                + "'written':'2026-11-01T10:00:00Z','files':[").replace('\'', '"') + String.join(",", files) + "]}");
    }

    private void write(String manifest) throws IOException {
        Files.writeString(carved.resolve("manifest.json"), manifest);
        Files.writeString(carved.resolve("manifest.json.sha256"),
                Sha256.of(manifest.getBytes(StandardCharsets.UTF_8)) + "  manifest.json\n");
    }

    private List<Long> stored(ImportReport report) {
        return report.imported().stream().map(Evidence::stored).toList();
    }

    @Test
    void carvedRecordsAreAnExtractOfTheirSource() throws IOException {
        manifest(file("1.csv", PurviewRows.table(1, 3), 3), file("2.csv", PurviewRows.table(10, 2), 2));
        ImportReport report = test.load(carved, plain);
        assertThat(report.refused()).isEmpty();
        assertThat(stored(report)).containsExactly(3L, 2L, 4L);
        assertThat(report.imported().getFirst().path()).isEqualTo("/lake/1.csv");
        assertThat(report.imported().getFirst().origin()).isNotNull();
        assertThat(report.imported().getLast().origin()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "\"version\":1|\"version\":\"x\"", "\"version\":1|\"other\":1",
        "9000|many", "2026-10-01T10|yesterday", "2026-11-01T10|yesterday", "[40,41,42]|[40,null,42]",
        "[40,41,42]|[40,41,\"x\"]", "[40,41,42]|[40,41]", "[40,41,42]|[40,41,42,43]", "\"records\":3|\"records\":2",
        "\"records\":3|\"records\":4", "\"derived\":false|\"dateOrder\":\"x\",\"dateBasis\":\"y\"",
        "\"file\":\"1.csv\"|\"file\":\"\\u0000\"", "\"file\":\"1.csv\"|\"file\":\"../plain.csv\"" })
    void aManifestThatIsNotAsItWasWrittenStopsNothingElse(String before, String after) throws IOException {
        manifest(file("1.csv", PurviewRows.table(1, 3), 3));
        String text = Files.readString(carved.resolve("manifest.json"));
        assertThat(text).contains(before);
        write(text.replace(before, after));
        ImportReport report = test.load(carved, plain);
        assertThat(report.refused()).singleElement()
                .satisfies(remark -> assertThat(remark.path()).isEqualTo(carved.toString()));
        assertThat(stored(report)).containsExactly(4L);
    }

    @Test
    void aFileWithMoreRecordsThanLinesIsRefusedAloneAndOneWithAsManyIsImported() throws IOException {
        manifest(file("1.csv", PurviewRows.table(1, 3), 3), file("2.csv", PurviewRows.table(10, 3), 2),
                file("3.csv", "neither a table nor a log", 1), file("4.csv", PurviewRows.table(20, 2), 2));
        ImportReport report = test.load(carved, plain);
        assertThat(stored(report)).containsExactly(3L, 2L, 4L);
        assertThat(report.refused()).extracting(ImportReport.Remark::path).containsExactly("/lake/2.csv",
                "/lake/3.csv");
        assertThat(report.refused().getFirst().reason()).isEqualTo(IntakeText.MORE_RECORDS_THAN_LINES.text(2));
    }

    @ParameterizedTest
    @ValueSource(strings = { "UTF-16LE", "UTF-16", "windows-1252" })
    void anOrdinaryFolderWithAManifestOfAnotherProgramIsImportedAsOne(String charset) throws IOException {
        Files.write(carved.resolve("manifest.json"), "{\"format\":\"é\"}".getBytes(charset));
        Files.writeString(carved.resolve("manifest.json.sha256"), "x");
        Files.writeString(carved.resolve("1.csv"), PurviewRows.table(1, 3));
        ImportReport report = test.load(carved, plain);
        assertThat(stored(report)).containsExactly(3L, 4L);
        assertThat(report.imported().getFirst().origin()).isNull();
        assertThat(report.refused()).extracting(ImportReport.Remark::path).doesNotContain(carved.toString());
    }

    @Test
    void whatWasImportedBeforeItWasCancelledIsReported() throws IOException {
        manifest(file("1.csv", PurviewRows.table(1, 3), 3), file("2.csv", PurviewRows.table(10, 2), 2));
        Cancellation cancellation = new Cancellation();
        Progress progress = new Progress(cancellation, step -> {
            if (step.ended()) {
                cancellation.request();
            }
        });
        ImportReport report = new ImportService(test.caseFile(), Importers.all()).importAll(List.of(carved, plain),
                ImportOptions.by("tester"), progress);
        assertThat(stored(report)).containsExactly(3L);
        assertThat(report.cancelled()).isTrue();
        assertThat(report.skipped()).isEmpty();
    }
}

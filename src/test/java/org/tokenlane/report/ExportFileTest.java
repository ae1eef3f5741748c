package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.exposure.ExposureQuery;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.job.Progress;
import org.tokenlane.store.AuditTrail;

/** Files that leave a case: complete or not at all, for their owner's eyes, and in the audit trail. */
class ExportFileTest {

    @TempDir
    private Path folder;
    private Path out;
    private TestCase test;

    @BeforeEach
    void open() throws IOException {
        test = new TestCase(folder);
        out = Files.createDirectory(folder.resolve("out"));
    }

    @AfterEach
    void close() {
        test.close();
    }

    private List<AuditTrail.Entry> entries() {
        return test.caseFile().auditTrail().entries();
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(out)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @EnumSource(ExportKind.class)
    void everyKindOfExportIsInTheAuditTrailWithItsFileAndDetail(ExportKind kind) throws IOException {
        int before = entries().size();
        ExportFile.text(test.caseFile(), kind, out.resolve("a.txt"), "what was selected", writer -> writer.write("a"));
        assertThat(entries()).hasSize(before + 1);
        assertThat(entries().getLast().what()).isEqualTo(kind.text());
        assertThat(entries().getLast().detail()).contains("a.txt", "what was selected");
        assertThat(out.resolve("a.txt")).hasContent("a");
    }

    @Test
    void anOlderFileStaysWholeAndNothingElseIsLeftWhereTheNewOneFails() throws IOException {
        Path file = Files.writeString(out.resolve("a.csv"), "older");
        int before = entries().size();
        assertThatThrownBy(() -> ExportFile.text(test.caseFile(), ExportKind.EVENTS, file, "", writer -> {
            writer.write("x".repeat(100_000));
            throw new UncheckedIOException(new IOException("disk full"));
        })).isInstanceOf(IOException.class).hasMessage("disk full");
        assertThat(file).hasContent("older");
        assertThat(names()).containsExactly("a.csv");
        assertThat(entries()).hasSize(before);
    }

    @Test
    void aNewFileReplacesAnOlderOneAndCanBeReadByItsOwnerOnly() throws IOException {
        Path file = Files.writeString(out.resolve("a.csv"), "older");
        ExportFile.bytes(test.caseFile(), ExportKind.EVENTS, file, "", stream -> stream.write('n'));
        assertThat(file).hasContent("n");
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(Files.getPosixFilePermissions(file)).containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ,
                    PosixFilePermission.OWNER_WRITE);
        }
    }

    @Test
    void noFileOfAFolderIsReplacedBeforeAllAreComplete() throws IOException {
        Files.writeString(out.resolve("a.csv"), "older");
        Map<String, ExportFile.Text> files = new LinkedHashMap<>();
        files.put("a.csv", writer -> writer.write("newer"));
        files.put("b.csv", writer -> {
            throw new IOException("disk full");
        });
        assertThatThrownBy(() -> ExportFile.folder(test.caseFile(), ExportKind.EXPOSURE, out, "", files))
                .hasMessage("disk full");
        assertThat(out.resolve("a.csv")).hasContent("older");
        assertThat(names()).containsExactly("a.csv");
    }

    @Test
    void settingsAreWrittenInTheSameWayWithoutAnEntry() throws IOException {
        int before = entries().size();
        ExportFile.settings(out.resolve("ours.json"), writer -> writer.write("{}"));
        assertThat(out.resolve("ours.json")).hasContent("{}");
        assertThat(entries()).hasSize(before);
    }

    private PartedExposure exposure() {
        test.loadOne(test.write("audit.jsonl", """
                {"CreationTime":"2026-09-15T08:00:00","Id":"10000000-0000-4000-8000-000000000001","RecordType":6,\
                "Operation":"FileDownloaded","Workload":"SharePoint","UserId":"adele@contoso.example",\
                "ObjectId":"https://contoso.sharepoint.example/a.docx"}
                {"CreationTime":"2026-09-15T08:01:00","Id":"10000000-0000-4000-8000-000000000002","RecordType":6,\
                "Operation":"FileDownloaded","Workload":"SharePoint","UserId":"adele@contoso.example",\
                "ObjectId":"https://contoso.sharepoint.example/\\ud83d half \\u0000 nul.docx"}
                """));
        Correlation correlation = Correlation.upToDate(test.caseFile());
        BitSet all = new BitSet();
        all.set(0, correlation.events().size());
        return PartedExposure.of(new ExposureQuery(correlation,
                new EventDetails(correlation.events(), test.caseFile().rawRecords(), new RecordDetails()),
                test.caseFile().evidence()), correlation.events(), all, event -> Party.ATTACKER, Progress.NONE);
    }

    @Test
    void theExposureReplacesAnOlderTableAndIsInTheAuditTrail() throws IOException {
        PartedExposure exposure = exposure();
        Path file = Files.writeString(out.resolve("exposure.csv"), "the one before");
        ExposureExport.write(test.caseFile(), file, "filter ip:1", exposure);
        assertThat(Files.readString(file)).contains("a.docx").doesNotContain("the one before");
        assertThat(names()).containsExactly("exposure.csv");
        assertThat(entries().getLast().what()).isEqualTo(ExportKind.EXPOSURE.text());
        assertThat(entries().getLast().detail()).contains("exposure.csv", "filter ip:1");
    }

    @Test
    void halfALetterOrAControlCharacterInANameLeavesTheTableWhole() throws IOException {
        PartedExposure exposure = exposure();
        for (String name : List.of("one.csv", "folder")) {
            ExposureExport.write(test.caseFile(), out.resolve(name), "", exposure);
        }
        for (Path file : List.of(out.resolve("one.csv"), out.resolve("folder").resolve("files.csv"))) {
            assertThat(Files.readString(file)).contains("a.docx", " half ").containsOnlyOnce("nul.docx");
        }
        assertThat(Files.readAllLines(out.resolve("folder").resolve("limits.csv"))).isNotEmpty();
    }

    @Test
    void theExposureAsAFolderIsOneEntryInTheAuditTrail() throws IOException {
        PartedExposure exposure = exposure();
        int before = entries().size();
        Path target = out.resolve("notice");
        List<Path> written = ExposureExport.write(test.caseFile(), target, "", exposure);
        assertThat(written).containsExactlyElementsOf(ExposureExport.targets(target, exposure))
                .contains(target.resolve("files.csv"), target.resolve("limits.csv")).allMatch(Files::exists);
        assertThat(entries()).hasSize(before + 1);
        assertThat(entries().getLast().detail()).contains("notice");
    }
}

package org.tokenlane.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.ingest.files.FilesText;
import org.tokenlane.job.Cancellation;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.store.AuditTrail;

/** A file is imported wholly or not at all, once, and the account of its records adds up. */
class ImportServiceTest {

    @TempDir
    private Path folder;

    private TestCase test;

    @BeforeEach
    void makeACase() {
        test = new TestCase(folder);
    }

    @AfterEach
    void theCaseIsWhole() {
        assertThat(test.caseFile().verify()).isEmpty();
        test.close();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private void assertNothingIsKept() {
        assertThat(test.caseFile().evidence()).isEmpty();
        assertThat(test.caseFile().segments().rows()).isZero();
        assertThat(test.caseFile().rejected()).isEmpty();
        assertThat(test.caseFile().auditTrail().entries()).extracting(AuditTrail.Entry::what)
                .containsExactly("case created");
        for (EventField field : EventField.values()) {
            assertThat(test.caseFile().dictionary(field.name())).as("dictionary of " + field).hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = { 50, 90, 99 })
    void ofAFileThatBreaksOffNothingIsKeptAndTheOthersAreImported(int percentLeft) throws IOException {
        byte[] whole = gzip(PurviewRows.bulkyTable(1, 5_000));
        Path broken = test.write("a.csv.gz", Arrays.copyOf(whole, whole.length / 100 * percentLeft));
        ImportReport report = test.load(broken);
        assertThat(report.imported()).isEmpty();
        assertThat(report.refused()).singleElement().satisfies(remark -> {
            assertThat(remark.path()).isEqualTo(broken + "!/a.csv");
            assertThat(remark.reason()).isEqualTo(IntakeText.UNREADABLE.text(FilesText.ENDS_EARLY.text()))
                    .doesNotContain("null", "Exception");
        });
        assertNothingIsKept();
        Path good = test.write("b.csv.gz", whole);
        assertThat(test.load(broken, good).imported()).extracting(Evidence::path, Evidence::stored)
                .containsExactly(tuple(good + "!/b.csv", 5_000L));
    }

    @Test
    void ofAnArchiveMemberWithAWrongChecksumNothingIsKept() throws IOException {
        String text = PurviewRows.table(1, 2_000);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.setMethod(ZipOutputStream.DEFLATED);
            zip.setLevel(0);
            zip.putNextEntry(new ZipEntry("a.csv"));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("b.csv"));
            zip.write(PurviewRows.table(10_000, 5).getBytes(StandardCharsets.UTF_8));
        }
        byte[] damaged = bytes.toByteArray();
        int middle = new String(damaged, StandardCharsets.ISO_8859_1).indexOf(PurviewRows.id(1_500));
        damaged[middle] = (byte) '9';
        ImportReport report = test.load(test.write("a.zip", damaged));
        assertThat(report.imported()).as("one changed digit of one record is not to be believed")
                .extracting(Evidence::path)
                .containsExactly(folder.resolve("a.zip") + "!/b.csv");
        assertThat(report.refused()).extracting(ImportReport.Remark::path)
                .containsExactly(folder.resolve("a.zip") + "!/a.csv");
    }

    @Test
    void theSameContentIsSkippedWhateverItsNameAndWrapping() throws IOException {
        String text = PurviewRows.table(1, 10);
        Path first = test.write("first.csv", text);
        test.loadOne(first);
        ImportReport report = test.load(first, test.write("other name.csv", text),
                test.write("packed.csv.gz", gzip(text)));
        assertThat(report.imported()).isEmpty();
        assertThat(report.refused()).isEmpty();
        assertThat(report.skipped()).hasSize(3)
                .allSatisfy(remark -> assertThat(remark.reason())
                        .isIn(IntakeText.HELD_ALREADY_FROM.text(first), IntakeText.HELD_ALREADY.text()));
        assertThat(test.caseFile().evidence()).extracting(Evidence::path).containsExactly(first.toString());
        assertThat(test.events().size()).isEqualTo(10);
    }

    @Test
    void aFileOfTheSameSizeButOtherContentIsNotSkipped() {
        Evidence first = test.loadOne(test.write("1.csv", PurviewRows.table(100, 10)));
        Evidence second = test.loadOne(test.write("2.csv", PurviewRows.table(110, 10)));
        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(second.sha256()).isNotEqualTo(first.sha256());
        assertThat(test.events().size()).isEqualTo(20);
    }

    @Test
    void recordsAreStoredDuplicateOrRejectedAndAddUp() {
        String broken = "\"never closed,2,3\r\n";
        Evidence first = test.loadOne(test.write("1.csv", PurviewRows.table(1, 100) + PurviewRows.row(5, "Send", "")
                + PurviewRows.row(101, "Send", "") + broken));
        Evidence second = test.loadOne(test.write("2.csv", PurviewRows.table(51, 100)));
        for (Evidence evidence : List.of(first, second)) {
            assertThat(evidence.stored() + evidence.duplicates() + evidence.rejected()).isEqualTo(evidence.records());
        }
        assertThat(List.of(first.records(), first.stored(), first.duplicates(), first.rejected())).containsExactly(103L,
                101L, 1L, 1L);
        assertThat(List.of(second.records(), second.stored(), second.duplicates(), second.rejected()))
                .containsExactly(100L, 49L, 51L, 0L);
        assertThat(test.events().size()).isEqualTo(150);
        assertThat(test.caseFile().segments().rows()).as("duplicates are kept too").isEqualTo(202);
        assertThat(test.caseFile().rejected()).singleElement().satisfies(record -> {
            assertThat(record.path()).isEqualTo(first.path());
            assertThat(record.place().line()).isEqualTo(104);
            assertThat(record.text().strip()).isEqualTo(broken.strip());
        });
    }

    @Test
    void theEvidenceHasTheHashAndTheSizeOfTheFilesContent() throws Exception {
        String text = PurviewRows.table(1, 3_000);
        byte[] packed = gzip(text);
        Evidence evidence = test.loadOne(test.write("a.csv.gz", packed));
        assertThat(evidence.bytes()).isEqualTo(text.length());
        assertThat(evidence.sha256()).isEqualTo(sha256(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(evidence.archiveSha256()).isEqualTo(sha256(packed));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    @Test
    void anImportThatIsCancelledInTheMiddleOfAFileKeepsNothingOfIt() {
        Path file = test.write("a.csv", PurviewRows.bulkyTable(1, 10_000));
        Cancellation cancellation = new Cancellation();
        Progress afterAWhile = new Progress(cancellation, step -> {
            if (step.records() > 2_000) {
                cancellation.request();
            }
        }, Duration.ZERO);
        ImportReport report = new ImportService(test.caseFile(), Importers.all()).importAll(List.of(file),
                ImportOptions.by("test"), afterAWhile);
        assertThat(report.cancelled()).isTrue();
        assertNothingIsKept();
        assertThat(test.loadOne(file).stored()).isEqualTo(10_000);
    }

    @Test
    void anErrorOfTheProgramItselfKeepsNothingOfTheFileAndTheCaseGoesOn() {
        Path file = test.write("a.csv", PurviewRows.bulkyTable(1, 3_000));
        Progress failing = new Progress(new Cancellation(), step -> {
            if (step.records() > 0) {
                throw new IllegalStateException("a bug");
            }
        }, Duration.ZERO);
        assertThatThrownBy(() -> new ImportService(test.caseFile(), Importers.all()).importAll(List.of(file),
                ImportOptions.by("test"), failing))
                .hasMessage("a bug");
        assertNothingIsKept();
        assertThat(test.loadOne(file).stored()).isEqualTo(3_000);
    }

    @Test
    void aFileThatOneMayNotReadIsNamedAndStopsNothingElse() throws IOException {
        Path file = test.write("a.csv", PurviewRows.table(1, 5));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("-wx------"));
        assumeFalse(Files.isReadable(file), "this user may read everything");
        ImportReport report = test.load(file, test.write("b.csv", PurviewRows.table(10, 5)));
        assertThat(report.imported()).hasSize(1);
        assertThat(report.refused())
                .containsExactly(new ImportReport.Remark(file.toString(), "you have no right to read it"));
    }
}

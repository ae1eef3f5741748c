package org.tokenlane.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
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
import org.tokenlane.ingest.files.FilesText;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.ingest.text.ReadingText;
import org.tokenlane.job.Cancellation;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.evidence.WarningKind;
import org.tokenlane.store.AuditTrail;
import org.tokenlane.store.CaseFile;

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
        return gzip(text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] gzip(byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(content);
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
    void ofAFileThatBreaksOffWhatCanBeReadIsKeptAndSaidToBeCut(int percentLeft) throws IOException {
        byte[] whole = gzip(PurviewRows.bulkyTable(1, 5_000));
        Path broken = test.write("a.csv.gz", Arrays.copyOf(whole, whole.length / 100 * percentLeft));
        ImportReport report = test.load(broken, test.write("b.csv.gz", gzip(PurviewRows.table(6_000, 5))));
        assertThat(report.refused()).isEmpty();
        Evidence cut = report.imported().getFirst();
        assertThat(cut.path()).isEqualTo(broken + "!/a.csv");
        assertThat(cut.stored()).isBetween(5_000L * (percentLeft - 5) / 100, 4_999L);
        assertThat(cut.stored() + cut.rejected()).isEqualTo(cut.records());
        assertThat(report.warnings()).contains(
                new ImportWarning(cut.path(), WarningKind.TRUNCATED, 0, cut.stored()));
        assertThat(cut.form()).isEqualTo(IntakeText.FORM_TRUNCATED.text(ReadingText.FORM_TABLE.text("UTF-8", ",")));
        assertThat(report.imported().getLast().stored()).isEqualTo(5);
    }

    @Test
    void ofAFileThatBreaksOffBeforeItsContentNothingIsKept() throws IOException {
        byte[] whole = gzip(PurviewRows.table(1, 5));
        ImportReport report = test.load(test.write("a.csv.gz", Arrays.copyOf(whole, 12)));
        assertThat(report.refused()).singleElement().satisfies(remark -> assertThat(remark.reason())
                .isEqualTo(IntakeText.UNREADABLE.text(FilesText.ENDS_EARLY.text())));
        assertNothingIsKept();
    }

    @Test
    void bytesBehindThePackedContentAreNoSilence() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(gzip(PurviewRows.table(1, 5)));
        bytes.write(gzip(PurviewRows.row(6, "Send", "x") + "\n"));
        bytes.write("and some more".getBytes(StandardCharsets.UTF_8));
        ImportReport report = test.load(test.write("a.csv.gz", bytes.toByteArray()));
        Evidence evidence = report.imported().getFirst();
        assertThat(List.of(evidence.records(), evidence.stored(), evidence.rejected())).containsExactly(7L, 6L, 1L);
        assertThat(report.warnings()).extracting(ImportWarning::kind).contains(WarningKind.TRAILING_BYTES);
        ImportReport plain = test.load(test.write("b.csv.gz", gzip(PurviewRows.table(10, 5))));
        assertThat(plain.warnings()).extracting(ImportWarning::kind).doesNotContain(WarningKind.TRAILING_BYTES);
    }

    @Test
    void whatExpandsBeyondAllMeasureIsRefusedByNameAndTheOthersGoOn() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] blanks = new byte[1 << 20];
            Arrays.fill(blanks, (byte) 'x');
            for (int i = 0; i < 300; i++) {
                gzip.write(blanks);
            }
        }
        Path bomb = test.write("a.csv.gz", bytes.toByteArray());
        ImportReport report = test.load(bomb, test.write("b.csv", PurviewRows.table(1, 5)));
        assertThat(report.refused()).extracting(ImportReport.Remark::path).containsExactly(bomb + "!/a.csv");
        assertThat(report.imported()).extracting(Evidence::stored).containsExactly(5L);
    }

    @Test
    void aPipeInAFolderIsNamedAndNotWaitedFor() throws Exception {
        Path pipe = folder.resolve("pipe.json");
        assumeTrue(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0);
        test.write("a.csv", PurviewRows.table(1, 5));
        ImportReport report = test.load(folder);
        assertThat(report.refused()).contains(
                new ImportReport.Remark(pipe.toString(), FilesText.NOT_A_FILE.text()));
        assertThat(report.imported()).extracting(Evidence::stored).contains(5L);
    }

    @Test
    void archivesInArchivesAreOpened() throws IOException {
        byte[] inner = zip("deep.csv", PurviewRows.table(1, 5).getBytes(StandardCharsets.UTF_8));
        byte[] tar = tar("logs/a.csv", PurviewRows.table(10, 3).getBytes(StandardCharsets.UTF_8), "inner.zip", inner);
        ImportReport report = test.load(test.write("a.zip", zip("b.tar.gz", gzip(tar))));
        assertThat(report.refused()).isEmpty();
        assertThat(report.imported()).extracting(evidence -> evidence.path().replaceAll(".*/a\\.zip", "a.zip"),
                Evidence::stored).containsExactlyInAnyOrder(
                        tuple("a.zip!/b.tar.gz!/b.tar!/logs/a.csv", 3L),
                        tuple("a.zip!/b.tar.gz!/b.tar!/inner.zip!/deep.csv", 5L));
    }

    @Test
    void archivesThatAreNestedTooDeepAreRefusedByName() throws IOException {
        byte[] nested = PurviewRows.table(1, 5).getBytes(StandardCharsets.UTF_8);
        for (int depth = 0; depth < 5; depth++) {
            nested = zip("n" + depth + (depth == 0 ? ".csv" : ".zip"), nested);
        }
        assertThat(test.load(test.write("five.zip", nested)).imported()).hasSize(1);
        ImportReport report = test.load(test.write("six.zip", zip("n5.zip", nested)));
        assertThat(report.imported()).isEmpty();
        assertThat(report.refused()).singleElement()
                .satisfies(remark -> assertThat(remark.reason()).isEqualTo(FilesText.TOO_DEEP.text(5)));
    }

    @Test
    void aCutZipArchiveGivesItsMembersAsFarAsTheyGo() throws IOException {
        byte[] whole = zip("a.csv", PurviewRows.bulkyTable(1, 3_000).getBytes(StandardCharsets.UTF_8));
        ImportReport report = test.load(test.write("a.zip", Arrays.copyOf(whole, whole.length / 2)));
        assertThat(report.imported()).singleElement()
                .satisfies(evidence -> assertThat(evidence.stored()).isBetween(1_000L, 2_999L));
        assertThat(report.warnings()).extracting(ImportWarning::kind).contains(WarningKind.TRUNCATED);
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return bytes.toByteArray();
    }

    /** An archive of names and contents in turn. */
    private static byte[] tar(Object... members) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < members.length; i += 2) {
            byte[] content = (byte[]) members[i + 1];
            byte[] header = new byte[512];
            byte[] name = ((String) members[i]).getBytes(StandardCharsets.UTF_8);
            System.arraycopy(name, 0, header, 0, name.length);
            byte[] size = String.format("%011o", content.length).getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(size, 0, header, 124, size.length);
            header[156] = '0';
            System.arraycopy("ustar".getBytes(StandardCharsets.US_ASCII), 0, header, 257, 5);
            bytes.writeBytes(header);
            bytes.writeBytes(Arrays.copyOf(content, (content.length + 511) / 512 * 512));
        }
        bytes.writeBytes(new byte[1024]);
        return bytes.toByteArray();
    }

    @Test
    void whatFilesLackIsSaid() {
        String head = "CreationTime,Id,Operation,RecordType,Workload,OrganizationId,UserId,"
                + "AppAccessContext.AADSessionId\n";
        String row = "%s,5b1f2a3c-0000-4000-8000-00000000010%d,Send,2,Exchange,2c3d4e5f-0000-4000-8000-00000000000a,"
                + "%s,\n";
        Path file = test.write("a.csv", head + row.formatted("2026-03-02T08:15:00", 1, "lea@contoso.example")
                + row.formatted("soon", 2, "lea@contoso.example") + row.formatted("2026-03-02T08:15:00", 3, ""));
        assertThat(test.load(file).warnings()).containsExactly(
                new ImportWarning(file.toString(), WarningKind.WITHOUT_TIME, 1, 3),
                new ImportWarning(file.toString(), WarningKind.WITHOUT_ACTOR, 1, 3),
                new ImportWarning(file.toString(), WarningKind.NO_SESSION_READ, 0, 3));
        Path far = test.write("b.csv", head + row.formatted("2024-03-02T08:15:00", 4, "lea@contoso.example")
                .replace(",\n", ",7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f\n"));
        assertThat(test.load(far).warnings()).extracting(ImportWarning::kind)
                .containsExactly(WarningKind.FAR_FROM_CASE);
    }

    @Test
    void warningsAreTheSameWhenTheCaseIsOpenedAgain() throws IOException {
        String head = "CreationTime,Id,Operation,RecordType,Workload,UserId,SessionId\n";
        String row = "\"\"\"%s\"\"\",\"\"\"5b1f2a3c-0000-4000-8000-00000000030%d\"\"\",'Send',1,'Exchange','lea',\n";
        Path file = test.write("a.csv", head + "2026-03-02T08:15:00,1,Send,1,Exchange,lea,\n"
                + row.formatted("2026-03-02T08:15:00", 2) + "what is this\n");
        List<ImportWarning> warnings = test.load(file).warnings();
        assertThat(warnings).extracting(ImportWarning::kind).contains(WarningKind.QUOTED, WarningKind.UNREAD_AT_END,
                WarningKind.NO_SESSION_READ);
        assertThat(warnings).contains(new ImportWarning(file.toString(), WarningKind.QUOTED, 1, 2),
                new ImportWarning(file.toString(), WarningKind.UNREAD_AT_END, 1, 2));
        test.close();
        Path copy = Files.copy(folder.resolve("test.tlcase"), folder.resolve("again.tlcase"));
        test = new TestCase(Files.createDirectory(folder.resolve("other")));
        try (CaseFile opened = CaseFile.open(copy, null)) {
            assertThat(opened.warnings()).containsExactly(Map.entry(1, warnings));
            assertThat(opened.verify()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "%s\n{\"CreationTime\":\"2026", "%s\n[[[[[[[[[[[[[[[[[[[[", "[%s]\nDone.\n",
        "%s\n\0\0\0\0" })
    void whatFollowsTheLastRecordIsWarnedOf(String end) {
        String record = "{\"CreationTime\":\"2026-03-02T08:15:00\",\"Id\":\"5b1f2a3c-0000-4000-8000-000000000401\","
                + "\"Operation\":\"Send\",\"RecordType\":2,\"Workload\":\"Exchange\","
                + "\"UserId\":\"lea@contoso.example\"}";
        assertThat(test.load(test.write("a.json", end.formatted(record))).warnings()).extracting(ImportWarning::kind)
                .containsExactly(WarningKind.UNREAD_AT_END);
    }

    @ParameterizedTest
    @ValueSource(strings = { "%s", "[%s]\n\n", "{\"value\":[%s],\"@odata.nextLink\":\"x\"}",
        "%s\n{\"what\":\"else\"}" })
    void theEndOfAnEnvelopeOrARecordOfAnotherKindIsNoBrokenEnd(String end) {
        String record = "{\"CreationTime\":\"2026-03-02T08:15:00\",\"Id\":\"5b1f2a3c-0000-4000-8000-000000000401\","
                + "\"Operation\":\"Send\",\"RecordType\":2,\"Workload\":\"Exchange\","
                + "\"UserId\":\"lea@contoso.example\"}";
        assertThat(test.load(test.write("a.json", end.formatted(record))).warnings()).isEmpty();
    }

    @Test
    void whatIsLeftOutIsSkippedAndNamed() {
        Path in = test.write("a.csv", PurviewRows.table(1, 1));
        Path out = test.write("b.csv", PurviewRows.table(2, 2));
        ImportReport report = test.load(new ImportOptions("test", null, Map.of(), Set.of(out.toString())), in, out);
        assertThat(report.imported()).extracting(Evidence::path).containsExactly(in.toString());
        assertThat(report.skipped()).containsExactly(
                new ImportReport.Remark(out.toString(), IntakeText.LEFT_OUT.text()));
    }

    @ParameterizedTest
    @CsvSource({ "2026-03-02,DATE_WITHOUT_TIME", "2026-03-02 10:00 CST,UNKNOWN_ZONE",
        "1970-01-01T00:00:00Z,WITHOUT_TIME", "soon,WITHOUT_TIME" })
    void whyRecordsHaveNoTimeIsSaid(String time, WarningKind kind) {
        Path file = test.write("a.csv", "TimeGenerated,Operation,OfficeWorkload,UserId,OfficeId\n" + time
                + ",Send,Exchange,lea@contoso.example,5b1f2a3c-0000-4000-8000-000000000201\n");
        assertThat(test.load(file).warnings()).containsExactly(new ImportWarning(file.toString(), kind, 1, 1));
    }

    @Test
    void theZoneOfLocalTimesIsKeptWithTheEvidence() {
        String table = "TimeGenerated [Local Time],Operation,OfficeWorkload,UserId,OfficeId\n"
                + "\"3/2/2026, 9:15:00.000 AM\",Send,Exchange,lea@contoso.example,"
                + "5b1f2a3c-0000-4000-8000-00000000020%d\n";
        Path file = test.write("a.csv", table.formatted(1));
        ImportReport without = test.load(file);
        assertThat(without.warnings()).containsExactly(
                new ImportWarning(file.toString(), WarningKind.LOCAL_TIME_WITHOUT_ZONE, 1, 1));
        ImportReport with = test.load(
                new ImportOptions("test", null, Map.of(FileForm.LOCAL_TIME, "Europe/Berlin")),
                test.write("b.csv", table.formatted(2)), test.write("c.csv", PurviewRows.table(1, 1)));
        assertThat(with.warnings()).extracting(ImportWarning::kind).doesNotContain(WarningKind.LOCAL_TIME_WITHOUT_ZONE);
        assertThat(with.imported().getFirst().firstEvent()).isEqualTo(Instant.parse("2026-03-02T08:15:00Z"));
        assertThat(with.imported()).extracting(Evidence::columnNames)
                .containsExactly(Map.of(FileForm.LOCAL_TIME, "Europe/Berlin"), Map.of());
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

    @Test
    void ofAnArchiveWithoutFilesItIsSaidThatItHasNone() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("folder/"));
            zip.closeEntry();
        }
        Path empty = test.write("empty.zip", bytes.toByteArray());
        assertThat(test.load(empty).refused())
                .containsExactly(new ImportReport.Remark(empty.toString(), FilesText.EMPTY_ARCHIVE.text()));
    }
}

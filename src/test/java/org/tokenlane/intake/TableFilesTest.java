package org.tokenlane.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZMethod;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.ingest.files.FilesText;
import org.tokenlane.ingest.tables.TablesText;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.query.CaseEvents;

/** Parquet files as other programs write them, and workbooks, are read row by row and accounted for. */
class TableFilesTest {

    private static final String SESSION = "7d2f4c1e-9a8b-4c6d-8e5f-1a2b3c4d5e6f";
    private static final String SIGN_IN = """
            select 'SigninLogs' as "Type", timestamptz '2026-03-02 08:00:00.123456+00' as "TimeGenerated",
              timestamp '2026-03-02 08:00:00' as "CreatedDateTime",
              ('8c9d0e1f-0000-4000-8000-' || lpad(i::varchar, 12, '0')) as "Id",
              'lea@contoso.example' as "UserPrincipalName", '192.0.2.44' as "IPAddress", '0' as "ResultType",
              '%s' as "SessionId", {'displayName': 'PC-4', 'deviceId': null} as "DeviceDetail",
              ['a', 'b'] as "Tags", null::varchar as "UserAgent"
            from range(1, %d) t(i)""";

    @TempDir
    private Path folder;

    private TestCase test;

    @BeforeEach
    void makeACase() throws IOException {
        test = new TestCase(Files.createDirectory(folder.resolve("case")));
    }

    @AfterEach
    void theCaseIsWhole() {
        assertThat(test.caseFile().verify()).isEmpty();
        test.caseFile().evidence().forEach(
                file -> assertThat(file.records()).isEqualTo(file.stored() + file.duplicates() + file.rejected()));
        test.close();
    }

    private Path parquet(String name, String query, String options) {
        Path file = folder.resolve(name);
        try (Connection duck = DriverManager.getConnection("jdbc:duckdb:");
                Statement statement = duck.createStatement()) {
            statement.execute("set timezone = 'UTC'");
            statement.execute("copy (" + query + ") to '" + file + "' (format parquet" + options + ")");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return file;
    }

    private static String signIns(int count) {
        return SIGN_IN.formatted(SESSION, count + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", ", compression zstd", ", compression gzip", ", compression uncompressed",
        ", compression snappy, row_group_size 2048", ", parquet_version v2, compression zstd",
        ", compression lz4_raw" })
    void aParquetFileIsReadInAnyUsualCompression(String options) throws IOException {
        int rows = options.contains("row_group_size") ? 5_000 : 200;
        Path file = parquet("a.parquet", signIns(rows), options);
        Evidence evidence = test.loadOne(file);
        assertThat(evidence.stored()).isEqualTo(rows);
        assertThat(evidence.shapes()).isEqualTo("signin-loganalytics");
        assertThat(evidence.path()).isEqualTo(file.toString());
        assertThat(evidence.archiveSha256()).isEqualTo(Sha256.of(Files.readAllBytes(file)));
        assertThat(evidence.form()).isEqualTo(IntakeText.FORM_MADE_FROM.text(TablesText.PARQUET.text()));
        assertThat(evidence.firstEvent()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
        CaseEvents events = test.events();
        assertThat(events.text(EventField.SESSION_ID, 0)).isEqualTo(SESSION);
        assertThat(events.text(EventField.DEVICE_NAME, 0)).isEqualTo("PC-4");
        assertThat(test.caseFile().rawRecords().text(events.records(17).getFirst().place()))
                .startsWith("{\"Type\":\"SigninLogs\",")
                .contains("\"TimeGenerated\":\"2026-03-02T08:00:00.123456Z\"", "\"Tags\":[\"a\",\"b\"]",
                        "\"DeviceDetail\":{\"displayName\":\"PC-4\",\"deviceId\":null}");
        assertThat(test.load(file).skipped()).hasSize(1);
    }

    @Test
    void longRowsAreReadAFewAtATimeAndEachOnce() {
        Evidence evidence = test.loadOne(parquet("long.parquet",
                """
                        select '2026-03-02T08:15:00' as "CreationTime", 'Send' as "Operation", 2 as "RecordType",
                          'Exchange' as "Workload", 'lea@contoso.example' as "UserId",
                          ('5b1f2a3c-0000-4000-8000-' || lpad(i::varchar, 12, '0')) as "Id", repeat(md5(i::varchar), 300) as "Text"
                        from range(0, 8000) t(i)""",
                ", compression zstd, row_group_size 2048"));
        assertThat(evidence.records()).isEqualTo(8_000);
        assertThat(evidence.stored()).isEqualTo(8_000);
    }

    @Test
    void aParquetFileThatExpandsBeyondAllMeasureIsRefused() {
        ImportReport report = test.load(parquet("bomb.parquet", "select repeat('x', 100000000) as \"Operation\"",
                ", compression zstd"));
        assertThat(report.refused()).extracting(ImportReport.Remark::reason)
                .containsExactly(TablesText.TOO_LARGE.text());
    }

    @Test
    void theLineOfARowIsItsNumber() {
        test.loadOne(parquet("a.parquet", signIns(3), ""));
        CaseEvents events = test.events();
        assertThat(List.of(events.records(0).getFirst().place().line(), events.records(1).getFirst().place().line(),
                events.records(2).getFirst().place().line()))
                .containsExactlyInAnyOrder(1, 2, 3);
    }

    @Test
    void aTableThatWasACsvIsRecognisedByItsColumns() throws IOException {
        Path csv = Files.writeString(folder.resolve("portal.csv"),
                "Date (UTC),Request ID,User agent,Correlation ID,User ID,User,Username,Application,IP address,"
                        + "Status,Sign-in error code,Session ID\n"
                        + "2026-03-02T08:00:00Z,8c9d0e1f-0000-4000-8000-000000000001,m,c,"
                        + "9d0e1f2a-0000-4000-8000-000000000003,Lea,lea@contoso.example,Mail,192.0.2.44,"
                        + "Success,0,"
                        + SESSION + "\n");
        Path file = parquet("b.parquet", "from read_csv('" + csv + "')", "");
        assertThat(test.loadOne(file).shapes()).isEqualTo("signin-portal-csv");
        assertThat(test.texts(EventField.SESSION_ID)).containsExactly(SESSION);
    }

    @Test
    void whatIsNoWholeParquetFileIsRefusedByNameAndTheOthersGoOn() throws IOException {
        byte[] whole = Files.readAllBytes(parquet("a.parquet", signIns(100), ""));
        Path in = Files.createDirectory(folder.resolve("in"));
        Files.write(in.resolve("a.parquet"), whole);
        Files.write(in.resolve("cut.parquet"), Arrays.copyOf(whole, whole.length - 20));
        byte[] encrypted = whole.clone();
        encrypted[encrypted.length - 1] = 'E';
        Files.write(in.resolve("encrypted.parquet"), encrypted);
        byte[] damaged = whole.clone();
        Arrays.fill(damaged, damaged.length - 200, damaged.length - 8, (byte) 0x55);
        Files.write(in.resolve("footer.parquet"), damaged);
        Files.writeString(in.resolve("short.parquet"), "PAR1");
        ImportReport report = test.load(in);
        assertThat(report.imported()).singleElement().satisfies(file -> assertThat(file.stored()).isEqualTo(100));
        assertThat(report.refused()).extracting(ImportReport.Remark::reason).containsExactlyInAnyOrder(
                TablesText.PARQUET_ENDS_EARLY.text(), TablesText.PARQUET_ENCRYPTED.text(),
                TablesText.PARQUET_DAMAGED.text(), TablesText.PARQUET_ENDS_EARLY.text());
    }

    @Test
    void ofAParquetFileWithDamagedPagesNothingIsKept() throws IOException {
        byte[] bytes = Files.readAllBytes(parquet("a.parquet", signIns(4_000), ", compression zstd"));
        Arrays.fill(bytes, 200, bytes.length / 2, (byte) 0x55);
        ImportReport report = test.load(test.write("damaged.parquet", bytes));
        assertThat(report.imported()).isEmpty();
        assertThat(report.refused()).hasSize(1);
    }

    @Test
    void aParquetFileInAnArchiveIsReadToo() throws IOException {
        byte[] bytes = Files.readAllBytes(parquet("a.parquet", signIns(10), ""));
        Evidence evidence = test.loadOne(test.write("a.zip", zip("logs/a.parquet", bytes)));
        assertThat(evidence.path()).endsWith("a.zip!/logs/a.parquet");
        assertThat(evidence.stored()).isEqualTo(10);
    }

    private static byte[] zip(Object... namesAndContents) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) namesAndContents[i]));
                zip.write((byte[]) namesAndContents[i + 1]);
            }
        }
        return bytes.toByteArray();
    }

    /** A Delta table of three files, of which the second was removed. */
    private Path delta(String... lastCommit) throws IOException {
        Path table = Files.createDirectories(folder.resolve("table"));
        Path log = Files.createDirectories(table.resolve("_delta_log"));
        for (int i = 1; i <= 3; i++) {
            Files.move(parquet("part.parquet", signIns(10 * i).replace("0000-4000", "000" + i + "-4000"), ""),
                    table.resolve("part " + i + ".parquet"));
        }
        Files.writeString(log.resolve("00000000000000000000.json"),
                "{\"protocol\":{\"minReaderVersion\":1}}\n{\"metaData\":{\"id\":\"x\",\"configuration\":{}}}\n" + add(1)
                        + add(2));
        Files.writeString(log.resolve("00000000000000000001.json"),
                "{\"commitInfo\":{}}\n{\"remove\":{\"path\":\"part%202.parquet\",\"dataChange\":true}}\n" + add(3));
        if (lastCommit.length > 0) {
            Files.writeString(log.resolve("00000000000000000002.json"), String.join("\n", lastCommit));
        }
        return table;
    }

    private static String add(int part) {
        return "{\"add\":{\"path\":\"part%20" + part
                + ".parquet\",\"partitionValues\":{\"Region\":\"north\"},\"size\":1,\"dataChange\":true}}\n";
    }

    @Test
    void ofADeltaTableOnlyTheFilesOfItsLatestVersionAreRead() throws IOException {
        ImportReport report = test.load(delta());
        assertThat(report.imported()).extracting(Evidence::stored).containsExactly(10L, 30L);
        assertThat(report.refused()).singleElement().satisfies(remark -> {
            assertThat(remark.path()).endsWith("part 2.parquet");
            assertThat(remark.reason()).isEqualTo(TablesText.DELTA_REMOVED.text());
        });
        assertThat(test.caseFile().rawRecords().text(test.events().records(0).getFirst().place()))
                .startsWith("{\"Region\":\"north\",");
        ImportReport alone = test.load(folder.resolve("table/part 2.parquet"));
        assertThat(alone.refused()).extracting(ImportReport.Remark::reason)
                .containsExactly(TablesText.DELTA_REMOVED.text());
    }

    @Test
    void aCheckpointStandsForTheCommitsBeforeIt() throws IOException {
        Path table = delta();
        Path log = table.resolve("_delta_log");
        Files.move(parquet("checkpoint.parquet", """
                select {'path': 'part%203.parquet', 'partitionValues': MAP {'Region': 'north'},
                  'deletionVector': null::struct(a varchar)} as "add", null::struct(path varchar) as "remove\"""", ""),
                log.resolve("00000000000000000001.checkpoint.parquet"));
        Files.delete(log.resolve("00000000000000000000.json"));
        Files.delete(log.resolve("00000000000000000001.json"));
        assertThat(test.load(table).imported()).extracting(Evidence::stored).containsExactly(30L);
    }

    @Test
    void aDeltaTableThatCannotBeFollowedIsRefusedWithTheReason() throws IOException {
        Path table = delta();
        Path last = table.resolve("_delta_log/00000000000000000002.json");
        Files.writeString(last, add(1).replace("\"size\"", "\"deletionVector\":{\"storageType\":\"u\"},\"size\""));
        assertRefused(table, TablesText.DELTA_VECTORS);
        Files.writeString(last, "{\"metaData\":{\"configuration\":{\"delta.columnMapping.mode\":\"name\"}}}\n");
        assertRefused(table, TablesText.DELTA_COLUMN_NAMES);
        Files.writeString(last, "{\"add\":{\"path\":\"s3://other/part.parquet\"}}\n");
        assertRefused(table, TablesText.DELTA_ELSEWHERE);
        Files.writeString(last, "{\"add\":{\"path\":");
        assertRefused(table, TablesText.DELTA_INCOMPLETE);
        Files.move(last, table.resolve("_delta_log/00000000000000000003.json"));
        assertRefused(table, TablesText.DELTA_INCOMPLETE);
        Files.delete(table.resolve("_delta_log/00000000000000000003.json"));
        Files.writeString(
                table.resolve("_delta_log/00000000000000000001.checkpoint.5b1f2a3c-0000-4000-8000-000000000001.json"),
                "");
        assertRefused(table, TablesText.DELTA_CHECKPOINT);
    }

    private void assertRefused(Path table, TablesText reason) {
        ImportReport report = test.load(table);
        assertThat(report.imported()).isEmpty();
        assertThat(report.refused()).hasSize(3)
                .allSatisfy(remark -> assertThat(remark.reason()).isEqualTo(reason.text()));
    }

    @Test
    void dataFilesOfOtherTableFormatsAreNotReadByThemselves() throws IOException {
        byte[] bytes = Files.readAllBytes(parquet("a.parquet", signIns(10), ""));
        Path iceberg = Files.createDirectories(folder.resolve("iceberg/metadata"));
        Files.writeString(iceberg.resolve("v1.metadata.json"), "{}");
        Files.write(folder.resolve("iceberg/a.parquet"), bytes);
        Files.createDirectories(folder.resolve("hudi/.hoodie"));
        Files.write(folder.resolve("hudi/a.parquet"), bytes);
        Path packed = test.write("delta.zip",
                zip("t/_delta_log/00000000000000000000.json", new byte[] { '{', '}' }, "t/a.parquet", bytes));
        ImportReport report = test.load(folder.resolve("iceberg"), folder.resolve("hudi"), packed);
        assertThat(report.imported()).isEmpty();
        assertThat(report.refused()).extracting(ImportReport.Remark::reason).containsExactly(
                TablesText.ICEBERG.text(), TablesText.HUDI.text(), TablesText.DELTA_PACKED.text());
    }

    @Test
    void a7zArchiveIsUnpackedAndOneWithAPasswordIsRefused() throws IOException {
        Path file = folder.resolve("a.7z");
        byte[] parquet = Files.readAllBytes(parquet("a.parquet", signIns(10), ""));
        byte[] table = PurviewRows.table(1, 500).getBytes(StandardCharsets.UTF_8);
        sevenZip(file, null, "logs/a.parquet", parquet, "logs/b.csv", table);
        ImportReport report = test.load(file);
        assertThat(report.refused()).isEmpty();
        assertThat(report.imported()).extracting(Evidence::path).containsExactly(file + "!/logs/a.parquet",
                file + "!/logs/b.csv");
        assertThat(report.imported()).extracting(Evidence::stored).containsExactly(10L, 500L);
        Path secret = folder.resolve("secret.7z");
        sevenZip(secret, "secret".toCharArray(), "b.csv", table);
        Path cut = test.write("cut.7z", Arrays.copyOf(Files.readAllBytes(file), 100));
        ImportReport refused = test.load(secret, cut);
        assertThat(refused.imported()).isEmpty();
        assertThat(refused.refused()).hasSize(2);
    }

    private static void sevenZip(Path file, char[] password, Object... namesAndContents) throws IOException {
        try (SevenZOutputFile out = new SevenZOutputFile(file.toFile(), password)) {
            for (int i = 0; i < namesAndContents.length; i += 2) {
                SevenZArchiveEntry entry = new SevenZArchiveEntry();
                entry.setName((String) namesAndContents[i]);
                out.putArchiveEntry(entry);
                out.write((byte[]) namesAndContents[i + 1]);
                out.closeArchiveEntry();
            }
        }
    }

    @Test
    void a7zArchiveThatExpandsBeyondAllMeasureIsRefused() throws IOException {
        Path file = folder.resolve("bomb.7z");
        try (SevenZOutputFile out = new SevenZOutputFile(file.toFile())) {
            // the method that packs blanks fastest
            out.setContentCompression(SevenZMethod.DEFLATE);
            SevenZArchiveEntry entry = new SevenZArchiveEntry();
            entry.setName("a.csv");
            out.putArchiveEntry(entry);
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                out.write(blanks);
            }
            out.closeArchiveEntry();
        }
        assertThat(test.load(file).imported()).isEmpty();
    }

    private interface Fill {

        void fill(Workbook workbook) throws IOException;
    }

    private Path workbook(String name, Fill fill) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file); Workbook workbook = new Workbook(out, "Test", "1.0")) {
            fill.fill(workbook);
        }
        return file;
    }

    private static void row(Worksheet sheet, int row, Object... cells) {
        for (int i = 0; i < cells.length; i++) {
            switch (cells[i]) {
            case String text -> sheet.value(row, i, text);
            case Number number -> sheet.value(row, i, number);
            case Boolean truth -> sheet.value(row, i, truth);
            case LocalDateTime time -> {
                sheet.value(row, i, time);
                sheet.style(row, i).format("dd/mm/yyyy hh:mm:ss").set();
            }
            default -> {
                // an empty cell
            }
            }
        }
    }

    private static final Object[] HEADER = { "CreationTime", "Id", "Operation", "RecordType", "Workload", "UserId",
        "ResultStatus" };

    private static Object[] audit(int number, Object time) {
        return new Object[] { time, "5b1f2a3c-0000-4000-8000-%012d".formatted(number), "New-InboxRule", 1, "Exchange",
            "lea@contoso.example", true };
    }

    @Test
    void aWorkbookIsReadSheetBySheetBelowItsTitlesWithDatesAsTheyAreShown() throws IOException {
        LocalDateTime time = LocalDateTime.of(2026, 3, 2, 8, 15, 30);
        Path file = workbook("book.xlsx", workbook -> {
            Worksheet first = workbook.newWorksheet("Audit");
            row(first, 0, "Audit log of the tenant");
            row(first, 1, "Made on", time);
            row(first, 3, HEADER);
            row(first, 4, audit(1, time));
            row(first, 6, audit(2, "2026-03-02T08:15:30"));
            row(first, 7, audit(3, 46083.344097222225));
            row(first, 8, HEADER);
            row(first, 9, audit(4, time));
            Worksheet second = workbook.newWorksheet("Sign-ins");
            row(second, 0, "Type", "CreatedDateTime [UTC]", "Id", "UserPrincipalName", "IPAddress", "SessionId");
            row(second, 1, "SigninLogs", time, "8c9d0e1f-0000-4000-8000-000000000701", "lea@contoso.example",
                    "192.0.2.44", SESSION);
            workbook.newWorksheet("Empty");
        });
        ImportReport report = test.load(file);
        assertThat(report.refused()).isEmpty();
        assertThat(report.imported()).extracting(Evidence::path).containsExactly(file + "!/Audit", file + "!/Sign-ins");
        assertThat(report.imported()).extracting(Evidence::stored).containsExactly(4L, 1L);
        assertThat(report.imported()).extracting(Evidence::archiveSha256)
                .containsOnly(Sha256.of(Files.readAllBytes(file)));
        assertThat(report.imported().getFirst().form())
                .isEqualTo(IntakeText.FORM_MADE_FROM.text(TablesText.WORKBOOK.text()));
        CaseEvents events = test.events();
        for (int event = 0; event < events.size(); event++) {
            assertThat(events.time(event))
                    .isEqualTo(Instant.parse("2026-03-02T08:15:30Z").getEpochSecond() * 1_000_000_000L);
        }
        assertThat(report.imported().getFirst().undated()).isZero();
        assertThat(
                java.util.stream.IntStream.range(0, events.size())
                        .filter(event -> events.records(event).getFirst().place().evidence() == 1)
                        .map(event -> events.records(event).getFirst().place().line()).sorted().boxed().toList())
                .containsExactly(5, 7, 8, 10);
        assertThat(test.texts(EventField.SESSION_ID)).contains(SESSION);
    }

    @Test
    void aWorkbookWithoutNumberFormatsIsReadAndNothingOutsideOfIt() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "from outside");
        String cells = "<row r=\"%d\"><c r=\"A%1$d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                + "<c r=\"B%1$d\" t=\"inlineStr\"><is><t>%s</t></is></c><c r=\"C%1$d\" "
                + "t=\"inlineStr\"><is><t>%s</t></is></c>"
                + "<c r=\"D%1$d\" t=\"inlineStr\"><is><t>%s</t></is></c></row>";
        String sheet = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>"
                + cells.formatted(1, "CreationTime", "Operation", "Workload", "UserId")
                + cells.formatted(2, "2026-03-02T08:15:00", "%s", "Exchange", "lea@contoso.example")
                + "</sheetData></worksheet>";
        assertThat(test.loadOne(test.write("plain.xlsx", plain(sheet.formatted("Send")))).stored()).isEqualTo(1);
        test.load(test.write("entity.xlsx", plain("<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>"
                + sheet.formatted("&e;"))));
        assertThat(test.texts(EventField.OPERATION)).doesNotContain("from outside");
    }

    private static byte[] plain(String sheet) throws IOException {
        String relations = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"rId1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships"
                + "/%s\" Target=\"%s\"/></Relationships>";
        String types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        return zip("[Content_Types].xml",
                utf8("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                        + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + types + "sheet.main+xml\"/>"
                        + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + types
                        + "worksheet+xml\"/></Types>"),
                "_rels/.rels", utf8(relations.formatted("officeDocument", "xl/workbook.xml")), "xl/workbook.xml",
                utf8("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" "
                        + "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                        + "<sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"),
                "xl/_rels/workbook.xml.rels", utf8(relations.formatted("worksheet", "worksheets/sheet1.xml")),
                "xl/worksheets/sheet1.xml", utf8(sheet));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void whatIsNoWorkbookIsRefusedByName() throws IOException {
        Path damaged = test.write("damaged.xlsx",
                zip("[Content_Types].xml", "<Types/>".getBytes(StandardCharsets.UTF_8)));
        Path empty = workbook("empty.xlsx", workbook -> workbook.newWorksheet("Nothing"));
        ImportReport report = test.load(damaged, empty);
        assertThat(report.refused()).extracting(ImportReport.Remark::reason)
                .containsExactly(TablesText.WORKBOOK_DAMAGED.text(), TablesText.WORKBOOK_EMPTY.text());
    }

    @Test
    void aWorkbookThatExpandsBeyondAllMeasureIsRefusedAndTheOthersGoOn() throws IOException {
        Path bomb = folder.resolve("bomb.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(bomb))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
            zip.putNextEntry(new ZipEntry("xl/sharedStrings.xml"));
            byte[] blanks = new byte[1 << 20];
            for (int i = 0; i < 300; i++) {
                zip.write(blanks);
            }
        }
        ImportReport report = test.load(bomb, parquet("a.parquet", signIns(2), ""));
        assertThat(report.refused()).extracting(ImportReport.Remark::reason)
                .containsExactly(FilesText.UNREADABLE.text(FilesText.EXPANDS_TOO_FAR.with()));
        assertThat(report.imported()).hasSize(1);
    }

    @Test
    void aWorkbookInAnArchiveIsReadToo() throws IOException {
        byte[] bytes = Files.readAllBytes(workbook("book.xlsx", workbook -> {
            Worksheet sheet = workbook.newWorksheet("Audit");
            row(sheet, 0, HEADER);
            row(sheet, 1, audit(1, "2026-03-02T08:15:30"));
        }));
        assertThat(test.loadOne(test.write("a.zip", zip("in/book.xlsx", bytes))).path())
                .endsWith("a.zip!/in/book.xlsx!/Audit");
        assertThat(test.caseFile().derived()).as("rows of another file").containsExactly(1);
        test.loadOne(test.write("a.csv", "CreationTime,Id,Operation,RecordType,Workload,UserId\n"
                + "2026-03-02T08:15:00,5b1f2a3c-0000-4000-8000-000000000899,Send,2,Exchange,lea@contoso.example\n"));
        assertThat(test.caseFile().derived()).containsExactly(1);
    }
}

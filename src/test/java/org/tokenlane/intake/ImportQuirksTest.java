package org.tokenlane.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.IngestText;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.ingest.files.FilesText;
import org.tokenlane.ingest.tables.TablesText;
import org.tokenlane.ingest.text.ReadingText;
import org.tokenlane.job.Cancellation;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.evidence.RejectedRecord;
import org.tokenlane.model.evidence.WarningKind;
import org.tokenlane.model.time.DateOrder;
import org.tokenlane.model.time.DateReading;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.query.CaseEvents;

/** What breaks parsers, each in a real file that goes into a real case. */
class ImportQuirksTest {

    private static final String HEADER = "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,"
            + "AssociatedAdminUnits,AssociatedAdminUnitsNames";

    @TempDir
    private Path folder;

    private TestCase test;

    @BeforeEach
    void makeACase() {
        test = new TestCase(folder);
    }

    @AfterEach
    void closeTheCase() {
        assertThat(test.caseFile().verify()).isEmpty();
        test.close();
    }

    private static String auditData(int number, String operation) {
        return "{\"CreationTime\":\"2026-09-15T08:00:0" + number + "\",\"Id\":\"" + id(number) + "\",\"Operation\":\""
                + operation
                + "\",\"RecordType\":2,\"Workload\":\"Exchange\",\"UserId\":\"adele@contoso.example\","
                + "\"ClientIPAddress\":\"203.0.113.7\"}";
    }

    private static String id(int number) {
        return "11111111-2222-4333-8444-00000000000" + number;
    }

    private static String row(int number, String operation) {
        return id(number) + ",2026-09-15T08:00:0" + number + ".0000000Z ,2," + operation + ",adele@contoso.example,\""
                + auditData(number, operation).replace("\"", "\"\"") + "\",,";
    }

    private static String table(String lineBreak, String... rows) {
        return HEADER + lineBreak + String.join(lineBreak, rows) + lineBreak;
    }

    @Test
    void aByteOrderMarkIsNotPartOfTheFirstColumn() {
        Evidence evidence = test.loadOne(test.write("a.csv", "\ufeff" + table("\r\n", row(1, "Send"))));
        assertThat(evidence.shapes()).isEqualTo("purview-csv");
        assertThat(test.texts(EventField.RECORD_ID)).containsExactly(id(1));
    }

    @Test
    void utf16IsReadInBothOrdersWithAndWithoutAByteOrderMark() {
        String text = table("\r\n", row(1, "Søren 日本"), row(2, "Send"));
        for (Charset charset : List.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            for (String mark : List.of("\ufeff", "")) {
                Evidence evidence = test
                        .loadOne(test.write(charset.name() + mark.length() + ".csv", mark + text, charset));
                assertThat(evidence.records()).as(evidence.form()).isEqualTo(2);
                assertThat(evidence.form()).contains(charset.name());
            }
        }
        CaseEvents events = test.events();
        assertThat(events.size()).isEqualTo(2);
        assertThat(events.text(EventField.OPERATION, 0)).isEqualTo("Søren 日本");
        assertThat(test.caseFile().rawRecords().text(events.places(0).getFirst())).isEqualTo(row(1, "Søren 日本"));
        assertThat(events.withRawText("SØREN").cardinality()).isEqualTo(1);
    }

    @Test
    void aFileThatASpreadsheetSavedWithSemicolonsInWindowsEncodingIsRead() {
        String text = table("\r\n", row(1, "Søgning")).replace(HEADER, HEADER.replace(',', ';'))
                .replace(id(1) + ",2026", id(1) + ";2026")
                .replace("Z ,2,Søgning,", "Z ;2;Søgning;")
                .replace("example,\"{", "example;\"{").replace("}\",,", "}\";;");
        test.loadOne(test.write("a.csv", text, Charset.forName("windows-1252")));
        assertThat(test.texts(EventField.OPERATION)).containsExactly("Søgning");
    }

    @Test
    void cellsOverManyLinesBelongToOneRecordAndKeepItsLine() {
        String pretty = auditData(1, "Send").replace(",\"", ",\r\n  \"").replace("{\"", "{\r\n  \"");
        String text = HEADER + "\r\n" + id(1) + ",,2,Send,,\"" + pretty.replace("\"", "\"\"") + "\",,\r\n"
                + row(2, "Send") + "\r\n";
        test.loadOne(test.write("a.csv", text));
        CaseEvents events = test.events();
        assertThat(events.size()).isEqualTo(2);
        assertThat(events.places(0).getFirst().line()).isEqualTo(2);
        assertThat(events.places(1).getFirst().line()).isEqualTo(10);
    }

    @Test
    void jsonThatIsEncodedTwiceInACellIsOpened() {
        String twice = "\"" + auditData(1, "Send").replace("\"", "\\\"") + "\"";
        test.loadOne(test.write("a.csv", HEADER + "\r\n" + id(1) + ",,2,Send,adele@contoso.example,\""
                + twice.replace("\"", "\"\"") + "\",,\r\n"));
        assertThat(test.texts(EventField.IP)).containsExactly("203.0.113.7");
    }

    @Test
    void jsonIsReadHoweverItsObjectsArePutTogether() {
        String one = auditData(1, "A");
        String two = auditData(2, "B");
        Map<String, String> spellings = Map.ofEntries(Map.entry("array", "[" + one + "," + two + "]"),
                Map.entry("lines", one + "\n" + two + "\n"),
                Map.entry("crlf lines with blanks", "\r\n" + one + "\r\n\r\n" + two + "\r\n\r\n"),
                Map.entry("concatenated", one + two),
                Map.entry("two arrays", "[" + one + "][" + two + "]"),
                Map.entry("value",
                        "{\"@odata.context\":\"x\",\"value\":[" + one + "," + two
                                + "],\"@odata.nextLink\":\"https://y/{z}\"}"),
                Map.entry("records", "{\"records\":[" + one + "," + two + "]}"),
                Map.entry("pages", "{\"value\":[" + one + "]}\n{\"value\":[" + two + "]}"),
                Map.entry("pretty", ("[\n" + one + ",\n" + two + "\n]").replace(",\"", ",\n    \"")),
                Map.entry("bom", "\ufeff[" + one + "," + two + "]"));
        spellings.forEach((name, text) -> {
            Evidence evidence = test.loadOne(test.write(name + ".json", text));
            assertThat(List.of(evidence.records(), evidence.rejected())).as(name).containsExactly(2L, 0L);
        });
        assertThat(test.events().size()).isEqualTo(2);
    }

    @Test
    void aDamagedRecordIsRejectedWithItsTextAndCostsNoOther() {
        String cut = "{\"CreationTime\":\"2026-09-15T08:00:09\",\"Id\":\"99999999-2222-4333-8444-000000000009\","
                + "\"Operation\":\"Se";
        for (String text : List.of(auditData(1, "A") + "\n" + cut + "\n" + auditData(2, "B") + "\n",
                "[" + auditData(1, "A") + ",\n" + cut + "\n," + auditData(2, "B") + "]",
                auditData(1, "A") + "\n{\"CreationTime\":{\"x\":1,\n" + auditData(2, "B") + "\n",
                auditData(1, "A") + "\n" + auditData(2, "B") + "\n" + cut,
                auditData(1, "A") + "\nnot json at all\n" + auditData(2, "B") + "\n")) {
            Evidence evidence = test.loadOne(test.write("a" + text.hashCode() + ".json", text));
            assertThat(List.of(evidence.records(), evidence.stored() + evidence.duplicates(), evidence.rejected()))
                    .as(text).containsExactly(3L, 2L, 1L);
        }
        assertThat(test.caseFile().rejected()).extracting(RejectedRecord::text).contains(cut, "not json at all");
        assertThat(test.caseFile().rejected()).extracting(record -> record.place().line()).contains(2, 3);
    }

    @Test
    void aStrayQuoteCostsOneRowAndNotTheFile() {
        Evidence evidence = test.loadOne(test.write("a.csv",
                table("\r\n", row(1, "A"), id(5) + ",\"x\"y,2,\"never closed,,,", row(2, "B"), row(3, "C"))));
        assertThat(List.of(evidence.records(), evidence.stored(), evidence.rejected())).containsExactly(4L, 3L, 1L);
        Evidence atEnd = test
                .loadOne(test.write("b.csv", table("\r\n", row(4, "D"), id(5) + ",\"never closed", row(6, "E"))));
        assertThat(List.of(atEnd.records(), atEnd.stored(), atEnd.rejected())).containsExactly(3L, 2L, 1L);
    }

    @Test
    void typeLinesSeparatorLinesAndRepeatedHeadersAreUnderstood() {
        Evidence evidence = test.loadOne(test.write("a.csv",
                "#TYPE System.Object\r\n" + table("\r\n", row(1, "A")) + table("\r\n", row(2, "B"))));
        assertThat(List.of(evidence.records(), evidence.stored(), evidence.rejected())).containsExactly(3L, 2L, 1L);
        assertThat(test.caseFile().rejected()).singleElement()
                .satisfies(record -> assertThat(record.reason()).isEqualTo(ReadingText.HEADER_AGAIN.text()));
        Evidence declared = test.loadOne(test.write("b.csv",
                "sep=;\r\n" + HEADER.replace(',', ';') + "\r\n" + id(3)
                        + ";2026-09-15T08:00:03Z;2;C;adele@contoso.example;"
                        + '"' + auditData(3, "C").replace("\"", "\"\"") + "\";;\r\n"));
        assertThat(declared.stored()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "~", "\u007f", "\u0080", "§", "Ĭ" })
    void aDeclaredDelimiterMayBeAnyCharacter(String delimiter) {
        String text = "sep=|\r\nDate (UTC)|Request ID|Username|User agent|Status\r\n2026-09-15T08:00:00Z|"
                + "f7d36837-9f88-41fa-89cd-dc16a7c9aa00|a@contoso.example|one,two|Success\r\n";
        Evidence evidence = test.loadOne(test.write("a.csv", text.replace("|", delimiter)));
        assertThat(evidence.stored()).isEqualTo(1);
        assertThat(test.texts(EventField.UPN)).containsExactly("a@contoso.example");
        assertThat(test.texts(EventField.USER_AGENT)).containsExactly("one,two");
    }

    @Test
    void newMissingDoubledAndReorderedColumnsBreakNothing() {
        String text = "Brand New,AuditData,Operation,operation,RecordId\r\nx,\""
                + auditData(1, "Send").replace("\"", "\"\"") + "\",Send,Send," + id(1)
                + ",one cell too many\r\n";
        Evidence evidence = test.loadOne(test.write("a.csv", text));
        assertThat(evidence.stored()).isEqualTo(1);
        assertThat(test.texts(EventField.IP)).containsExactly("203.0.113.7");
    }

    @Test
    void aColumnInAnotherLanguageCanBeMapped() {
        Path file = test.write("Anmeldungen.csv",
                "\"Date (UTC)\",\"Request ID\",\"Username\",\"Sitzungs-ID\",\"Status\"\r\n\"2026-09-15T08:00:00Z\","
                        + "\"f7d36837-9f88-41fa-89cd-dc16a7c9aa00\",\"a@contoso.example\",\"00AA-SID\","
                        + "\"Success\"\r\n");
        ImportReport report = test.load(new ImportOptions("test", null, Map.of("Sitzungs-ID", "Session ID")), file);
        assertThat(report.stored()).isEqualTo(1);
        assertThat(test.texts(EventField.SESSION_ID)).containsExactly("00aa-sid");
        assertThat(test.texts(EventField.UTI)).containsExactly("N2jT94if-kGJzdwWp8mqAA");
    }

    @Test
    void dayAndMonthAreToldByTheWholeFileOrChosenAndReportedOrSet() {
        String header = "CreatedDateTime,UserPrincipalName,UserDisplayName,AppDisplayName,IPAddress,City,Country,"
                + "Device,Browser,OS,Status\r\n";
        String either = header + "3/12/2025 7:22:01 AM,a@contoso.example,A,Office,192.0.2.1,,,,,,Success\r\n";
        Evidence chosen = test.loadOne(test.write("either.csv", either));
        assertThat(chosen.dates()).isEqualTo(new DateReading(DateOrder.MONTH_FIRST, DateReading.Basis.ASSUMED));
        assertThat(chosen.hasAssumedDates()).isTrue();
        assertThat(chosen.dateWords()).contains("--date-order");
        assertThat(test.events().timeQuality(0)).isEqualTo(TimeQuality.ORDER_CHOSEN);
        assertThat(UtcText.of(test.events().time(0))).isEqualTo("2025-03-12T07:22:01Z");

        Evidence proved = test.loadOne(test.write("proved.csv",
                either + "25/12/2025 7:22:01 AM,b@contoso.example,B,Office,192.0.2.1,,,,,,Success\r\n"));
        assertThat(proved.dates()).isEqualTo(new DateReading(DateOrder.DAY_FIRST, DateReading.Basis.PROVED));
        assertThat(proved.hasAssumedDates()).isFalse();
        assertThat(UtcText.of(test.events().time(0))).as("the same row in the file that proves the order")
                .isEqualTo("2025-12-03T07:22:01Z");
        assertThat(test.events().timeQuality(0)).isEqualTo(TimeQuality.READ);

        ImportReport set = test.load(DateOrder.DAY_FIRST,
                test.write("set.csv", either.replace("3/12/2025", "4/11/2025")));
        assertThat(set.imported().getFirst().dates())
                .isEqualTo(new DateReading(DateOrder.DAY_FIRST, DateReading.Basis.SET));
    }

    @Test
    void aRecordThatLostItsDateIsDatedByItsOtherFieldsOrKeptUndated() {
        String header = "TimeGenerated,Operation,OfficeWorkload,RecordType,UserId,OfficeId,AppAccessContext,Type\r\n";
        String context = "\"{\"\"AADSessionId\"\":\"\"00AA\"\",\"\"IssuedAtTime\"\":\"\"2026-06-15T12:30:29\"\","
                + "\"\"UniqueTokenId\"\":\"\"N2jT94if-kGJzdwWp8mqAA\"\"}\"";
        Evidence evidence = test.loadOne(test.write("OfficeActivity.csv",
                header + "12:36 PM,Send,Exchange,ExchangeItem,a@contoso.example," + id(1) + "," + context
                        + ",OfficeActivity\r\n12:36 PM,Create,Exchange,ExchangeItem,a@contoso.example," + id(2)
                        + ",,OfficeActivity\r\nsoon,Move,Exchange,ExchangeItem,a@contoso.example," + id(3)
                        + "," + context + ",OfficeActivity\r\n"));
        assertThat(List.of(evidence.stored(), evidence.rejected(), evidence.undated())).containsExactly(3L, 0L, 2L);
        CaseEvents events = test.events();
        assertThat(test.texts(EventField.OPERATION)).startsWith("Send").contains("Create", "Move");
        assertThat(UtcText.of(events.time(0))).isEqualTo("2026-06-15T12:36:00Z");
        assertThat(events.timeQuality(0)).isEqualTo(TimeQuality.FROM_OTHER_FIELD);
        assertThat(events.time(1)).as("a token is used long after it was issued").isEqualTo(AuditEvent.NO_TIME);
        assertThat(events.time(2)).isEqualTo(AuditEvent.NO_TIME);
        assertThat(events.timeQuality(2)).isEqualTo(TimeQuality.UNDATED);
        assertThat(events.text(EventField.SESSION_ID, 0)).isEqualTo("00aa");
    }

    @Test
    void anIdThatStandsWhereNoFieldHoldsItIsKeptAsAMention() {
        String uti = "OPD3UZnmTkud24wRw6ATAA";
        String session = "009ce429-40c2-14b7-a6c2-73f53f4e8d22";
        String data = auditData(1, "Send").replace("}",
                ",\"Extra\":{\"note\":\"token=" + uti + "; sid " + session.toUpperCase(java.util.Locale.ROOT) + "\"}}");
        test.loadOne(test.write("a.json", data + "\n" + auditData(2, "Send")));
        CaseEvents events = test.events();
        assertThat(events.mentioning(uti).stream().toArray()).containsExactly(0);
        assertThat(events.mentioning(session).stream().toArray()).containsExactly(0);
        assertThat(events.mentioning(id(1)).isEmpty()).as("the record's own id is no mention").isTrue();
    }

    @Test
    void duplicatesAreKnownByTheSourcesKeyWhateverTheShape() {
        test.loadOne(test.write("a.json", auditData(1, "Send")));
        Evidence purview = test.loadOne(test.write("b.csv", table("\r\n", row(1, "Send"), row(2, "Send"))));
        assertThat(List.of(purview.stored(), purview.duplicates())).containsExactly(1L, 1L);
        CaseEvents events = test.events();
        assertThat(events.size()).isEqualTo(2);
        assertThat(events.shapesOf(0)).containsExactlyInAnyOrder("auditdata-json", "purview-csv");
        assertThat(events.places(0)).extracting(place -> test.caseFile().rawRecords().text(place))
                .containsExactlyInAnyOrder(auditData(1, "Send"), row(1, "Send"));
    }

    @Test
    void theSameContentTwiceIsImportedOnceAndSaidSo() {
        String text = table("\n", row(1, "Send"));
        ImportReport report = test.load(test.write("a.csv", text), test.write("b.csv", text));
        assertThat(report.imported()).hasSize(1);
        assertThat(report.skipped()).singleElement().satisfies(
                remark -> assertThat(remark.reason())
                        .isEqualTo(IntakeText.HELD_ALREADY_FROM.text(test.caseFile().evidence().getFirst().path())));
    }

    @Test
    void whatIsNotRecognisedIsRefusedByNameWithWhatWasSeenAndTheNearestShape() {
        ImportReport report = test.load(test.write("other.csv", "RecordId,When,Who\r\n1,2,3\r\n"));
        assertThat(report.imported()).isEmpty();
        assertThat(report.refused()).singleElement().satisfies(remark -> {
            assertThat(remark.path()).endsWith("other.csv");
            assertThat(remark.reason())
                    .isEqualTo(IngestText.COLUMNS_UNKNOWN.text("RecordId, When, Who"));
        });
    }

    @Test
    void whatIsNoTextIsRefusedWithWhatItIsAndWhatToDo() throws Exception {
        Path workbook = folder.resolve("sheet.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(workbook))) {
            zip.putNextEntry(new ZipEntry("[Content_Types].xml"));
        }
        ImportReport report = test.load(workbook, test.write("empty.csv", ""), test.write("blank.json", " \n"),
                test.write("a.bin", new byte[] { 1, 2, 0, 0, 0, 4, 5 }),
                test.write("lfs.json", "version https://git-lfs.github.com/spec/v1\noid sha256:0\n"),
                folder.resolve("missing.csv"), test.write("none.json", "[]"));
        assertThat(report.imported()).isEmpty();
        assertThat(report.refused()).extracting(ImportReport.Remark::reason).hasSize(7)
                .contains(TablesText.WORKBOOK_DAMAGED.text(), ReadingText.EMPTY_FILE.text(), ReadingText.BINARY.text(),
                        ReadingText.LFS_POINTER.text(), FilesText.NOT_FOUND.text(),
                        IngestText.NO_RECORDS.text(ReadingText.FORM_JSON.text("UTF-8")));
    }

    @Test
    void anExportWithoutRowsIsEvidenceOfNoRecords() {
        Evidence evidence = test.loadOne(test.write("a.csv", HEADER + "\r\n"));
        assertThat(evidence.records()).isZero();
        assertThat(evidence.firstEvent()).isNull();
    }

    @Test
    void aDamagedArchiveAndAHalfCompressedFileStopNothingElse() {
        Path good = test.write("good.csv", table("\n", row(1, "Send")));
        Path zip = test.write("bad.zip", new byte[] { 'P', 'K', 3, 4, 9, 9, 9, 9 });
        Path gzip = test.write("bad.json.gz", new byte[] { 0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 1, 2 });
        ImportReport report = test.load(zip, gzip, good);
        assertThat(report.imported()).hasSize(1);
        assertThat(report.refused()).extracting(ImportReport.Remark::path).anyMatch(path -> path.endsWith("bad.zip"))
                .anyMatch(path -> path.contains("bad.json.gz"));
    }

    @Test
    void aCancelledImportKeepsWholeFilesOnly() {
        Path first = test.write("1.csv", table("\n", row(1, "Send")));
        Path second = test.write("2.csv", table("\n", row(2, "Send")));
        Cancellation cancellation = new Cancellation();
        Progress afterFirst = new Progress(cancellation, step -> {
            if (step.part().equals(second.toString())) {
                cancellation.request();
            }
        }, Duration.ZERO);
        ImportReport report = new ImportService(test.caseFile(), Importers.all()).importAll(List.of(first, second),
                ImportOptions.by("test"), afterFirst);
        assertThat(report.cancelled()).isTrue();
        assertThat(report.imported()).hasSize(1);
        assertThat(test.events().size()).isEqualTo(1);
        assertThat(test.load(second).stored()).as("the second file can be imported afterwards").isEqualTo(1);
    }

    @Test
    void recordsLargerThanABlockAndBlocksOfManyRecordsKeepTheirBytesAndLines() {
        StringBuilder text = new StringBuilder(HEADER + "\r\n");
        String filler = "x".repeat(1_500_000);
        for (int i = 0; i < 5; i++) {
            text.append(row(i, "Op" + i + (i == 2 ? filler : ""))).append("\r\n");
        }
        for (int i = 0; i < 30_000; i++) {
            text.append(row(7, "Send").replace(id(7),
                    String.format(java.util.Locale.ROOT, "11111111-2222-4333-8444-1%011d", i))).append("\r\n");
        }
        Evidence evidence = test.loadOne(test.write("big.csv", text.toString()));
        assertThat(List.of(evidence.records(), evidence.stored(), evidence.rejected())).containsExactly(30_005L,
                30_005L, 0L);
        CaseEvents events = test.events();
        for (int event : new int[] { 2, 5, 17_000, 30_004 }) {
            var place = events.places(event).getFirst();
            String raw = test.caseFile().rawRecords().text(place);
            assertThat(text.toString().split("\r\n", place.line() + 1)[place.line() - 1]).isEqualTo(raw);
        }
    }

    @Test
    void theApplicationOfAUsersSignInIsNotWhoSignedIn() {
        String header = "Type,CreatedDateTime [UTC],Id,UserPrincipalName,AppDisplayName,ResultType\n";
        String row = ",2026-03-02T08:00:00Z,8c9d0e1f-0000-4000-8000-00000000098%d,%s,Office,0\n";
        Evidence users = test.loadOne(test.write("users.csv", header + "SigninLogs" + row.formatted(1, "")
                + "SigninLogs" + row.formatted(2, "lea@contoso.example")));
        Evidence apps = test.loadOne(test.write("apps.csv", header + "AADServicePrincipalSignInLogs"
                + row.formatted(3, "")));
        assertThat(test.caseFile().warnings().get(users.id()))
                .anySatisfy(warning -> assertThat(warning.text().toString())
                        .isEqualTo(WarningKind.WITHOUT_ACTOR.text(1, 2)));
        assertThat(test.caseFile().warnings().getOrDefault(apps.id(), List.of())).extracting(ImportWarning::kind)
                .doesNotContain(WarningKind.WITHOUT_ACTOR);
    }
}

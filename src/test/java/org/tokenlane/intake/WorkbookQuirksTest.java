package org.tokenlane.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.query.CaseEvents;

/** Workbooks as people and programs leave them; their parts are written by hand. */
class WorkbookQuirksTest {

    private static final String UTI = "-TZsVeDWj0e-jamRtuUnAA";
    private static final String HEADER = row(1, "CreationTime", "Id", "Operation", "RecordType", "Workload", "UserId",
            "UniqueTokenId", "ClientIP");
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

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
        test.caseFile().evidence().forEach(
                file -> assertThat(file.records()).isEqualTo(file.stored() + file.duplicates() + file.rejected()));
        test.close();
    }

    private static String row(int number, String... cells) {
        StringBuilder row = new StringBuilder("<row r=\"" + number + "\">");
        for (int i = 0; i < cells.length; i++) {
            row.append(cells[i].startsWith("<c") ? cells[i].replace("<c", "<c r=\"" + (char) ('A' + i) + number + '"')
                    : cells[i].isEmpty() ? ""
                            : "<c r=\"" + (char) ('A' + i) + number
                                    + "\" t=\"inlineStr\"><is><t xml:space=\"preserve\">"
                                    + cells[i] + "</t></is></c>");
        }
        return row.append("</row>").toString();
    }

    private static String id(int number) {
        return "5b1f2a3c-0000-4000-8000-%012d".formatted(number);
    }

    private static String audit(int row, String time) {
        return row(row, time, id(row), "Send", "2", "Exchange", "lea@contoso.example");
    }

    private Path book(String name, String workbookPr, String states, String... sheets) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        StringBuilder list = new StringBuilder();
        StringBuilder relations = new StringBuilder();
        StringBuilder types = new StringBuilder();
        String type = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
        String relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 1; i <= sheets.length; i++) {
                String state = List.of((states + ",,").split(",", -1)).get(i - 1);
                list.append("<sheet name=\"S").append(i).append("\" sheetId=\"").append(i).append("\" r:id=\"rId")
                        .append(i).append(state.isEmpty() ? "\"/>" : "\" state=\"" + state + "\"/>");
                relations.append("<Relationship Id=\"rId").append(i).append("\" Type=\"").append(relation)
                        .append("/worksheet\" Target=\"worksheets/sheet").append(i).append(".xml\"/>");
                types.append("<Override PartName=\"/xl/worksheets/sheet").append(i).append(".xml\" ContentType=\"")
                        .append(type).append("worksheet+xml\"/>");
                part(zip, "xl/worksheets/sheet" + i + ".xml", "<worksheet xmlns=\"" + MAIN + "\">" + sheets[i - 1]
                        + "</worksheet>");
            }
            String package_ = "http://schemas.openxmlformats.org/package/2006/";
            part(zip, "[Content_Types].xml", "<Types xmlns=\"" + package_ + "content-types\"><Override PartName="
                    + "\"/xl/workbook.xml\" ContentType=\"" + type + "sheet.main+xml\"/><Override PartName="
                    + "\"/xl/styles.xml\" ContentType=\"" + type + "styles+xml\"/><Override PartName="
                    + "\"/xl/sharedStrings.xml\" ContentType=\"" + type + "sharedStrings+xml\"/>" + types + "</Types>");
            part(zip, "_rels/.rels", "<Relationships xmlns=\"" + package_ + "relationships\"><Relationship Id=\"rId1\""
                    + " Type=\"" + relation + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            part(zip, "xl/workbook.xml", "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + relation + "\">" + workbookPr
                    + "<sheets>" + list + "</sheets></workbook>");
            part(zip, "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"" + package_ + "relationships\">"
                    + relations + "<Relationship Id=\"rId90\" Type=\"" + relation + "/styles\" Target=\"styles.xml\"/>"
                    + "<Relationship Id=\"rId91\" Type=\"" + relation + "/sharedStrings\" Target="
                    + "\"sharedStrings.xml\"/></Relationships>");
            part(zip, "xl/styles.xml", "<styleSheet xmlns=\"" + MAIN + "\"><numFmts count=\"1\"><numFmt numFmtId="
                    + "\"164\" formatCode=\"dd\\.mm\\.yyyy\\ hh:mm:ss\"/></numFmts><cellXfs count=\"3\"><xf numFmtId="
                    + "\"0\"/><xf numFmtId=\"164\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>");
            part(zip, "xl/sharedStrings.xml", "<sst xmlns=\"" + MAIN + "\"><si><r><t>New-</t></r><r><rPr><b/></rPr>"
                    + "<t>InboxRule</t></r></si></sst>");
        }
        return test.write(name, bytes.toByteArray());
    }

    private static void part(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static String data(String... rows) {
        return "<sheetData>" + String.join("", rows) + "</sheetData>";
    }

    private Instant time() {
        CaseEvents events = test.events();
        return Instant.ofEpochSecond(0, events.time(0));
    }

    @Test
    void hiddenSheetsAreReadToo() throws IOException {
        ImportReport report = test.load(book("a.xlsx", "", ",hidden,veryHidden",
                data(HEADER, audit(2, "2026-03-02T08:15:30")), data(HEADER, audit(3, "2026-03-02T08:15:30")),
                data(HEADER, audit(4, "2026-03-02T08:15:30"))));
        assertThat(report.refused()).isEmpty();
        assertThat(report.imported()).extracting(Evidence::stored).containsExactly(1L, 1L, 1L);
    }

    @Test
    void rowsThatAFilterHidesAndRowsBehindBlankOnesAreRead() throws IOException {
        assertThat(test.loadOne(book("a.xlsx", "", "", data(row(1, "Audit log"), "<row r=\"2\"/>",
                HEADER.replace("r=\"1\"", "r=\"4\"").replaceAll("r=\"([A-H])1\"", "r=\"$14\""),
                audit(5, "2026-03-02T08:15:30").replace("<row ", "<row hidden=\"1\" "), row(6, "", " "),
                audit(9, "2026-03-02T08:15:30")) + "<autoFilter ref=\"A4:H9\"/><mergeCells count=\"1\"><mergeCell "
                + "ref=\"A1:H1\"/></mergeCells>")).stored()).isEqualTo(2);
    }

    @Test
    void textInSeveralStylesIsOneText() throws IOException {
        test.loadOne(book("a.xlsx", "", "", data(HEADER,
                row(2, "2026-03-02T08:15:30", id(1), "<c t=\"s\"><v>0</v></c>", "1", "Exchange",
                        "<c t=\"inlineStr\"><is><r><t>lea</t></r><r><rPr><i/></rPr><t>@contoso.example</t></r></is></c>"))));
        assertThat(test.texts(EventField.OPERATION)).containsExactly("New-InboxRule");
        assertThat(test.texts(EventField.UPN)).containsExactly("lea@contoso.example");
    }

    @Test
    void ofFormulasTheResultIsReadAndOfATextThatIsNoFormulaTheText() throws IOException {
        test.loadOne(book("a.xlsx", "", "", data(HEADER,
                row(2, "<c s=\"1\"><f>A9+1</f><v>46083.344097222225</v></c>", id(1),
                        "<c t=\"str\"><f t=\"shared\" ref=\"C2:E2\" si=\"0\">A9</f><v>Send</v></c>",
                        "<c><f>1+1</f><v>2</v></c>",
                        "<c t=\"str\"><f t=\"shared\" si=\"0\"/><v>Exchange</v></c>", "lea@contoso.example",
                        "<c t=\"e\"><f>" + UTI + "</f><v>#NAME?</v></c>", "<c t=\"e\"><v>#N/A</v></c>"))));
        assertThat(time()).isEqualTo("2026-03-02T08:15:30Z");
        assertThat(test.texts(EventField.OPERATION)).containsExactly("Send");
        assertThat(test.texts(EventField.WORKLOAD)).containsExactly("Exchange");
        assertThat(test.texts(EventField.UTI)).containsExactly(UTI);
        assertThat(test.texts(EventField.IP)).isEqualTo(Collections.singletonList(null));
    }

    @ParameterizedTest
    @CsvSource({ ",46083.344097222225,1", "1904,44621.344097222225,1", ",46083.344097222225,2" })
    void aDateIsReadFromTheCalendarOfItsWorkbook(String calendar, String days, int style) throws IOException {
        test.loadOne(book("a.xlsx", calendar == null ? "" : "<workbookPr date1904=\"1\"/>", "", data(HEADER,
                row(2, "<c s=\"" + style + "\"><v>" + days + "</v></c>", id(1), "Send", "2", "Exchange",
                        "lea@contoso.example"))));
        assertThat(time()).isEqualTo("2026-03-02T08:15:30Z");
    }

    @Test
    void aDateWithoutATimeOfDayDatesNothing() throws IOException {
        assertThat(test.loadOne(book("a.xlsx", "", "", data(HEADER,
                row(2, "<c s=\"2\"><v>46083</v></c>", id(1), "Send", "2", "Exchange", "lea@contoso.example"))))
                .undated()).isEqualTo(1);
    }

    @Test
    void lineBreaksThatExcelWritesAsWordsAreLineBreaks() throws IOException {
        String json = "{_x000D_\n &quot;CreationTime&quot;: &quot;2026-03-02T08:15:30&quot;,_x000D_\n &quot;Id&quot;: "
                + "&quot;" + id(7)
                + "&quot;, &quot;Operation&quot;: &quot;a_x005F_x0041_&quot;, &quot;RecordType&quot;: 6,"
                + " &quot;Workload&quot;: &quot;SharePoint&quot;, &quot;UserId&quot;: &quot;lea@contoso.example&quot;}";
        test.loadOne(book("a.xlsx", "", "", data(row(1, "Creation_x000a_Date", "UserIds", "Operations", "AuditData"),
                row(2, "2026-03-02T08:15:30", "lea", "a", json))));
        assertThat(test.texts(EventField.OPERATION)).containsExactly("a_x0041_");
        assertThat(test.texts(EventField.RECORD_ID)).containsExactly(id(7));
        assertThat(test.texts(EventField.UPN)).containsExactly("lea@contoso.example");
    }

    @Test
    void idsThatBecameNumbersDoNotMakeOneRecordOfTwo() throws IOException {
        String head = row(1, "Timestamp", "ReportId", "Url", "ActionType", "AccountUpn", "UrlChain", "IsClickedThrough",
                "NetworkMessageId", "Workload");
        assertThat(test.loadOne(book("a.xlsx", "", "", data(head,
                row(2, "2026-03-02T08:15:30", "<c><v>1.2345678901234568E+19</v></c>", "https://a.example/",
                        "ClickAllowed",
                        "lea@contoso.example", "x", "false", "", "Email"),
                row(3, "2026-03-02T08:15:30", "<c><v>1.2345678901234568E+19</v></c>", "https://a.example/",
                        "ClickAllowed",
                        "lea@contoso.example", "x", "true", "", "Email"))))
                .stored()).isEqualTo(2);
    }

    @Test
    void aCellThatIsMergedOverSeveralRowsIsTheValueOfEach() throws IOException {
        test.loadOne(book("a.xlsx", "", "", data(HEADER,
                row(2, "2026-03-02T08:15:30", id(1), "Send", "2", "Exchange", "lea@contoso.example"),
                row(3, "2026-03-02T08:15:31", id(2), "MoveToDeletedItems", "2", "Exchange", ""),
                row(4, "2026-03-02T08:15:32", id(3), "Update", "2", "Exchange", "<c/>"),
                row(5, "2026-03-02T08:15:33", id(4), "Create", "2", "Exchange", ""))
                + "<mergeCells count=\"1\"><mergeCell ref=\"F2:F4\"/></mergeCells>"));
        assertThat(test.texts(EventField.UPN)).containsExactly("lea@contoso.example", "lea@contoso.example",
                "lea@contoso.example", null);
    }
}

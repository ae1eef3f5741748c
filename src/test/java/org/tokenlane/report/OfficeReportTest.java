package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.job.Progress;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportKind;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.office.ReportDocx;
import org.tokenlane.report.office.ReportWorkbook;
import org.w3c.dom.Document;

/** Reports for office programs, read back: by a reader of workbooks, and as XML. */
class OfficeReportTest {

    private static final String SESSION = "009ce429-40c2-14b7-a6c2-73f53f4e8d22";
    private static final List<String> SUBJECTS = List.of("=cmd|' /C calc'!A1", "a\\u0001b", "half \\ud83d letter",
            "Årsopgørelse & <b>Søren</b>", "入札資料", "+1", "W".repeat(40_000));

    @TempDir
    private static Path folder;
    private static TestCase test;
    private static ReportContent content;

    @BeforeAll
    static void write() {
        test = new TestCase(folder);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < SUBJECTS.size(); i++) {
            lines.append(String.format("{\"CreationTime\":\"2026-09-15T08:%02d:00\",\"Id\":\"10000000-0000-4000-8000-"
                    + "%012d\",\"Operation\":\"SoftDelete\",\"RecordType\":3,\"Workload\":\"Exchange\",\"UserId\":"
                    + "\"adele@contoso.example\",\"ClientIPAddress\":\"203.0.113.7\",\"AppAccessContext\":"
                    + "{\"AADSessionId\":\"%s\"},\"AffectedItems\":[{\"Subject\":\"%s\"}]}%n", i, i, SESSION,
                    SUBJECTS.get(i)));
        }
        test.loadOne(test.write("audit.jsonl", lines.toString()));
        test.caseFile().marks().verdict(List.of(MarkTarget.of(MarkTarget.Kind.SESSION, SESSION)), Verdict.MALICIOUS,
                "", "me");
        Correlation correlation = Correlation.upToDate(test.caseFile());
        content = new ReportBuilder(test.caseFile(), correlation,
                Detection.of(test.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING, Progress.NONE),
                new ReportOptions(List.of(SESSION), "me", "", null, ReportKind.FULL.sections(), 1_000,
                        Instant.parse("2026-11-23T12:00:00Z"), "My own words."),
                Enrichment.of(Networks.shipped()), new RecordDetails(), Progress.NONE).build();
    }

    @AfterAll
    static void close() {
        test.close();
    }

    @Test
    void theWorkbookHasASheetForEachListWithTypedCellsAndNoFormula() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportWorkbook.write(content, out);
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(out.toByteArray()))) {
            Map<String, List<Row>> sheets = new TreeMap<>();
            for (Sheet sheet : book.getSheets().toList()) {
                sheets.put(sheet.getName(), sheet.read());
            }
            assertThat(sheets.keySet()).contains("Sessions", "Events", "Findings", "Containment", "Accounts",
                    ExportText.MAIL_CHANGED.text().substring(0, Math.min(31, ExportText.MAIL_CHANGED.text().length())));
            assertThat(sheets.get("Events")).hasSize(SUBJECTS.size() + 1);
            assertThat(sheets.values().stream().flatMap(List::stream).flatMap(Row::stream).filter(cell -> cell != null))
                    .noneMatch(cell -> cell.getType() == CellType.FORMULA);
            Row first = sheets.get("Events").get(1);
            assertThat(first.getCell(0).getType()).isEqualTo(CellType.NUMBER);
            assertThat(first.getCellAsDate(0).orElseThrow()).isEqualTo("2026-09-15T08:00:00");
            assertThat(first.getCell(10).getType()).isEqualTo(CellType.NUMBER);
            assertThat(sheets.values().stream().flatMap(List::stream).flatMap(Row::stream).filter(cell -> cell != null)
                    .map(cell -> cell.getRawValue())).anyMatch("=cmd|' /C calc'!A1"::equals)
                    .anyMatch("入札資料"::equals);
        }
    }

    @Test
    void theDocumentIsWellFormedInEveryPartAndHasTheStoryAsText() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ReportDocx.write(content, out);
        Map<String, Document> parts = parts(out.toByteArray());
        assertThat(parts.keySet()).contains("[Content_Types].xml", "_rels/.rels", "word/document.xml",
                "word/styles.xml");
        String text = parts.get("word/document.xml").getDocumentElement().getTextContent();
        assertThat(text).contains("adele@contoso.example", "My own words.", "Årsopgørelse & <b>Søren</b>", "入札資料",
                ReportOptions.Section.STORY.text());
        ByteArrayOutputStream again = new ByteArrayOutputStream();
        ReportDocx.write(content, again);
        assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
        // every style that is used is declared
        String styles = parts.get("word/styles.xml").getDocumentElement().getTextContent();
        assertThat(styles).isNotNull();
        Stream.of("Title", "Heading1", "Heading2", "Note", "ListBullet", "Cell", "Grid")
                .forEach(style -> assertThat(ids(parts.get("word/styles.xml"))).contains(style));
    }

    private static List<String> ids(Document styles) {
        var all = styles.getElementsByTagName("w:style");
        return java.util.stream.IntStream.range(0, all.getLength())
                .mapToObj(i -> all.item(i).getAttributes().getNamedItem("w:styleId").getNodeValue()).toList();
    }

    private static Map<String, Document> parts(byte[] docx) throws Exception {
        Map<String, Document> parts = new TreeMap<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                parts.put(entry.getName(), DocumentBuilderFactory.newInstance().newDocumentBuilder()
                        .parse(new ByteArrayInputStream(zip.readAllBytes())));
            }
        }
        return parts;
    }
}

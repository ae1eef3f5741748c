package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
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
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.office.ReportDocx;
import org.tokenlane.report.office.ReportWorkbook;
import org.w3c.dom.Document;

/** Reports for office programs, read back: by a reader of workbooks, and as XML. */
class OfficeReportTest {

    @TempDir
    private static Path folder;
    private static OfficeCase office;
    private static ReportContent content;

    @BeforeAll
    static void write() {
        office = new OfficeCase(folder);
        content = office.content();
    }

    @AfterAll
    static void close() {
        office.close();
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
            assertThat(sheets.get("Events")).hasSize(OfficeCase.SUBJECTS.size() + 1);
            assertThat(sheets.values().stream().flatMap(List::stream).flatMap(Row::stream).filter(cell -> cell != null))
                    .noneMatch(cell -> cell.getType() == CellType.FORMULA);
            Row first = sheets.get("Events").get(1);
            assertThat(first.getCell(0).getType()).isEqualTo(CellType.NUMBER);
            assertThat(first.getCellAsDate(0).orElseThrow()).isEqualTo("2026-09-15T08:00:00");
            assertThat(first.getCell(11).getType()).isEqualTo(CellType.NUMBER);
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

package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
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
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportText;
import org.tokenlane.report.pdf.PdfReport;

/**
 * A list that is too long for the text of a report stands behind it on pages of its own, whole and as accessible as the
 * rest.
 */
class LongListReportTest {

    private static final String SESSION = "00a1b2c3-4d5e-6f70-8192-a3b4c5d6e7f8";
    private static final int EVENTS = 420;
    private static final String LONG = "https://contoso.sharepoint.example/sites/finance/"
            + "a very long name that goes on / ".repeat(160);

    private static final String TITLE = ReportText.SESSION_EVENTS.text(1);
    /** What only the pages of lists say. */

    @TempDir
    private static Path folder;

    private static byte[] pdf;

    @BeforeAll
    static void write() throws IOException {
        try (TestCase test = new TestCase(folder)) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < EVENTS; i++) {
                String target = i == 5 ? LONG
                        : i % 4 == 0 ? "/ملف سري " + i + ".docx"
                                : i % 4 == 1 ? "/入札資料 📁 " + i + ".pptx" : i % 4 == 2 ? "/Ærø/Łódź " + i : "/סוד " + i;
                lines.append(String.format(Locale.ROOT, "{\"AppAccessContext\":{\"AADSessionId\":\"" + SESSION
                        + "\",\"UniqueTokenId\":\"G3oMXtKTSEyPYbJ9njoEAA\"},"
                        + "\"CreationTime\":\"2026-09-01T%02d:%02d:%02d\",\"Id\":\"20000000-0000-4000-8000-%012d\","
                        + "\"Operation\":\"FileAccessed\",\"RecordType\":6,"
                        + "\"Workload\":\"SharePoint\",\"UserId\":\"adele@contoso.example\","
                        + "\"ClientIP\":\"203.0.113.9\",\"ObjectId\":\"%s\"}%n",
                        i / 60, i % 60, i % 60,
                        i,
                        target));
            }
            test.loadOne(test.write("files.jsonl", lines.toString()));
            Correlation correlation = Correlation.upToDate(test.caseFile());
            Detection detection = Detection.of(test.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING,
                    Progress.NONE);
            ReportContent content = new ReportBuilder(test.caseFile(), correlation, detection,
                    new ReportOptions(List.of(SESSION), "Åse", "", null, List.of(Section.SESSIONS, Section.EXPOSURE),
                            5_000, Instant.parse("2026-11-23T12:00:00Z")),
                    Enrichment.of(Networks.shipped()), new RecordDetails(), Progress.NONE).build();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            PdfReport.write(content, out);
            pdf = out.toByteArray();
            if (System.getProperty("keep.pdf") != null) {
                Files.write(Path.of(System.getProperty("keep.pdf")), pdf);
            }
        }
    }

    private static String textOf(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    @Test
    void itIsArchivalAndAccessibleWithTheListsToo() throws Exception {
        assertThat(PdfFaults.of(pdf)).isEmpty();
    }

    @Test
    void everyLineStandsInTheListWholeWhereverItIsBroken() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document).replaceAll("[ \\t]+", " ");
            StringBuilder pages = new StringBuilder();
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                String there = textOf(document, page);
                pages.append(isOfList(document, page) ? there : "");
            }
            String lists = pages.toString();
            for (int i = 0; i < EVENTS; i++) {
                assertThat(lists)
                        .contains(String.format(Locale.ROOT, "2026-09-01 %02d:%02d:%02d", i / 60, i % 60, i % 60));
                assertThat(lists).contains(":" + (i + 1) + "\n");
            }
            assertThat(lists.replaceAll("\\s+", "")).contains(LONG.replaceAll("\\s+", "").substring(0, 600))
                    .contains("入札資料", "ملفسري");
            assertThat(text.replaceAll("\\s+", " ")).contains(ReportText.LIST_AT_THE_END.text(20, EVENTS, TITLE));
        }
    }

    /** Pages of lists are broader than high. */
    private static boolean isOfList(PDDocument document, int page) {
        PDRectangle box = document.getPage(page - 1).getMediaBox();
        return box.getWidth() > box.getHeight();
    }

    @Test
    void thePagesOfListsAreNumberedWithTheOthers() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            for (int page = 1; page <= pages; page++) {
                assertThat(textOf(document, page)).containsOnlyOnce(ReportText.PAGE_NUMBER.text(page, pages));
            }
            assertThat(isOfList(document, 1)).isFalse();
            assertThat(isOfList(document, pages)).isTrue();
        }
    }

    @Test
    void aBookmarkLeadsToEachList() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            boolean found = false;
            for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
                if (item.getTitle().equals(TITLE)) {
                    found = true;
                    assertThat(textOf(document, document.getPages().indexOf(item.findDestinationPage(document)) + 1))
                            .contains(TITLE, ReportText.TIME.text(), ReportText.EVIDENCE.text());
                }
            }
            assertThat(found).isTrue();
        }
    }

    @Test
    void theHeadingStandsOnEveryPageOfAList() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int lists = 0;
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                String text = textOf(document, page);
                if (isOfList(document, page)) {
                    lists++;
                    assertThat(text.replaceAll("\\s+", " ")).containsAnyOf(
                            String.join(" ", ReportText.TIME.text(), ReportText.OPERATION.text(),
                                    ReportText.IN_WORDS.text()),
                            ExposureTable.Column.PATH.title());
                }
            }
            assertThat(lists).isGreaterThan(10);
        }
    }
}

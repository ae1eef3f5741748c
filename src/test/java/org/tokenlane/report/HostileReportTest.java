package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.pdf.PdfReport;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/**
 * What a log holds is hostile and in any script: in reports it is text, does nothing, loads nothing and is not cut off.
 */
class HostileReportTest {

    private static final String SESSION = "009ce429-40c2-14b7-a6c2-73f53f4e8d22";
    private static final List<String> SUBJECTS = List.of(
            "<script>alert(1)</script><img src=http://203.0.113.1/x.png onerror=y>", "]]&gt;&amp;</td></table><h1>gone",
            "Årsopgørelse for Søren & Ægir", "Счёт-фактура №5", "入札資料 東京", "חשבונית לתשלום", "invoice \u202egpj.exe",
            "a\u0001b\u0007c", "📎 receipt 😀",
            "https://contoso.sharepoint.example/" + "verylongpathsegment".repeat(30));

    @TempDir
    private Path folder;
    private TestCase test;

    @BeforeEach
    void write() {
        test = new TestCase(folder);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < SUBJECTS.size(); i++) {
            String subject = SUBJECTS.get(i).replace("\\", "\\\\").replace("\"", "\\\"").replace("\u0001", "\\u0001")
                    .replace("\u0007", "\\u0007");
            lines.append(
                    String.format(
                            "{\"CreationTime\":\"2026-09-15T08:%02d:00\",\"Id\":\"10000000-0000-4000-8000-%012d\","
                                    + "\"Operation\":\"SoftDelete\",\"RecordType\":3,"
                                    + "\"Workload\":\"Exchange\",\"UserId\":\"adele@contoso.example\","
                                    + "\"ClientIPAddress\":\"203.0.113.7\","
                                    + "\"AppAccessContext\":{\"AADSessionId\":\"%s\"},"
                                    + "\"AffectedItems\":[{\"Subject\":\"%s\"}]}%n",
                            i, i, SESSION, subject));
        }
        test.loadOne(test.write("<b>audit</b>.jsonl".replace("<", "(").replace(">", ")").replace("/", ""),
                lines.toString()));
    }

    @AfterEach
    void close() {
        test.close();
    }

    private ReportContent content() {
        for (String subject : SUBJECTS) {
            test.caseFile().marks().note(List.of(MarkTarget.of(MarkTarget.Kind.SESSION, SESSION)), subject, subject);
            test.caseFile().marks().tag(List.of(MarkTarget.of(MarkTarget.Kind.APP, subject)), subject, "me");
        }
        Correlation correlation = Correlation.upToDate(test.caseFile());
        Detection detection = Detection.of(test.caseFile(), correlation, new RecordDetails(), AddressLookup.NOTHING,
                Progress.NONE);
        return new ReportBuilder(test.caseFile(), correlation, detection,
                new ReportOptions(List.of(SESSION), "<i>me</i>", "\"; } body { display: none", null,
                        List.of(Section.values()), 1_000,
                        Instant.parse("2026-11-23T12:00:00Z")),
                Enrichment.of(Networks.shipped()), new RecordDetails(), Progress.NONE)
                .build();
    }

    @Test
    void theHtmlIsWellFormedHoldsTheTextsAsTextsAndNothingThatRunsOrLoads() throws Exception {
        String html = ReportHtml.forBrowser(content());
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document page = factory.newDocumentBuilder().parse(new InputSource(new StringReader(html)));
        assertThat(page.getElementsByTagName("script").getLength()).as("the script that sorts tables").isOne();
        assertThat(html).contains("script-src &#39;sha256-", "name=\"viewport\"", "prefers-color-scheme: dark");
        assertThat(page.getElementsByTagName("img").getLength()).isZero();
        assertThat(page.getElementsByTagName("link").getLength()).isZero();
        NodeList all = page.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            for (int a = 0; a < all.item(i).getAttributes().getLength(); a++) {
                String name = all.item(i).getAttributes().item(a).getNodeName();
                String value = all.item(i).getAttributes().item(a).getNodeValue();
                assertThat(name).doesNotStartWith("on");
                assertThat(value.startsWith("http") && !name.startsWith("xmlns")).as(name + "=" + value).isFalse();
            }
        }
        String text = page.getDocumentElement().getTextContent();
        assertThat(text)
                .contains("<script>alert(1)</script>", "Årsopgørelse for Søren & Ægir", "Счёт-фактура", "入札資料 東京",
                        "חשבונית", "📎 receipt")
                .contains("invoice ·gpj.exe",
                        "a·b·c")
                .doesNotContain("\u202e").doesNotContain("\u0001");
    }

    @Test
    void thePdfShowsEveryScriptAndCutsNothingOff() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(content(), out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            // of letters that share a glyph the PDF gives back one
            String packed = Normalizer.normalize(new PDFTextStripper().getText(document), Normalizer.Form.NFKC)
                    .replaceAll("\\s+", "");
            assertThat(packed).contains("<script>alert(1)</script>", "ÅrsopgørelseforSøren&Ægir", "Счёт-фактураNo5",
                    "入札資料東京", "invoice·gpj.exe", "a·b·c");
            assertThat(packed).contains(("verylongpathsegment".repeat(30)));
            assertThat(packed).containsAnyOf("חשבונית", new StringBuilder("חשבונית").reverse()).contains("📎");
            assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
            assertThat(document.getDocumentCatalog().getNames().getJavaScript()).isNull();
        }
    }

    @Test
    void textsOfTenThousandLettersDoNotFillPages() throws IOException {
        for (int i = 0; i < 3; i++) {
            test.caseFile().marks().note(List.of(MarkTarget.of(MarkTarget.Kind.SESSION, SESSION)),
                    "W".repeat(10_000), "me");
        }
        int before = pages(0);
        assertThat(pages(10_000) - before).isLessThanOrEqualTo(8);
    }

    /** The report with three more events whose subjects have so many letters. */
    private int pages(int letters) throws IOException {
        if (letters > 0) {
            StringBuilder lines = new StringBuilder();
            for (int i = 0; i < 3; i++) {
                lines.append(String.format(
                        "{\"CreationTime\":\"2026-09-15T09:%02d:00\",\"Id\":\"20000000-0000-4000-8000-"
                                + "%012d\",\"Operation\":\"SoftDelete\",\"RecordType\":3,\"Workload\":\"Exchange\",\"UserId\":"
                                + "\"adele@contoso.example\",\"ClientIPAddress\":\"203.0.113.7\",\"AppAccessContext\":"
                                + "{\"AADSessionId\":\"%s\"},\"AffectedItems\":[{\"Subject\":\"%s\"}]}%n",
                        i, i, SESSION,
                        "W".repeat(letters)));
            }
            test.loadOne(test.write("long.jsonl", lines.toString()));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(content(), out);
        try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
            return document.getNumberOfPages();
        }
    }
}

package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.cli.CommandRun;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.SessionQueries;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.Networks;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.document.ReportBuilder;
import org.tokenlane.report.document.ReportContent;
import org.tokenlane.report.document.ReportHtml;
import org.tokenlane.report.document.ReportLogo;
import org.tokenlane.report.document.ReportOptions;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportText;
import org.tokenlane.report.pdf.PdfReport;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;

/**
 * The report of the sample case as a PDF, read back: its text, links, attachment, fonts, and what a validator for
 * archives says.
 */
class PdfReportTest {

    private static final Instant MADE = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private static Path folder;

    private static CaseFile caseFile;
    private static Correlation correlation;
    private static Detection detection;
    private static SampleAnswers answers;
    private static ReportContent content;
    private static byte[] pdf;
    private static String text;

    @BeforeAll
    static void write() throws IOException {
        answers = SharedSample.answers();
        caseFile = CaseFile.open(SharedSample.copyTo(folder.resolve("sample.tlcase")), null);
        MarkTarget session = MarkTarget.of(MarkTarget.Kind.SESSION, answers.aitmSession());
        caseFile.marks().verdict(List.of(session), Verdict.MALICIOUS, "replayed from another network", "Åse");
        caseFile.marks().note(List.of(session), "The user opened the link at home.", "Åse");
        caseFile.marks().ownEvent(1_789_113_600_000_000_000L, "the user got a phone call", "Åse");
        correlation = Correlation.upToDate(caseFile);
        detection = Detection.of(caseFile, correlation, new RecordDetails(), AddressLookup.NOTHING, Progress.NONE);
        content = content(attacked(), 1_000);
        pdf = bytes(content);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            text = new PDFTextStripper().getText(document);
        }
    }

    @AfterAll
    static void close() {
        caseFile.close();
    }

    private static List<String> attacked() {
        return List.of(answers.aitmSession(), answers.deviceCodeSession());
    }

    private static ReportContent content(List<String> sessions, int mostEvents) {
        return content(sessions, List.of(Section.values()), mostEvents);
    }

    private static ReportContent content(List<String> sessions, List<Section> sections, int mostEvents) {
        return content(caseFile, correlation, detection, sessions, sections, mostEvents);
    }

    private static ReportContent content(CaseFile caseFile, Correlation correlation, Detection detection,
            List<String> sessions, List<Section> sections, int mostEvents) {
        return new ReportBuilder(caseFile, correlation, detection,
                new ReportOptions(sessions, "Åse Ørsted", "Contoso – Ældre & Søn", logo(), sections, mostEvents, MADE),
                Enrichment.of(Networks.shipped()), new RecordDetails(), Progress.NONE).build();
    }

    private static ReportLogo logo() {
        try {
            BufferedImage picture = new BufferedImage(300, 100, BufferedImage.TYPE_INT_ARGB);
            picture.createGraphics().fillOval(0, 0, 300, 100);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(picture, "png", out);
            return ReportLogo.of(out.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(ReportContent content) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfReport.write(content, out);
        return out.toByteArray();
    }

    /** Every section, with lists that end early: a row more is like the rows before. */
    @Test
    void itIsAnArchivalDocumentWithTaggedStructureAndAccessible() throws Exception {
        byte[] shortened = bytes(content(attacked(), 25));
        assertThat(PdfFaults.of(shortened)).isEmpty();
    }

    @Test
    void theTitlePageNamesCaseAnalystPeriodVersionAndZone() {
        assertThat(text).contains(ReportText.TITLE.text("sample"), "Åse Ørsted", "Contoso – Ældre & Søn",
                "2026-11-23 12:00 UTC", ReportText.ALL_TIMES.text(), "Tokenlane");
    }

    @Test
    void itTellsTheTwoSessionsWithTheirTokensAndTheFindings() {
        String line = text.replaceAll("\\s+", " ");
        assertThat(line).contains(answers.aitmSession(), answers.deviceCodeSession(), answers.exchangeToken())
                .contains("37 × MailItemsAccessed")
                .contains("Portal sign-in, then session use from another country")
                .contains(ReportText.NO_COUNTER_EVIDENCE.text()).contains("MoveToFolder: RSS Feeds");
        assertThat(content.parts()).extracting(part -> part.facts().sessionId()).contains(answers.aitmSession(),
                answers.deviceCodeSession());
    }

    @Test
    void whatWasGotAtStandsInItWithItsLimitsAsTheExposureOfTheSessionsSaysIt() throws IOException {
        String packed = text.replaceAll("\\s+", "");
        SampleAnswers.Exposure answer = answers.exposures().get(answers.aitmSession());
        assertThat(answer.mailRead().keySet()).isNotEmpty()
                .allSatisfy(id -> assertThat(packed).contains(id.replaceAll("\\s+", "")));
        assertThat(answer.downloaded().keySet())
                .allSatisfy(path -> assertThat(packed)
                        .contains(path.substring(path.lastIndexOf('/') + 1).replaceAll("\\s+", "")));
        assertThat(text).contains(Section.EXPOSURE.text(), ReportText.EXPOSURE_LIMITS.text(),
                ExportText.MAIL_READ.text() + " (");
        String line = text.replaceAll("\\s+", " ");
        assertThat(line).contains(content.exposure().summary());
        assertThat(packed).contains(content.exposure().limits().getFirst().replaceAll("\\s+", "").substring(0, 60));
        Object exposure = attached().get("exposure");
        assertThat(exposure.toString()).contains("mail-read", content.exposure().summary());
    }

    @Test
    void theAnalystsVerdictsAndNotesStandInItWithAuthorAndWhatTheyHoldFor() {
        String line = text.replaceAll("\\s+", " ");
        assertThat(line).contains("malicious: replayed from another network", "The user opened the link at home.",
                "the user got a phone call");
        assertThat(line)
                .contains(ReportText.SUMMARY_VERDICTS.text(ReportText.SUMMARY_VERDICT.text(
                        Count.EVENTS.of(content.marks().verdicts().get(Verdict.MALICIOUS.word())),
                        Verdict.MALICIOUS.word())));
        assertThat(content.parts().stream().filter(part -> part.facts().sessionId().equals(answers.aitmSession()))
                .findFirst().orElseThrow().marks()).hasSize(2);
    }

    @Test
    void sectionsStandInTheOrderThatIsAskedForAndNoOthers() {
        ReportContent chosen = content(List.of(), List.of(Section.GLOSSARY, Section.MARKS, Section.SUMMARY), 10);
        String html = ReportHtml.forBrowser(chosen);
        assertThat(html.indexOf("id=\"glossary\"")).isPositive().isLessThan(html.indexOf("id=\"marks\""));
        assertThat(html.indexOf("id=\"marks\"")).isLessThan(html.indexOf("id=\"summary\""));
        assertThat(html).doesNotContain("id=\"findings\"").doesNotContain("id=\"exposure\"");
    }

    @Test
    void everyEvidenceFileStandsInItWithItsHash() {
        String packed = text.replaceAll("\\s+", "");
        caseFile.evidence().forEach(file -> assertThat(packed).contains(file.sha256()));
    }

    @Test
    void everyPageButItsNumberSaysOfHowMany() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(text).contains(ReportText.PAGE_NUMBER.text(1, pages), ReportText.PAGE_NUMBER.text(pages, pages));
        }
    }

    @Test
    void contentsAndBookmarksLeadToTheSections() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            // the first page of this case, with its logo, goes on on the second
            int contents = document.getPage(1).getAnnotations().isEmpty() ? 2 : 1;
            assertThat(document.getPage(contents).getAnnotations()).hasSizeGreaterThanOrEqualTo(7)
                    .allMatch(annotation -> annotation.getSubtype().equals("Link"));
            List<String> titles = new ArrayList<>();
            for (PDOutlineItem item : document.getDocumentCatalog().getDocumentOutline().children()) {
                titles.add(item.getTitle());
                assertThat(item.findDestinationPage(document)).as(item.getTitle()).isNotNull();
            }
            assertThat(titles).containsExactly(Section.SUMMARY.text(), Section.STORY.text(),
                    Section.MEASURES.text(), Section.NOTIFICATION.text(), Section.FINDINGS.text(),
                    ReportText.SESSION_HEADING.text(1, "adela.novakova@contoso.example"),
                    ReportText.SESSION_HEADING.text(2, "soren.ostergard@contoso.example"), Section.EXPOSURE.text(),
                    Section.MARKS.text(), Section.METHOD.text(), Section.EVIDENCE.text(), Section.ACTIONS.text(),
                    Section.COMMANDS.text(), Section.DETAILS.text(), Section.CITED.text(), Section.GLOSSARY.text());
        }
    }

    @Test
    void everyFontIsEmbedded() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).as(font.getName()).isTrue();
                    assertThat(font.getName()).contains("Noto");
                }
            }
        }
    }

    @Test
    void theAttachedFactsHaveTheNumbersOfTheCase() throws IOException {
        Map<String, Object> facts = attached();
        SessionQueries queries = new SessionQueries(correlation);
        assertThat(facts).containsEntry("events", answers.events()).containsEntry("sessions",
                answers.sessions().size());
        @SuppressWarnings("unchecked")
        List<Map<String, Object>> told = (List<Map<String, Object>>) facts.get("told");
        for (Map<String, Object> session : told) {
            SessionFacts known = queries.all().stream()
                    .filter(each -> each.sessionId().equals(session.get("sessionId"))).findFirst().orElseThrow();
            assertThat(session).containsEntry("operations", known.operations()).containsEntry("signIns",
                    known.signIns());
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> attached() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            PDComplexFileSpecification file = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames()
                    .get(PdfReport.FACTS);
            assertThat(file.getCOSObject().getNameAsString("AFRelationship")).isEqualTo("Data");
            return (Map<String, Object>) CommandRun
                    .json(new String(file.getEmbeddedFile().toByteArray(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void theAttachedFactsHaveTheHashThatTheTitlePageTells() throws Exception {
        byte[] facts;
        try (PDDocument document = Loader.loadPDF(pdf)) {
            facts = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get(PdfReport.FACTS)
                    .getEmbeddedFile().toByteArray();
        }
        String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(facts));
        assertThat(text.replaceAll("\\s+", "")).contains("SHA-256" + hash);
        String html = ReportHtml.forBrowser(content);
        String inside = html
                .substring(html.indexOf("base64,", html.indexOf("facts.json\" href=")) + "base64,".length());
        assertThat(Base64.getDecoder().decode(inside.substring(0, inside.indexOf('"')))).isEqualTo(facts);
        assertThat(html).contains("SHA-256 " + hash);
    }

    @Test
    void theSameCaseGivesTheSameReportByteForByte() throws IOException {
        assertThat(HexFormat.of().formatHex(bytes(content(attacked(), 1_000))).equals(HexFormat.of().formatHex(pdf)))
                .isTrue();
    }

    @Test
    void whereverTheTablesMeetTheEndsOfPagesEveryRowIsThereOnce() throws IOException {
        List<Section> tables = List.of(Section.SESSIONS, Section.EXPOSURE, Section.METHOD);
        try (CaseFile attack = CaseFile.open(SharedSample.copyAttackTo(folder.resolve("attack.tlcase")), null)) {
            Correlation ofAttack = Correlation.upToDate(attack);
            Detection found = Detection.of(attack, ofAttack, new RecordDetails(), AddressLookup.NOTHING, Progress.NONE);
            for (int most = 5; most < 25; most += 2) {
                ReportContent shortened = content(attack, ofAttack, found, List.of(answers.aitmSession()), tables,
                        most);
                try (PDDocument document = Loader.loadPDF(bytes(shortened))) {
                    int pages = document.getNumberOfPages();
                    assertThat(pages).as("with " + most + " rows of a list").isGreaterThan(5);
                    String all = new PDFTextStripper().getText(document);
                    for (int page = 1; page <= pages; page++) {
                        assertThat(all).containsOnlyOnce(ReportText.PAGE_NUMBER.text(page, pages));
                    }
                    String line = all.replaceAll("\\s+", " ");
                    assertThat(line).contains(
                            ReportText.MORE_EVENTS.text(shortened.parts().getFirst().moreEvents(), most));
                    String packed = all.replaceAll("\\s+", "");
                    shortened.exposure().limits()
                            .forEach(limit -> assertThat(packed).contains(limit.replaceAll("\\s+", "")));
                }
            }
        }
    }

    @Test
    void moreEventsThanTheLimitAreSummedUpInASentence() throws IOException {
        ReportContent tenEvents = content(List.of(answers.aitmSession()), List.of(Section.SESSIONS), 10);
        try (PDDocument document = Loader.loadPDF(bytes(tenEvents))) {
            String shortened = new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
            assertThat(shortened)
                    .contains(ReportText.MORE_EVENTS.text(tenEvents.parts().getFirst().moreEvents(), 10))
                    .doesNotContain(ReportText.SESSION_HEADING.text(2, ""));
        }
    }
}

package org.tokenlane.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportText;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;

/** Reports as the command line makes them: logo, templates, and that they say the same as the other commands. */
class ReportCommandTest {

    @TempDir
    private static Path folder;

    private static Path file;
    private static Path attack;
    private static SampleAnswers answers;

    @BeforeAll
    static void copyTheSample() {
        answers = SharedSample.answers();
        file = SharedSample.copyTo(folder.resolve("sample.tlcase"));
        attack = SharedSample.copyAttackTo(folder.resolve("attack.tlcase"));
        CommandRun.of("mark", "--case", file, "--session", answers.aitmSession(), "--verdict", "malicious").isDone();
    }

    private static Path logo() throws IOException {
        BufferedImage picture = new BufferedImage(400, 160, BufferedImage.TYPE_INT_ARGB);
        Graphics2D graphics = picture.createGraphics();
        graphics.setColor(new Color(200, 30, 60, 120));
        graphics.fillOval(10, 10, 380, 140);
        graphics.dispose();
        Path logo = folder.resolve("logo.png");
        ImageIO.write(picture, "png", logo.toFile());
        return logo;
    }

    private static PDDocument report(Path of, Object... more) throws IOException {
        Path pdf = folder.resolve("report.pdf");
        List<Object> all = new java.util.ArrayList<>(List.of("report", "--case", of, "--out", pdf));
        all.addAll(List.of(more));
        CommandRun.of(all.toArray()).isDone();
        return Loader.loadPDF(pdf.toFile());
    }

    @Test
    void aLogoStandsOnTheTitlePageAsAPictureWithoutTransparency() throws IOException {
        try (PDDocument document = report(attack, "--logo", logo(), "--organisation", "Ørsted Response", "--sections",
                "glossary")) {
            List<PDImageXObject> pictures = StreamSupport
                    .stream(document.getPage(0).getResources().getXObjectNames().spliterator(), false).map(name -> {
                        try {
                            return document.getPage(0).getResources().getXObject(name) instanceof PDImageXObject image
                                    ? image
                                    : null;
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    }).filter(image -> image != null).toList();
            assertThat(pictures).singleElement().satisfies(image -> {
                assertThat(image.getWidth()).isEqualTo(400);
                assertThat(image.getCOSObject().containsKey(COSName.SMASK)).isFalse();
            });
        }
    }

    @Test
    void aTemplateKeepsOrganisationLogoSectionsAndTheirOrder() throws IOException {
        Path template = folder.resolve("ours.json");
        report(attack, "--logo", logo(), "--organisation", "Ørsted Response", "--sections", "evidence,summary",
                "--most-events",
                "7", "--save-template", template).close();
        try (PDDocument document = report(attack, "--template", template)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text).contains("Ørsted Response")
                    .containsSubsequence(Section.EVIDENCE.text(), Section.SUMMARY.text());
            assertThat(text.split(Section.EVIDENCE.text(), -1)).as("named: among the only sections")
                    .hasSizeGreaterThan(2);
            assertThat(text).doesNotContain(Section.GLOSSARY.text());
            assertThat(document.getPage(0).getResources().getXObjectNames()).isNotEmpty();
        }
        try (PDDocument document = report(attack, "--template", template, "--organisation", "Another")) {
            assertThat(new PDFTextStripper().getText(document)).contains("Another").doesNotContain("Ørsted Response");
        }
    }

    @Test
    void aTemplateKeepsTheIntroductionUnlessAnotherIsGiven() throws IOException {
        Path template = folder.resolve("texts.json");
        report(attack, "--introduction", "For the board.", "--sections", "glossary", "--save-template", template)
                .close();
        try (PDDocument document = report(attack, "--template", template)) {
            assertThat(new PDFTextStripper().getText(document)).contains("For the board.");
        }
        try (PDDocument document = report(attack, "--template", template, "--introduction", "")) {
            assertThat(new PDFTextStripper().getText(document)).doesNotContain("For the board.");
        }
    }

    @Test
    void whatIsNoLogoOrTemplateIsSaidInASentenceAndNothingIsWritten() throws IOException {
        Path none = Files.writeString(folder.resolve("none.png"), "<svg onload='x'/>");
        Path pdf = folder.resolve("unwritten.pdf");
        assertThat(CommandRun.of("report", "--case", file, "--out", pdf, "--logo", none).err())
                .contains("none.png", ReportText.NO_PICTURE.text());
        assertThat(CommandRun.of("report", "--case", file, "--out", pdf, "--template", none).err())
                .contains("none.png", ReportText.NO_TEMPLATE.text());
        assertThat(CommandRun.of("report", "--case", file, "--out", pdf, "--template", folder.resolve("missing.json"))
                .err()).contains(CliText.NO_SUCH_FILE.text(folder.resolve("missing.json")));
        assertThat(pdf).doesNotExist();
    }

    /** The attached facts of the report and what sessions, session, findings, exposure and marks print. */
    @Test
    void theReportCountsAsTheOtherCommandsDo() throws IOException {
        Map<?, ?> facts;
        try (PDDocument document = report(file)) {
            byte[] attached = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames().get("facts.json")
                    .getEmbeddedFile().toByteArray();
            facts = (Map<?, ?>) CommandRun.json(new String(attached, StandardCharsets.UTF_8));
        }
        List<Map<String, Object>> sessions = CommandRun.of("sessions", "--json", "--case", file).isDone().jsonArray();
        assertThat(facts.get("sessions")).isEqualTo(sessions.size());
        assertThat(facts.get("events"))
                .isEqualTo(CommandRun.of("events", "--json", "--case", file).isDone().jsonLines().size())
                .isEqualTo(answers.events());
        List<Map<String, Object>> findings = CommandRun.of("findings", "--json", "--case", file).isDone().jsonArray();
        assertThat(((List<?>) facts.get("findings")).stream().map(finding -> ((Map<?, ?>) finding).get("rule")).toList()
                .equals(findings.stream().map(finding -> finding.get("rule")).toList()))
                .as("the same findings in the same order").isTrue();
        List<String> toldIds = ((List<?>) facts.get("told")).stream()
                .map(one -> (String) ((Map<?, ?>) one).get("sessionId")).toList();
        assertThat(toldIds).contains(answers.aitmSession(), answers.deviceCodeSession())
                .isSubsetOf(answers.hostileSessions());
        assertThat((List<?>) facts.get("told")).allSatisfy(one -> {
            Map<?, ?> told = (Map<?, ?>) one;
            Map<String, Object> listed = sessions.stream()
                    .filter(session -> session.get("sessionId").equals(told.get("sessionId"))).findFirst()
                    .orElseThrow();
            for (String fact : List.of("signIns", "operations", "risk")) {
                assertThat(told.get(fact)).as(fact).isEqualTo(listed.get(fact));
            }
            SampleAnswers.Session answer = answers.sessions().get(told.get("sessionId"));
            assertThat(told.get("operations")).isEqualTo(answer.operations());
            if (told.get("sessionId").equals(answers.aitmSession())) {
                assertThat(told.get("inferred")).isEqualTo(answer.inferred());
            }
            assertThat((List<?>) told.get("tokens")).hasSize(answer.tokens());
        });
        List<Object> ofSessions = new ArrayList<>(List.of("exposure", "--json", "--case", file));
        toldIds.forEach(session -> ofSessions.addAll(List.of("--session", session)));
        Map<String, Object> exposure = CommandRun.of(ofSessions.toArray()).isDone().jsonObject();
        assertThat(((Map<?, ?>) facts.get("exposure")).get("limits")).isEqualTo(exposure.get("limits"));
        assertThat(((Map<?, ?>) facts.get("eventsByVerdict")).get("malicious"))
                .isEqualTo(CommandRun.of("events", "--json", "--case", file, "verdict:malicious").isDone().jsonLines()
                        .size());
        assertThat(((List<?>) facts.get("evidence")).stream().map(each -> ((Map<?, ?>) each).get("records"))
                .mapToInt(count -> (Integer) count).sum())
                .isEqualTo(answers.files().stream().collect(Collectors.summingInt(SampleAnswers.File::records)));
    }
}

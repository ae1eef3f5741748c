package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportTemplate;

/** A report from the window: put together, looked at page by page, saved. */
@ExtendWith(ApplicationExtension.class)
class ReportWindowTest {

    private SampleWindow sample;

    @Start
    void start(Stage stage) {
        sample = new SampleWindow(stage);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Labeled> query().getText();
    }

    private void open(FxRobot robot) {
        sample.withSampleCase();
        show(robot);
    }

    private static void show(FxRobot robot) {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P).release(KeyCode.P, KeyCode.SHIFT, KeyCode.CONTROL);
        SampleWindow.await(() -> robot.lookup("#report").query().isVisible());
    }

    @Test
    void itsPagesAreLookedAtBeforeItIsSaved(FxRobot robot) throws IOException {
        sample.withSampleCase();
        robot.interact(() -> sample.workbench.navigation().investigate(sample.answers.aitmSession()));
        show(robot);
        robot.clickOn("#report-organisation").write("Contoso");
        robot.clickOn("#report-preview");
        ImageView page = robot.lookup("#report-page").query();
        SampleWindow.await(() -> page.getImage() != null);
        assertThat(text(robot, "#report-where")).startsWith("Page 1 of ");
        robot.clickOn("#report-next");
        SampleWindow.await(() -> text(robot, "#report-where").startsWith("Page 2 of "));
        sample.dialogs.fileToWrite = sample.folder.resolve("case.pdf");
        robot.clickOn("#report-save");
        SampleWindow.await(() -> text(robot, "#report-state").startsWith("Saved: "));
        try (PDDocument document = Loader.loadPDF(sample.dialogs.fileToWrite.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Contoso", sample.answers.aitmSession());
        }
        assertThat(sample.workbench.selection().openCase().get().file().auditTrail().entries().getLast().what())
                .isEqualTo("report written");
    }

    @Test
    void theSessionThatIsLookedAtCanBeToldAlone(FxRobot robot) throws IOException {
        sample.withSampleCase();
        robot.interact(() -> sample.workbench.navigation().investigate(sample.answers.deviceCodeSession()));
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P).release(KeyCode.P, KeyCode.SHIFT, KeyCode.CONTROL);
        sample.dialogs.fileToWrite = sample.folder.resolve("case.html");
        robot.clickOn("#report-save");
        SampleWindow.await(() -> text(robot, "#report-state").startsWith("Saved: "));
        assertThat(Files.readString(sample.dialogs.fileToWrite)).contains("Session 1: soren.ostergard@contoso.example")
                .doesNotContain("Session 2:");
        robot.clickOn("#report-close");
        assertThat(robot.lookup("#report").query().isVisible()).isFalse();
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNamedInASentence(FxRobot robot) {
        open(robot);
        sample.dialogs.fileToWrite = sample.folder.resolve("nowhere").resolve("case.html");
        robot.clickOn("#report-save");
        SampleWindow.await(() -> text(robot, "#report-state").contains("case.html"));
        assertThat(text(robot, "#report-state")).doesNotContain("Exception").doesNotStartWith("Saved");
    }

    @Test
    void logoAndOrderOfSectionsAreKeptAsATemplateAndForTheNextReport(FxRobot robot) throws IOException {
        open(robot);
        BufferedImage picture = new BufferedImage(300, 100, BufferedImage.TYPE_INT_ARGB);
        Path logo = sample.folder.resolve("logo.png");
        ImageIO.write(picture, "png", logo.toFile());
        sample.dialogs.files = List.of(logo);
        robot.clickOn("#report-logo");
        robot.interact(() -> robot.lookup("#report-earlier-glossary").<Button> query().fire());
        robot.interact(() -> robot.lookup("#report-earlier-glossary").<Button> query().fire());
        sample.dialogs.fileToWrite = sample.folder.resolve("ours.json");
        robot.interact(() -> robot.lookup("#report-save-template").<Button> query().fire());
        SampleWindow.await(() -> Files.exists(sample.dialogs.fileToWrite));
        ReportTemplate kept = ReportTemplate.ofJson(Files.readString(sample.dialogs.fileToWrite));
        assertThat(kept.sections()).endsWith(Section.GLOSSARY, Section.EVIDENCE, Section.ACTIONS);
        assertThat(kept.logo()).isNotNull();
        sample.dialogs.fileToWrite = sample.folder.resolve("ordered.html");
        robot.clickOn("#report-save");
        SampleWindow.await(() -> text(robot, "#report-state").startsWith("Saved: "));
        String html = Files.readString(sample.dialogs.fileToWrite);
        assertThat(html).contains("<img class=\"logo\" alt=\"Logo\" src=\"data:image/png;base64,").containsSubsequence(
                "id=\"method\"", "id=\"glossary\"",
                "id=\"evidence\"");
        sample.dialogs.files = List.of(sample.dialogs.fileToWrite);
        robot.interact(() -> robot.lookup("#report-open-template").<Button> query().fire());
        SampleWindow.await(() -> text(robot, "#report-state").startsWith("The template cannot be used: "));
    }
}

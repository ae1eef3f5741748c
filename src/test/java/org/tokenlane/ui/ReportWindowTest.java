package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextArea;
import javafx.scene.image.ImageView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.VBox;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.tokenlane.report.document.ReportKind;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportTemplate;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.reports.ReportsText;

/** A report from the window: put together, looked at page by page, saved. */
class ReportWindowTest {

    private static SampleWindow sample;

    private final FxRobot robot = new WindowRobot();

    @BeforeAll
    static void open() {
        sample = SampleWindow.shared();
    }

    @BeforeEach
    void reset() {
        sample.reset();
    }

    @AfterAll
    static void close() {
        sample.leave();
    }

    private String text(String id) {
        return robot.lookup(id).<Labeled> query().getText();
    }

    private void show() {
        robot.press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P).release(KeyCode.P, KeyCode.SHIFT, KeyCode.CONTROL);
        SampleWindow.await(() -> robot.lookup("#report").query().isVisible());
    }

    @Test
    void itsPagesAreLookedAtBeforeItIsSaved() throws IOException {
        robot.interact(() -> sample.workbench.navigation().investigate(sample.answers.aitmSession()));
        show();
        robot.clickOn("#report-organisation").write("Contoso");
        robot.clickOn("#report-preview");
        ImageView page = robot.lookup("#report-page").query();
        SampleWindow.await(() -> page.getImage() != null);
        assertThat(text("#report-where")).startsWith("Page 1 of ");
        robot.clickOn("#report-next");
        SampleWindow.await(() -> text("#report-where").startsWith("Page 2 of "));
        sample.dialogs.fileToWrite = sample.folder.resolve("case.pdf");
        robot.clickOn("#report-save");
        SampleWindow.await(() -> text("#report-state").startsWith("Saved: "));
        try (PDDocument document = Loader.loadPDF(sample.dialogs.fileToWrite.toFile())) {
            assertThat(new PDFTextStripper().getText(document)).contains("Contoso", sample.answers.aitmSession());
        }
        assertThat(sample.workbench.selection().openCase().get().file().auditTrail().entries().getLast().what())
                .isEqualTo("report written");
    }

    @Test
    void theKindOfReportIsChosenInTheSheet() throws IOException {
        show();
        ComboBox<ReportKind> kind = robot.lookup("#report-kind").query();
        robot.interact(() -> kind.setValue(ReportKind.NOTIFICATION));
        VBox sections = robot.lookup("#report-sections").query();
        assertThat(robot.from(sections).lookup(".check-box").queryAllAs(CheckBox.class))
                .filteredOn(CheckBox::isSelected).singleElement()
                .satisfies(box -> assertThat(box.getText()).isEqualTo(Section.NOTIFICATION.title()));
        sample.dialogs.fileToWrite = sample.folder.resolve("notification.html");
        robot.clickOn("#report-save");
        SampleWindow.await(() -> text("#report-state").startsWith("Saved: "));
        assertThat(sample.dialogs.fileToWrite).content().contains("id=\"notification\"")
                .doesNotContain("id=\"story\"", "id=\"evidence\"");
        robot.interact(() -> kind.setValue(ReportKind.FULL));
        assertThat(robot.from(sections).lookup(".check-box").queryAllAs(CheckBox.class))
                .allMatch(CheckBox::isSelected).hasSize(Section.values().length);
        robot.clickOn("#report-close");
    }

    @Test
    void logoOrderAndTemplateAreSetByTheButtonsOfTheSheet() throws IOException {
        show();
        Path logo = sample.folder.resolve("logo.png");
        ImageIO.write(new BufferedImage(30, 10, BufferedImage.TYPE_INT_ARGB), "png", logo.toFile());
        sample.dialogs.files = List.of(logo);
        robot.interact(() -> robot.lookup("#report-logo").<Button> query().fire());
        SampleWindow.await(() -> robot.lookup("#report-no-logo").query().isVisible());
        robot.interact(() -> robot.lookup("#report-earlier-glossary").<Button> query().fire());
        robot.interact(() -> robot.lookup("#report-introduction").<TextArea> query().setText("For the board."));
        sample.dialogs.fileToWrite = sample.folder.resolve("ours.json");
        robot.interact(() -> robot.lookup("#report-save-template").<Button> query().fire());
        SampleWindow.await(() -> text("#report-state").contains("ours.json"));
        ReportTemplate kept = ReportTemplate.ofJson(Files.readString(sample.dialogs.fileToWrite));
        assertThat(kept.sections()).endsWith(Section.GLOSSARY, Section.CITED);
        assertThat(kept.logo()).isNotNull();
        assertThat(kept.introduction()).isEqualTo("For the board.");
        sample.dialogs.files = List.of(logo);
        robot.interact(() -> robot.lookup("#report-open-template").<Button> query().fire());
        SampleWindow.await(
                () -> text("#report-state").startsWith(ReportsText.TEMPLATE_UNUSABLE.text("").replaceAll("\\.$", "")));
        robot.clickOn("#report-close");
        assertThat(robot.lookup("#report").query().isVisible()).isFalse();
    }
}

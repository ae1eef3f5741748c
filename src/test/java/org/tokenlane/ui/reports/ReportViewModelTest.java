package org.tokenlane.ui.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.report.document.ReportKind;
import org.tokenlane.report.document.ReportOptions.Section;
import org.tokenlane.report.document.ReportText;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.Settings;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class ReportViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private ReportViewModel model;
    private Path own;

    @BeforeAll
    static void open() {
        sample = new OpenedSample(folder);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @BeforeEach
    void make(@TempDir Path ownFolder) {
        own = ownFolder;
        sample.reset();
        workbench = sample.workbench;
        model = new ReportViewModel(workbench.selection(), workbench.rules(), workbench.enrichment(), sample.runner,
                new Settings(own.resolve("settings.properties")));
    }

    @Test
    void aReportIsMadeAndWritten() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.deviceCodeSession()));
        model.begin();
        assertThat(model.canBeOneSession().get()).isTrue();
        sample.runner.hold();
        model.save(folder.resolve("report.html"));
        assertThat(model.running().get()).isTrue();
        sample.runner.proceed();
        assertThat(model.running().get()).isFalse();
        assertThat(folder.resolve("report.html")).content()
                .contains(ReportText.SESSION_HEADING.text(1, "soren.ostergard@contoso.example"))
                .doesNotContain(ReportText.SESSION_HEADING.text(2, ""));
        assertThat(sample.open().file().auditTrail().entries().getLast().detail()).contains("report.html");
    }

    @Test
    void aPlaceThatCannotBeWrittenToIsNamedAndNothingIsLeftOfIt() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.deviceCodeSession()));
        model.begin();
        Path nowhere = folder.resolve("nowhere").resolve("case.html");
        model.save(nowhere);
        assertThat(model.running().get()).isFalse();
        assertThat(model.state().get()).contains(nowhere.toString()).doesNotContain("Exception");
        assertThat(nowhere).doesNotExist();
    }

    @Test
    void logoAndOrderOfSectionsAreThoseOfTheReportAndOfTheNextOne() throws IOException {
        workbench.navigation().go(ViewState.ofSession(sample.answers.deviceCodeSession()));
        model.begin();
        Path logo = folder.resolve("logo.png");
        ImageIO.write(new BufferedImage(30, 10, BufferedImage.TYPE_INT_ARGB), "png", logo.toFile());
        model.choices().chooseLogo(logo);
        model.choices().move(Section.GLOSSARY, -1);
        model.choices().move(Section.GLOSSARY, -1);
        assertThat(model.choices().order()).endsWith(Section.GLOSSARY, Section.DETAILS, Section.CITED);
        model.save(folder.resolve("ordered.html"));
        String html = Files.readString(folder.resolve("ordered.html"));
        assertThat(html.contains("<img class=\"logo\" alt=\"Logo\" src=\"data:image/png;base64,")).isTrue();
        assertThat(List.of(html.indexOf("id=\"evidence\""), html.indexOf("id=\"glossary\""),
                html.indexOf("id=\"cited\""))).isSorted().doesNotContain(-1);
        ReportViewModel next = new ReportViewModel(workbench.selection(), workbench.rules(), workbench.enrichment(),
                sample.runner, new Settings(own.resolve("settings.properties")));
        assertThat(next.choices().order()).isEqualTo(model.choices().order());
        assertThat(next.choices().logo().get()).isNotNull();
        model.choices().chooseLogo(null);
        assertThat(model.choices().logo().get()).isNull();
    }

    @Test
    void aFileThatIsNotATemplateOrPictureChangesNothingAndIsSaid() throws IOException {
        Path letter = Files.writeString(folder.resolve("letter.json"), "Dear Adele");
        model.choices().openTemplate(letter);
        assertThat(model.state().get()).isEqualTo(ReportsText.TEMPLATE_UNUSABLE.text(ReportText.NO_TEMPLATE.text()));
        model.choices().chooseLogo(letter);
        assertThat(model.choices().logo().get()).isNull();
        assertThat(model.choices().sections()).containsExactlyInAnyOrder(Section.values());
    }

    @Test
    void pagesAreShownAndAChangeMakesThemOutdated() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.deviceCodeSession()));
        model.begin();
        Stream.of(Section.values()).filter(section -> section != Section.SUMMARY)
                .forEach(section -> model.choices().toggle(section, false));
        model.preview();
        assertThat(model.pages().get()).isPositive();
        assertThat(model.shown().get().pixels()[0]).isPositive();
        int[] first = model.shown().get().pixels();
        model.page().set(1);
        assertThat(model.shown().get().pixels()).isNotEqualTo(first);
        model.choices().toggle(Section.GLOSSARY, true);
        assertThat(model.shown().get()).isNull();
        assertThat(model.pages().get()).isZero();
        assertThat(model.state().get()).isEqualTo(ReportsText.CHANGED.text());
        model.dismiss();
        assertThat(model.open().get()).isFalse();
    }

    @Test
    void aCancelledReportIsNotWritten() {
        model.begin();
        sample.runner.hold();
        model.save(folder.resolve("cancelled.html"));
        model.cancel();
        assertThat(model.running().get()).isFalse();
        sample.runner.proceed();
        assertThat(folder.resolve("cancelled.html")).doesNotExist();
    }

    @Test
    void sectionsAreMovedWithinTheReportOnly() {
        Section first = model.choices().order().getFirst();
        model.choices().move(first, -1);
        assertThat(model.choices().order().getFirst()).isEqualTo(first);
        model.choices().move(first, 1);
        assertThat(model.choices().order().get(1)).isEqualTo(first);
    }

    @Test
    void theKindOfReportChoosesItsSectionsAndIsNoneWhereTheyAreChanged() {
        assertThat(model.choices().kind().get()).isEqualTo(ReportKind.FULL);
        for (ReportKind kind : ReportKind.values()) {
            model.choices().choose(kind);
            assertThat(model.choices().kind().get()).isEqualTo(kind);
            assertThat(model.choices().options(null, List.of()).sections()).isEqualTo(kind.sections());
            assertThat(model.choices().order()).containsExactlyInAnyOrder(Section.values());
        }
        model.choices().choose(ReportKind.EXECUTIVE);
        model.choices().toggle(Section.GLOSSARY, true);
        assertThat(model.choices().kind().get()).isNull();
        model.choices().toggle(Section.GLOSSARY, false);
        assertThat(model.choices().kind().get()).isEqualTo(ReportKind.EXECUTIVE);
        model.choices().move(Section.MEASURES, -1);
        assertThat(model.choices().kind().get()).as("another order is another report").isNull();
    }

    @Test
    void aTemplateIsSavedAndOpenedAgain() {
        model.choices().organisation().set("Contoso");
        model.choices().toggle(Section.GLOSSARY, false);
        model.choices().saveTemplate(folder.resolve("template.json"));
        ReportViewModel other = new ReportViewModel(workbench.selection(), workbench.rules(), workbench.enrichment(),
                sample.runner,
                new Settings(folder.resolve("others.properties")));
        other.choices().openTemplate(folder.resolve("template.json"));
        assertThat(other.choices().organisation().get()).isEqualTo("Contoso");
        assertThat(other.choices().sections()).doesNotContain(Section.GLOSSARY);
    }

    @Test
    void aTemplateThatIsNotThereChangesNothing() {
        model.choices().organisation().set("Contoso");
        model.choices().openTemplate(folder.resolve("none.json"));
        assertThat(model.choices().organisation().get()).isEqualTo("Contoso");
        assertThat(model.state().get()).isNotEmpty();
    }
}

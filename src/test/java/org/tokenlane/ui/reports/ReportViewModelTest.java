package org.tokenlane.ui.reports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.report.document.ReportOptions.Section;
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

    @BeforeAll
    static void open() {
        sample = new OpenedSample(folder);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @BeforeEach
    void make() {
        sample.reset();
        workbench = sample.workbench;
        model = new ReportViewModel(workbench.selection(), workbench.rules(), workbench.enrichment(), sample.runner,
                new Settings(folder.resolve("settings.properties")));
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
        assertThat(folder.resolve("report.html")).isNotEmptyFile();
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
        Section first = model.order().getFirst();
        model.move(first, -1);
        assertThat(model.order().getFirst()).isEqualTo(first);
        model.move(first, 1);
        assertThat(model.order().get(1)).isEqualTo(first);
    }

    @Test
    void aTemplateIsSavedAndOpenedAgain() {
        model.organisation().set("Contoso");
        model.toggle(Section.GLOSSARY, false);
        model.saveTemplate(folder.resolve("template.json"));
        ReportViewModel other = new ReportViewModel(workbench.selection(), workbench.rules(), workbench.enrichment(),
                sample.runner,
                new Settings(folder.resolve("others.properties")));
        other.openTemplate(folder.resolve("template.json"));
        assertThat(other.organisation().get()).isEqualTo("Contoso");
        assertThat(other.sections()).doesNotContain(Section.GLOSSARY);
    }

    @Test
    void aTemplateThatIsNotThereChangesNothing() {
        model.organisation().set("Contoso");
        model.openTemplate(folder.resolve("none.json"));
        assertThat(model.organisation().get()).isEqualTo("Contoso");
        assertThat(model.state().get()).isNotEmpty();
    }
}

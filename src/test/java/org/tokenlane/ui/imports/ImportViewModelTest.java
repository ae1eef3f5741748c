package org.tokenlane.ui.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.imports.ImportViewModel.Phase;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class ImportViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private ImportViewModel model;

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
        model = new ImportViewModel(workbench.selection(), workbench.navigation(), workbench.messages(), sample.runner,
                workbench::show);
    }

    private Path export() {
        return sample.answers.files().stream().map(file -> SharedSample.exports().resolve(file.name()))
                .filter(java.nio.file.Files::isRegularFile).findFirst().orElseThrow();
    }

    @Test
    void filesAreLookedAtThenImportedThenAccountedFor() {
        sample.runner.hold();
        model.offer(List.of(export()));
        assertThat(model.phase().get()).isEqualTo(Phase.LOOKING);
        sample.runner.proceed();
        assertThat(model.phase().get()).isEqualTo(Phase.READY);
        assertThat(model.rows()).hasSize(1).allMatch(ImportRow::isRecognised);
        sample.runner.hold();
        model.start(null);
        assertThat(model.phase().get()).isEqualTo(Phase.RUNNING);
        model.dismiss();
        assertThat(model.phase().get()).as("it stays while it runs").isEqualTo(Phase.RUNNING);
        sample.runner.proceed();
        assertThat(model.phase().get()).isEqualTo(Phase.DONE);
        assertThat(sample.open().events().size()).isEqualTo(sample.answers.events());
        model.dismiss();
        assertThat(model.phase().get()).isEqualTo(Phase.NONE);
    }

    @Test
    void whatIsNotAnExportIsNotOfferedForImport() throws Exception {
        model.offer(List.of(java.nio.file.Files.writeString(folder.resolve("letter.txt"), "Dear Adele")));
        assertThat(model.phase().get()).isEqualTo(Phase.DONE);
        assertThat(model.rows()).noneMatch(ImportRow::isRecognised);
    }

    @Test
    void anImportThatIsCancelledBeforeItsTurnEnds() {
        model.offer(List.of(export()));
        sample.runner.hold();
        model.start(null);
        model.cancel();
        sample.runner.proceed();
        assertThat(model.phase().get()).isEqualTo(Phase.DONE);
        assertThat(sample.open().events().size()).isEqualTo(sample.answers.events());
    }

    @Test
    void nothingElseIsOfferedWhileAnImportRuns() {
        model.offer(List.of(export()));
        sample.runner.hold();
        model.start(null);
        model.offer(List.of());
        assertThat(model.phase().get()).isEqualTo(Phase.RUNNING);
        assertThat(model.rows()).hasSize(1);
    }
}

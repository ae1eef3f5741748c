package org.tokenlane.ui.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class ExposureViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private ExposureViewModel model;

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
        model = new ExposureViewModel(workbench.selection(), workbench.marking(), workbench.answers(),
                workbench.messages(), workbench.background());
    }

    @Test
    void nothingIsDeterminedWhileNobodyLooks() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.found().get()).isEqualTo(ExposureViewModel.Found.NOTHING);
    }

    @Test
    void whatIsLookedAtIsDeterminedAndStatedWhileItRuns() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        sample.runner.hold();
        model.shown().set(true);
        assertThat(model.state().get()).isNotEmpty();
        sample.runner.proceed();
        assertThat(model.state().get()).isEmpty();
        assertThat(model.found().get().exposure().operations()).isPositive();
        assertThat(model.found().get().tables()).isNotEmpty().allMatch(table -> !table.rows().isEmpty());
        assertThat(model.summary()).isNotEmpty();
    }

    @Test
    void aFurtherFilterTakesThePlaceOfTheWorkThatWaits() {
        model.shown().set(true);
        sample.runner.hold();
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        workbench.navigation().go(ViewState.ofSession(sample.answers.deviceCodeSession()));
        sample.runner.proceed();
        int operations = model.found().get().exposure().operations();
        model.shown().set(false);
        ExposureViewModel other = new ExposureViewModel(workbench.selection(), workbench.marking(),
                workbench.answers(), workbench.messages(), workbench.background());
        other.shown().set(true);
        assertThat(other.found().get().exposure().operations()).isEqualTo(operations);
    }
}

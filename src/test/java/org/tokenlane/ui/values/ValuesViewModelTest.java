package org.tokenlane.ui.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class ValuesViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private ValuesViewModel model;

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
        model = new ValuesViewModel(workbench.selection(), workbench.enrichment(), workbench.messages(),
                workbench.background());
    }

    @Test
    void theValuesOfTheFilteredEventsAreCounted() {
        model.field().set(FilterField.OPERATION);
        int all = model.found().get().lines().stream().mapToInt(ValuesViewModel.Line::events).sum();
        assertThat(all + model.found().get().without()).isEqualTo(sample.open().events().size());
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        int some = model.found().get().lines().stream().mapToInt(ValuesViewModel.Line::events).sum();
        assertThat(some + model.found().get().without())
                .isEqualTo(workbench.selection().matching().get().events().length);
    }

    @Test
    void theMostFrequentComesFirst() {
        model.field().set(FilterField.UPN);
        assertThat(model.found().get().lines()).extracting(ValuesViewModel.Line::events)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void ofTwoFieldsInARowOnlyTheLaterIsShown() {
        sample.runner.hold();
        model.field().set(FilterField.COUNTRY);
        model.field().set(FilterField.OPERATION);
        sample.runner.proceed();
        assertThat(model.found().get().field()).isEqualTo(FilterField.OPERATION);
    }
}

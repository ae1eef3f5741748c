package org.tokenlane.ui.containment;

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
class ContainmentViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private ContainmentViewModel model;

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
        model = new ContainmentViewModel(workbench.selection(), workbench.navigation(), workbench.marking(),
                workbench.answers(),
                workbench.messages(), workbench.background());
    }

    @Test
    void aSheetIsMadeOfTheSessionsThatAreLookedAt() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.text().get()).isEmpty();
        assertThat(model.isThere()).isFalse();
        assertThat(workbench.messages().latest().get()).isNotNull();
        sample.runner.hold();
        model.shown().set(true);
        assertThat(model.state().get()).isNotEmpty();
        assertThat(model.text().get()).isEmpty();
        sample.runner.proceed();
        assertThat(model.text().get()).isNotEmpty();
        assertThat(model.isThere()).isTrue();
    }

    @Test
    void noSheetIsMadeOfMoreSessionsThanAreLikelyHostile() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        model.shown().set(true);
        workbench.navigation().go(ViewState.ALL);
        assertThat(model.text().get()).isEmpty();
        assertThat(model.state().get()).isNotEmpty();
    }

    @Test
    void aSheetThatIsStillBeingMadeDoesNotComeAfterTheAnswerThatThereIsNone() {
        sample.runner.hold();
        model.shown().set(true);
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        workbench.navigation().go(ViewState.ALL);
        sample.runner.proceed();
        assertThat(model.text().get()).isEmpty();
    }
}

package org.tokenlane.ui.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class MarksViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private MarksViewModel model;

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
        model = new MarksViewModel(workbench.selection(), workbench.navigation(), workbench.messages(),
                workbench.marking(), workbench.around(), workbench.display(), sample.runner);
    }

    @Test
    void anOwnEventIsPutOnTheTimelineAndTakenBack() {
        model.ownEvent("2026-09-10 10:30 the user got a phone call");
        assertThat(model.lines().get()).hasSize(1);
        assertThat(model.trail().get()).isNotEmpty();
        model.takeBack(model.lines().get());
        assertThat(model.lines().get()).isEmpty();
    }

    @Test
    void anOwnEventWithoutATimeIsRefusedWithAHint() {
        model.ownEvent("the user got a phone call");
        assertThat(model.lines().get()).isEmpty();
        assertThat(workbench.messages().latest().get()).isNotNull();
    }

    @Test
    void theAuditTrailIsReadInTheBackground() {
        sample.runner.hold();
        model.readTrail();
        assertThat(sample.runner.waiting()).isEqualTo(1);
    }

    @Test
    void aCaseThatIsClosedMeanwhileLeavesNothingAndNoFailure(@TempDir Path own) {
        try (OpenedCase opened = OpenedCase.bare(own)) {
            OpenCase open = opened.open();
            opened.runner.hold();
            MarksViewModel late = new MarksViewModel(opened.workbench.selection(), opened.workbench.navigation(),
                    opened.workbench.messages(), opened.workbench.marking(), opened.workbench.around(),
                    opened.workbench.display(), opened.runner);
            opened.workbench.rules().detect();
            opened.workbench.navigation().go(ViewState.ALL);
            opened.workbench.show(null);
            open.file().close();
            opened.runner.proceed();
            assertThat(late.trail().get()).isEmpty();
            assertThat(opened.said()).isEmpty();
        }
    }
}

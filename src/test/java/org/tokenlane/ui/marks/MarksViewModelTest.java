package org.tokenlane.ui.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ui.OpenedSample;
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
}

package org.tokenlane.ui.findings;

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
class VictimsViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private VictimsViewModel model;

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
        model = new VictimsViewModel(workbench.selection(), workbench.rules(), workbench.marking(),
                workbench.enrichment(), workbench.messages(), workbench.background());
    }

    @Test
    void theSessionThatIsLookedAtIsComparedWithAllOthers() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.hostileIsEmpty().get()).isFalse();
        sample.runner.hold();
        model.compare();
        assertThat(model.running().get()).isTrue();
        assertThat(model.found().get()).isEmpty();
        sample.runner.proceed();
        assertThat(model.running().get()).isFalse();
        assertThat(model.found().get().getFirst().sessionId()).isEqualTo(sample.answers.deviceCodeSession());
    }

    @Test
    void whatWasFoundForOneSessionIsNotShownForAnother() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        model.compare();
        workbench.navigation().go(ViewState.ofSession(sample.answers.deviceCodeSession()));
        assertThat(model.found().get()).isEmpty();
    }
}

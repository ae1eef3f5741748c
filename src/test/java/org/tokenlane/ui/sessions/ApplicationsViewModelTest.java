package org.tokenlane.ui.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.application.ApplicationSubject;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.ViewState;

/** Which applications are listed below the sessions, without a window. */
class ApplicationsViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private ApplicationsViewModel model;

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
        model = new ApplicationsViewModel(sample.workbench.selection(), sample.workbench.navigation(),
                sample.workbench.rules(), sample.workbench.messages(), sample.runner);
    }

    private List<String> listed() {
        return model.listed().get().stream().map(ApplicationSubject::facts).map(facts -> facts.id()).toList();
    }

    @Test
    void thoseWithAnEventThatTheFilterSelectsAreListed() {
        List<String> all = listed();
        assertThat(all).hasSizeGreaterThan(1);
        sample.workbench.navigation().go(ViewState.ofApplication(all.getLast()));
        assertThat(listed()).containsExactly(all.getLast());
        sample.workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(listed()).isEmpty();
        sample.workbench.navigation().go(ViewState.ALL);
        assertThat(listed()).isEqualTo(all);
    }
}

package org.tokenlane.ui.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class SessionsViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private SessionsViewModel model;

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
        model = new SessionsViewModel(workbench.selection(), workbench.rules(), workbench.marking(),
                workbench.messages(), workbench.background());
    }

    @Test
    void theSessionWithTheHighestRiskComesFirst() {
        assertThat(model.sessions()).hasSize(model.all());
        assertThat(model.sessions().getFirst().sessionId()).isEqualTo(sample.answers.aitmSession());
    }

    @Test
    void theListStaysWholeWhileOneSessionIsLookedAtAndFollowsAnyOtherFilter() {
        int all = model.sessions().size();
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.sessions()).hasSize(all);
        String upn = sample.answers.sessions().get(sample.answers.aitmSession()).upn();
        workbench.navigation().go(ViewState.of(new Filter.FieldIs(FilterField.UPN, List.of(upn))));
        assertThat(model.sessions()).isNotEmpty().hasSizeLessThan(all);
    }
}

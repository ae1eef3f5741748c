package org.tokenlane.ui.tokens;

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
class TokenTreeViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private TokenTreeViewModel model;

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
        model = new TokenTreeViewModel(workbench.selection(), workbench.navigation(), workbench.marking(),
                workbench.display(), workbench.enrichment(), workbench.messages(), workbench.background());
    }

    @Test
    void thereIsATreeOnlyOfOneSession() {
        assertThat(model.tree().get()).isNull();
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.tree().get().children()).isNotEmpty();
        workbench.navigation().go(ViewState.ALL);
        assertThat(model.tree().get()).isNull();
    }

    @Test
    void aNodeBecomesTheFilterWithinTheSession() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        TokenNode token = model.tree().get().children().stream().map(TokenTreeViewModel.Branch::node)
                .filter(node -> node.uti() != null).findFirst().orElseThrow();
        model.select(token);
        assertThat(workbench.selection().view().get().session()).isEqualTo(sample.answers.aitmSession());
        assertThat(workbench.selection().view().get().filter().toText()).contains(token.uti());
    }
}

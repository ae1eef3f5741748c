package org.tokenlane.ui.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class CardViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private CardViewModel model;

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
        model = new CardViewModel(workbench.selection(), workbench.navigation(), workbench.marking(),
                workbench.enrichment(), workbench.messages(), workbench.background());
    }

    @Test
    void theCardOfTheLatestRequestIsShown() {
        sample.runner.hold();
        workbench.navigation().showCard(FilterField.OPERATION, "Send", 0, 0);
        workbench.navigation().showCard(FilterField.SESSION, sample.answers.aitmSession(), 0, 0);
        assertThat(model.card().get()).isNull();
        sample.runner.proceed();
        assertThat(model.card().get().request().value()).isEqualTo(sample.answers.aitmSession());
        workbench.navigation().card().set(null);
        assertThat(model.card().get()).isNull();
    }

    @Test
    void marksOfTheValueItselfAreListed() {
        MarkTarget target = MarkTarget.of(MarkTarget.Kind.SESSION, sample.answers.aitmSession());
        workbench.marking().change((marks, who) -> marks.bookmark(List.of(target), who));
        workbench.navigation().showCard(FilterField.SESSION, sample.answers.aitmSession(), 0, 0);
        assertThat(model.marks(workbench.navigation().card().get())).hasSize(1);
        workbench.marking().undo();
        assertThat(model.marks(workbench.navigation().card().get())).isEmpty();
    }
}

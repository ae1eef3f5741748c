package org.tokenlane.ui.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.ViewState;
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
                workbench.enrichment(), workbench.library(), workbench.messages(), workbench.background());
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
    void aCardSaysWhereExternalDataPlacesAnAddressAndNothingOfOtherValues() {
        workbench.navigation().showCard(FilterField.IP, "193.0.6.139", 0, 0);
        assertThat(model.card().get().externalData()).first().asString().contains("NL",
                workbench.enrichment().get().networks().lookUp("193.0.6.139").country().source().label());
        assertThat(model.card().get().facts().events()).isZero();
        workbench.navigation().showCard(FilterField.SESSION, sample.answers.aitmSession(), 0, 0);
        assertThat(model.card().get().externalData()).isEmpty();
    }

    @Test
    void aCardCountsTheEventsOfTheWholeCaseWhateverTheFilterIs() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        workbench.navigation().showCard(FilterField.IP, "203.0.113.77", 0, 0);
        var events = sample.open().events();
        long all = IntStream.range(0, events.size())
                .filter(event -> "203.0.113.77".equals(events.text(EventField.IP, event))).count();
        assertThat(model.card().get().facts().events()).isEqualTo((int) all);
    }

    @Test
    void aCaseThatIsClosedTakesItsCardAway(@TempDir Path own) {
        try (OpenedCase other = OpenedCase.bare(own)) {
            CardViewModel card = new CardViewModel(other.workbench.selection(), other.workbench.navigation(),
                    other.workbench.marking(), other.workbench.enrichment(), other.workbench.library(),
                    other.workbench.messages(),
                    other.workbench.background());
            other.workbench.navigation().showCard(FilterField.OPERATION, "Send", 0, 0);
            assertThat(card.card().get()).isNotNull();
            var open = other.open();
            other.workbench.show(null);
            assertThat(card.card().get()).isNull();
            open.file().close();
        }
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

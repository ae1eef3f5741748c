package org.tokenlane.ui.containment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.containment.ContainmentSheet.Done;
import org.tokenlane.detect.containment.ContainmentSheet.Item;
import org.tokenlane.detect.containment.ContainmentSheet.Step;
import org.tokenlane.model.mark.MarkTarget;
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

    @Test
    void aStepThatIsMarkedAsDoneStaysDoneWhenAMarkIsUndoneAndIsOpenWhenItIsTakenBack() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        model.shown().set(true);
        Step step = model.steps().get().stream()
                .filter(one -> one.items().stream().anyMatch(item -> item.done() == null)).findFirst().orElseThrow();
        Item open = step.items().stream().filter(item -> item.done() == null).findFirst().orElseThrow();
        model.tick(step, open, true);
        assertThat(done(step, open)).isNotNull();
        workbench.marking().change((marks, who) -> marks.bookmark(
                List.of(MarkTarget.of(MarkTarget.Kind.SESSION, sample.answers.aitmSession())), who));
        workbench.marking().undo();
        assertThat(done(step, open)).as("undo takes back the note, not the step").isNotNull();
        model.tick(step, open, false);
        assertThat(done(step, open)).isNull();
        model.tick(step, open, true);
        model.tick(step, open, true);
        assertThat(done(step, open)).isNotNull();
        model.tick(step, open, false);
        assertThat(done(step, open)).isNull();
    }

    private Done done(Step step, Item item) {
        return model.steps().get().stream().filter(one -> one.id().equals(step.id()))
                .flatMap(one -> one.items().stream()).filter(one -> step.key(one).equals(step.key(item))).findFirst()
                .orElseThrow().done();
    }
}

package org.tokenlane.ui.filters;

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
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.Message;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class FilterMenuViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private FilterMenuViewModel model;

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
        model = new FilterMenuViewModel(workbench.selection(), workbench.navigation(), workbench.marking(),
                workbench.messages(), sample.runner);
    }

    @Test
    void aFilterIsSavedAppliedAndDeleted() {
        assertThat(model.canSave()).isFalse();
        workbench.navigation()
                .go(ViewState.of(new Filter.FieldIs(FilterField.OPERATION, List.of("MailItemsAccessed"))));
        assertThat(model.canSave()).isTrue();
        String text = workbench.selection().view().get().filter().toText();
        model.save("mail");
        assertThat(model.saved().get()).containsEntry("mail", text);
        workbench.navigation().go(ViewState.ALL);
        model.apply(model.saved().get().get("mail"));
        assertThat(workbench.selection().view().get().filter().toText()).isEqualTo(text);
        model.remove("mail");
        assertThat(model.saved().get()).doesNotContainKey("mail");
    }

    @Test
    void anAppliedFilterKeepsTheSessionThatIsLookedAt() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        model.apply("result:failure");
        assertThat(workbench.selection().view().get().session()).isEqualTo(sample.answers.aitmSession());
        assertThat(workbench.selection().view().get().parts()).hasSize(2);
    }

    @Test
    void aFilterThatIsNoLongerUnderstoodChangesNothingAndSaysSo() {
        ViewState before = workbench.selection().view().get();
        model.apply("(op:Send");
        assertThat(workbench.selection().view().get()).isEqualTo(before);
        assertThat(workbench.messages().latest().get().kind()).isEqualTo(Message.Kind.ERROR);
    }

    @Test
    void theCaseFileIsReadAndChangedInTheBackgroundOnly() {
        workbench.navigation().go(ViewState.of(new Filter.FieldIs(FilterField.OPERATION, List.of("Send"))));
        sample.runner.hold();
        model.save("held");
        assertThat(model.saved().get()).doesNotContainKey("held");
        sample.runner.proceed();
        assertThat(model.saved().get()).containsKey("held");
    }

    @Test
    void aCaseThatIsClosedMeanwhileLeavesNothingAndNoFailure(@TempDir Path own) {
        try (OpenedCase opened = OpenedCase.bare(own)) {
            OpenCase open = opened.open();
            opened.runner.hold();
            FilterMenuViewModel late = new FilterMenuViewModel(opened.workbench.selection(),
                    opened.workbench.navigation(), opened.workbench.marking(),
                    opened.workbench.messages(), opened.runner);
            opened.workbench.rules().detect();
            opened.workbench.navigation().go(ViewState.ALL);
            opened.workbench.show(null);
            open.file().close();
            opened.runner.proceed();
            assertThat(late.saved().get()).isEmpty();
            assertThat(late.canSave()).isFalse();
            assertThat(opened.said()).isEmpty();
        }
    }
}

package org.tokenlane.ui.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.cli.BareSignIns;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.job.Cancellation;
import org.tokenlane.job.Progress;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.ui.OpenedCase;

/** The filter is applied in a task, the latest one only, and stops where its answer is not wanted any more. */
class CaseSelectionTest {

    private static final Filter FIRST = new Filter.FieldIs(FilterField.IP, List.of("193.0.6.139"));
    private static final Filter SECOND = new Filter.FieldIs(FilterField.IP, List.of("203.0.113.9"));

    @TempDir
    private Path folder;
    private OpenedCase opened;
    private Selection selection;

    @BeforeEach
    void open() {
        opened = OpenedCase.bare(folder);
        selection = opened.workbench.selection();
    }

    @AfterEach
    void close() {
        opened.close();
    }

    private int[] matching() {
        return selection.matching().get().events();
    }

    @Test
    void theFilterIsAppliedInATask() {
        assertThat(matching()).containsExactly(0, 1, 2);
        opened.runner.hold();
        opened.workbench.navigation().go(ViewState.of(FIRST));
        assertThat(matching()).as("until it has run").containsExactly(0, 1, 2);
        opened.runner.proceed();
        assertThat(matching()).containsExactly(0);
    }

    @Test
    void ofTwoFiltersInARowOnlyTheLaterAnswers() {
        opened.runner.hold();
        opened.workbench.navigation().go(ViewState.of(FIRST));
        opened.workbench.navigation().go(ViewState.of(SECOND));
        opened.runner.proceed();
        assertThat(matching()).containsExactly(1);
    }

    @Test
    void aFilterThatIsBeingAppliedIsBusyUntilItHasAnswered() {
        opened.runner.hold();
        opened.workbench.navigation().go(ViewState.of(FIRST));
        assertThat(selection.busy().get()).isTrue();
        assertThat(opened.workbench.activities().current().get().what().key()).isEqualTo(StateText.FILTERING);
        opened.runner.proceed();
        assertThat(selection.busy().get()).isFalse();
        assertThat(opened.workbench.activities().current().get()).isNull();
    }

    @Test
    void aFilterThatIsStoppedLeavesTheOneBefore() {
        opened.workbench.navigation().go(ViewState.of(SECOND));
        opened.runner.hold();
        opened.workbench.navigation().go(ViewState.of(FIRST));
        opened.workbench.activities().current().get().stop();
        assertThat(selection.view().get()).isEqualTo(ViewState.of(SECOND));
        assertThat(selection.busy().get()).isFalse();
        assertThat(opened.runner.waiting()).as("the filter before is not applied again").isEqualTo(1);
        opened.runner.proceed();
        assertThat(matching()).containsExactly(1);
        assertThat(selection.view().get()).isEqualTo(ViewState.of(SECOND));
        opened.workbench.navigation().back();
        assertThat(selection.view().get()).as("before the one that stayed").isEqualTo(ViewState.ALL);
    }

    @Test
    void aWayBackThatIsStoppedLeavesTheFilterThatIsShown() {
        opened.workbench.navigation().go(ViewState.of(FIRST));
        opened.runner.hold();
        opened.workbench.navigation().back();
        selection.stop();
        opened.runner.proceed();
        assertThat(selection.view().get()).isEqualTo(ViewState.of(FIRST));
        assertThat(matching()).containsExactly(0);
        assertThat(opened.workbench.navigation().canGoForward().get()).isFalse();
        assertThat(opened.workbench.navigation().canGoBack().get()).isTrue();
    }

    @Test
    void aTextFilterTellsHowManyBlocksItHasRead() {
        OpenCase open = opened.open();
        List<Progress.Step> steps = new ArrayList<>();
        open.evaluator(MarkedEvents.NONE, new Progress(new Cancellation(), steps::add, Duration.ZERO))
                .events(new Filter.RawText(BareSignIns.SESSION));
        assertThat(steps).isNotEmpty();
        assertThat(steps.getLast().share()).isEqualTo(1);
    }

    @Test
    void aCaseThatIsClosedCancelsItsFilter() {
        OpenCase open = opened.open();
        opened.runner.hold();
        opened.workbench.navigation().go(ViewState.of(FIRST));
        opened.workbench.show(null);
        opened.runner.proceed();
        assertThat(matching()).isEmpty();
        assertThat(opened.workbench.messages().latest().get()).isNull();
        open.file().close();
    }

    @Test
    void whatIsReadOfACaseThatIsClosedMeanwhileIsDroppedQuietly() {
        OpenCase open = opened.open();
        List<String> heard = new ArrayList<>();
        opened.runner.task(WorkLane.SHORT, progress -> {
            opened.workbench.show(null);
            open.file().close();
            return open.file().evidence();
        }).onDone(read -> heard.add("done")).onFailed(failure -> heard.add("failed")).start();
        assertThat(heard).isEmpty();
        assertThat(opened.workbench.messages().latest().get()).isNull();
    }

    @Test
    void aFilterThatIsCancelledStopsBeforeItReadsTheRecords() {
        Cancellation cancellation = new Cancellation();
        cancellation.request();
        OpenCase open = opened.open();
        assertThatThrownBy(() -> open.evaluator(MarkedEvents.NONE, new Progress(cancellation))
                .events(new Filter.RawText(BareSignIns.SESSION))).isInstanceOf(CancellationException.class);
    }

    @Test
    void theSelectedEventStaysAsLongAsTheFilterSelectsIt() {
        selection.event().set(1);
        opened.workbench.navigation().go(ViewState.of(SECOND));
        assertThat(selection.event().get()).isEqualTo(1);
        opened.workbench.navigation().go(ViewState.of(FIRST));
        assertThat(selection.event().get()).isEqualTo(-1);
    }

    @Test
    void queriesForOtherProgramsAreWrittenInATask() {
        StringBuilder taken = new StringBuilder();
        opened.runner.hold();
        opened.workbench.navigation().kql(FilterField.SESSION, BareSignIns.SESSION, taken::append);
        opened.workbench.navigation().kql(FilterField.TOKEN, BareSignIns.UTI, taken::append);
        assertThat(taken).isEmpty();
        opened.runner.proceed();
        assertThat(taken.toString()).contains("SigninLogs", BareSignIns.SESSION, BareSignIns.UTI);
    }

    @Test
    void whatWasAskedForInACaseThatIsLeftIsForgotten() {
        OpenCase left = opened.open();
        Finding finding = new Finding("r", "t", Severity.HIGH, List.of(), null, null, List.of(0),
                List.of(left.events().id(0)), "why", List.of());
        opened.workbench.navigation().showFinding(finding);
        assertThat(opened.workbench.navigation().finding().get()).isEqualTo(finding);
        List<Integer> matched = new ArrayList<>();
        selection.matching().addListener((property, before, now) -> matched.add(now.events().length));
        opened.workbench.show(null);
        assertThat(opened.workbench.navigation().finding().get()).isNull();
        assertThat(matched).as("all views hear of it").isNotEmpty().containsOnly(0);
        left.file().close();
    }

    @Test
    void aCardThatHasNotComeUpCanBeAskedForAgain() {
        List<CardRequest> asked = new ArrayList<>();
        opened.workbench.navigation().card().addListener((property, before, now) -> asked.add(now));
        opened.workbench.navigation().showCard(FilterField.IP, "203.0.113.9", 1, 1);
        opened.workbench.navigation().showCard(FilterField.IP, "203.0.113.9", 1, 1);
        CardRequest wanted = new CardRequest(FilterField.IP, "203.0.113.9", 1, 1);
        assertThat(asked).containsExactly(wanted, null, wanted);
    }
}

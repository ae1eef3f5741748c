package org.tokenlane.ui.tour;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.InvestigationTab;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.Workbench;

/** Five steps from the first page to the proof, without a window. */
class TourTest {

    @TempDir
    private Path folder;
    private OpenedSample sample;
    private Workbench workbench;
    private Tour tour;

    @BeforeEach
    void open() {
        sample = new OpenedSample(folder);
        workbench = sample.workbench;
        tour = new Tour(workbench.selection(), workbench.navigation(), workbench.answers());
    }

    @AfterEach
    void close() {
        sample.close();
    }

    @Test
    void itLeadsFromTheFirstPageToTheProofInFiveSteps() {
        workbench.rules().detect();
        tour.begin();
        List<String> sessions = workbench.answers().answers().get().stories().getFirst().sessions();
        assertThat(tour.steps()).hasSize(5);
        assertThat(tour.at().get()).isZero();
        assertThat(workbench.navigation().page().get()).isEqualTo(Page.START);
        tour.next();
        assertThat(workbench.selection().view().get().session()).isEqualTo(sessions.getFirst());
        tour.next();
        assertThat(workbench.navigation().tab().get()).isEqualTo(InvestigationTab.TOKENS);
        tour.next();
        assertThat(workbench.selection().event().get()).isNotNegative();
        tour.back();
        assertThat(tour.at().get()).isEqualTo(2);
        tour.next();
        tour.next();
        assertThat(tour.at().get()).isEqualTo(4);
        tour.next();
        assertThat(tour.at().get()).as("after the last step").isEqualTo(Tour.NOWHERE);
    }

    @Test
    void itBeginsWhenTheAnswersAreThereAndNotAgainByItself() {
        OpenCase open = sample.open();
        workbench.show(null);
        sample.runner.hold();
        workbench.show(open);
        workbench.rules().detect();
        tour.begin();
        assertThat(tour.at().get()).isEqualTo(Tour.NOWHERE);
        sample.runner.proceed();
        assertThat(tour.at().get()).isZero();
        tour.back();
        assertThat(tour.at().get()).as("before the first step there is none").isZero();
        tour.end();
        workbench.rules().detect();
        assertThat(tour.at().get()).isEqualTo(Tour.NOWHERE);
    }

    @Test
    void aCaseThatIsLeftEndsItAndOneWithoutAnAttackerHasNone(@TempDir Path own) {
        workbench.rules().detect();
        tour.begin();
        workbench.show(null);
        assertThat(tour.at().get()).isEqualTo(Tour.NOWHERE);
        try (OpenedCase bare = OpenedCase.bare(own)) {
            Tour other = new Tour(bare.workbench.selection(), bare.workbench.navigation(), bare.workbench.answers());
            bare.workbench.rules().detect();
            other.begin();
            assertThat(other.at().get()).isEqualTo(Tour.NOWHERE);
        }
    }
}

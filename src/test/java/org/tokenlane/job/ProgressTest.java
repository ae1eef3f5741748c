package org.tokenlane.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private static final long SECOND = 1_000_000_000L;

    private final Cancellation cancellation = new Cancellation();
    private final List<Progress.Step> steps = new ArrayList<>();

    @Test
    void whatIsDoneAddsUpAndBeginsAgainWithEachPart() {
        Progress progress = new Progress(cancellation, steps::add, Duration.ZERO);
        progress.begin("a", 100);
        progress.advance(30, 1);
        progress.advance(20, 2);
        progress.end();
        progress.begin("b", -1);
        assertThat(steps).extracting(Progress.Step::part).containsExactly("a", "a", "a", "a", "b");
        assertThat(steps).extracting(Progress.Step::bytes).containsExactly(0L, 30L, 50L, 50L, 0L);
        assertThat(steps).extracting(Progress.Step::records).containsExactly(0L, 1L, 3L, 3L, 0L);
        assertThat(steps).extracting(Progress.Step::ended).containsExactly(false, false, false, true, false);
    }

    @Test
    void betweenBeginningAndEndItIsReportedOnlyNowAndThen() {
        Progress progress = new Progress(cancellation, steps::add, Duration.ofHours(1));
        progress.begin("a", 100);
        for (int i = 0; i < 100; i++) {
            progress.advance(1, 1);
        }
        assertThat(steps).hasSize(1);
        progress.end();
        assertThat(steps).hasSize(2);
        assertThat(steps.getLast().records()).isEqualTo(100);
    }

    @Test
    void aPartOfPiecesIsCountedInThemUntilThePartBehindIt() {
        Progress progress = new Progress(cancellation, steps::add, Duration.ZERO);
        progress.beginPieces("rules", 4);
        progress.advance(3, 0);
        progress.begin("b", 100);
        assertThat(steps).extracting(Progress.Step::counted).containsExactly(true, true, false);
        assertThat(steps.get(1).share()).isEqualTo(0.75);
    }

    @Test
    void theRestIsEstimatedFromThePaceSoFar() {
        Progress.Step quarter = new Progress.Step("a", 400, 100, 50, 3 * SECOND, false, false);
        assertThat(quarter.share()).isEqualTo(0.25);
        assertThat(quarter.secondsLeft()).isEqualTo(9);
        assertThat(quarter.recordsPerSecond()).isEqualTo(50 / 3.0);
    }

    @Test
    void nothingIsEstimatedWithoutASizeOrBeforeTheFirstByte() {
        assertThat(new Progress.Step("a", -1, 100, 50, SECOND, false, false).share()).isEqualTo(-1);
        assertThat(new Progress.Step("a", -1, 100, 50, SECOND, false, false).secondsLeft()).isEqualTo(-1);
        assertThat(new Progress.Step("a", 0, 0, 0, SECOND, false, false).share()).isEqualTo(-1);
        assertThat(new Progress.Step("a", 100, 0, 0, SECOND, false, false).secondsLeft()).isEqualTo(-1);
    }

    @Test
    void moreThanTheSizeIsAllOfIt() {
        assertThat(new Progress.Step("a", 100, 120, 1, SECOND, false, false).share()).isEqualTo(1);
        assertThat(new Progress.Step("a", 100, 120, 1, SECOND, false, false).secondsLeft()).isZero();
    }

    @Test
    void cancelledWorkStopsAtTheNextLook() {
        Progress progress = new Progress(cancellation);
        assertThatCode(progress::stopIfCancelled).doesNotThrowAnyException();
        cancellation.request();
        assertThat(progress.isCancelled()).isTrue();
        assertThatThrownBy(progress::stopIfCancelled).isInstanceOf(CancellationException.class);
        assertThat(Progress.NONE.isCancelled()).isFalse();
    }
}

package org.tokenlane.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Moments and pixels give each other at every zoom. */
class TimeScaleTest {

    private static final long NOON = 1_789_473_600_000_000_000L;
    private static final long HOUR = 3_600_000_000_000L;

    @Test
    void aSpanThatIsFittedStandsWithAMarginAtBothEnds() {
        TimeScale scale = TimeScale.fit(NOON, NOON + HOUR, 1_000);
        assertThat(scale.x(NOON)).isBetween(10.0, 60.0);
        assertThat(scale.x(NOON + HOUR)).isBetween(940.0, 990.0);
        assertThat(scale.x(NOON + HOUR / 2)).isCloseTo(500, within(0.01));
    }

    @Test
    void aPixelAndItsMomentGiveEachOtherFromMicrosecondsToCenturies() {
        Random random = new Random(1);
        for (int i = 0; i < 1_000; i++) {
            TimeScale scale = new TimeScale(NOON + random.nextLong(HOUR), Math.pow(10, 3 + random.nextDouble() * 12),
                    1_600);
            double x = random.nextDouble() * 1_600;
            assertThat(scale.x(scale.time(x))).isCloseTo(x, within(0.001));
        }
    }

    @Test
    void zoomingKeepsTheMomentUnderThePointer() {
        TimeScale scale = TimeScale.fit(NOON, NOON + HOUR, 1_000);
        for (double x : new double[] { 0, 13.7, 500, 999 }) {
            long under = scale.time(x);
            TimeScale nearer = scale.zoomedAt(x, 0.01);
            assertThat(nearer.x(under)).isCloseTo(x, within(0.01));
            assertThat(nearer.end() - nearer.start()).isLessThan((scale.end() - scale.start()) / 90);
        }
    }

    @Test
    void zoomHasAnEndOnBothSides() {
        TimeScale scale = TimeScale.fit(NOON, NOON + HOUR, 1_000);
        for (int i = 0; i < 500; i++) {
            scale = scale.zoomedAt(500, 0.5);
        }
        assertThat(scale.nanosPerPixel()).isEqualTo(1_000);
        for (int i = 0; i < 500; i++) {
            scale = scale.zoomedAt(500, 2);
        }
        assertThat(scale.nanosPerPixel()).isEqualTo(2e15);
    }

    @Test
    void aMomentOutOfSightIsBroughtToTheMiddleAndOneInSightMovesNothing() {
        TimeScale scale = TimeScale.fit(NOON, NOON + HOUR, 1_000);
        assertThat(scale.showing(NOON + HOUR / 2)).isEqualTo(scale);
        assertThat(scale.showing(NOON + 20 * HOUR).x(NOON + 20 * HOUR)).isCloseTo(500, within(1.0));
    }

    @Test
    void aSpanOfNothingIsShownAsASecondAroundIt() {
        TimeScale scale = TimeScale.fit(NOON, NOON, 1_000);
        assertThat(scale.nanosPerPixel()).isCloseTo(1_060_000, within(0.01));
        assertThat(scale.x(NOON)).isCloseTo(500, within(0.01));
        assertThat(TimeScale.fit(NOON, NOON + 1_000_000_000L, 1_000).nanosPerPixel())
                .isEqualTo(scale.nanosPerPixel());
        assertThat(TimeScale.fit(NOON, NOON + 1_100_000_000L, 1_000).nanosPerPixel())
                .isGreaterThan(scale.nanosPerPixel());
        assertThat(TimeScale.fit(NOON, NOON + HOUR, 0).nanosPerPixel()).isCloseTo(HOUR * 1.06, within(1.0));
    }

    @Test
    void movingShowsLaterTimesAndAWidthKeepsStartAndZoom() {
        TimeScale scale = new TimeScale(NOON, 1e9, 1_000);
        assertThat(scale.end()).isEqualTo(NOON + 1_000_000_000_000L);
        assertThat(scale.movedBy(10)).isEqualTo(new TimeScale(NOON + 10_000_000_000L, 1e9, 1_000));
        assertThat(scale.movedBy(-10)).isEqualTo(new TimeScale(NOON - 10_000_000_000L, 1e9, 1_000));
        assertThat(scale.withWidth(500)).isEqualTo(new TimeScale(NOON, 1e9, 500));
        assertThat(scale.x(NOON - 1_000_000_000L)).isEqualTo(-1);
    }

    @Test
    void aMomentInTheOuterEightHundredthsIsBroughtToTheMiddle() {
        TimeScale scale = new TimeScale(NOON, 1e9, 1_000);
        assertThat(scale.showing(scale.time(80))).isSameAs(scale);
        assertThat(scale.showing(scale.time(920))).isSameAs(scale);
        assertThat(scale.showing(scale.time(79)).x(scale.time(79))).isEqualTo(500);
        assertThat(scale.showing(scale.time(921)).x(scale.time(921))).isEqualTo(500);
    }
}

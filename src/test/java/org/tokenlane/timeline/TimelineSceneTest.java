package org.tokenlane.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is drawn stands where its time and lane put it, and no event is lost in drawing many as one. */
class TimelineSceneTest {

    private static final long START = 1_789_473_600_000_000_000L;
    private static final double LANE = 34;

    private static Timeline timeline(long... times) {
        long[] sorted = Arrays.stream(times).sorted().toArray();
        int[] events = IntStream.range(0, times.length).toArray();
        byte[] origins = new byte[times.length];
        byte[] marks = new byte[times.length];
        for (int i = 0; i < origins.length; i++) {
            origins[i] = (byte) (i % 2);
            marks[i] = (byte) Lane.Mark.OPERATION.ordinal();
        }
        return new Timeline(List.of(new Lane("lane", "", events, sorted, origins, marks, List.of())),
                List.of(new Timeline.Person("one", List.of(), false, 0),
                        new Timeline.Person("other", List.of(), false, 0)),
                events, sorted[0],
                sorted[sorted.length - 1], 0);
    }

    @Test
    void aSingleEventStandsAtThePixelOfItsTimeAndIsFoundThere() {
        TimeScale scale = new TimeScale(START, 1e9, 1_000);
        TimelineScene scene = TimelineScene.of(timeline(START + 100_000_000_000L, START + 500_000_000_000L), scale,
                LANE, null);
        assertThat(scene.size()).isEqualTo(2);
        assertThat(scene.middle(0)).isCloseTo(100, within(0.001));
        assertThat(scene.markAt(100, 17)).isZero();
        assertThat(scene.markAt(102, 33)).isZero();
        assertThat(scene.markAt(110, 17)).isEqualTo(-1);
        assertThat(scene.markAt(100, 40)).as("below the lane").isEqualTo(-1);
        assertThat(scene.events(scene.markAt(500, 1))).containsExactly(1);
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3 })
    void everyEventInViewIsInExactlyOneMarkWhateverTheZoom(long seed) {
        Random random = new Random(seed);
        long[] times = random.longs(20_000, START, START + 3_600_000_000_000L).toArray();
        Timeline timeline = timeline(times);
        for (double nanosPerPixel : new double[] { 3.7e9, 1e9, 2.3e8, 1e7, 5e5 }) {
            TimeScale scale = new TimeScale(START - 1_000_000_000L, nanosPerPixel, 1_000);
            TimelineScene scene = TimelineScene.of(timeline, scale, LANE, null);
            BitSet drawn = new BitSet();
            int byOrigin = 0;
            for (int mark = 0; mark < scene.size(); mark++) {
                for (int event : scene.events(mark)) {
                    assertThat(drawn.get(event)).as("twice").isFalse();
                    drawn.set(event);
                }
                byOrigin += scene.ofOrigin(mark, 0) + scene.ofOrigin(mark, 1);
                assertThat(scene.right(mark)).isGreaterThanOrEqualTo(scene.left(mark));
            }
            assertThat(byOrigin).isEqualTo(drawn.cardinality());
            for (int event = 0; event < times.length; event++) {
                double x = scale.x(timeline.lanes().getFirst().times()[event]);
                if (x >= 0 && x <= 1_000) {
                    assertThat(drawn.get(event)).as("event at " + x).isTrue();
                }
            }
            assertThat(scene.size()).as("never more marks than there is room for").isLessThan(260);
        }
    }

    @Test
    void panningDoesNotRegroupMarks() {
        long[] times = new Random(9).longs(3_000, START, START + 3_600_000_000_000L).toArray();
        Timeline timeline = timeline(times);
        TimeScale scale = new TimeScale(START + 600_000_000_000L, 5e8, 1_000);
        TimelineScene before = TimelineScene.of(timeline, scale, LANE, null);
        TimelineScene after = TimelineScene.of(timeline, scale.movedBy(137), LANE, null);
        int mark = before.markAt(500, 10) >= 0 ? before.markAt(500, 10) : before.size() / 2;
        int[] events = before.events(mark);
        boolean same = IntStream.range(0, after.size()).anyMatch(other -> Arrays.equals(after.events(other), events));
        assertThat(same).isTrue();
    }

    @Test
    void whatTheFilterLeavesOutIsCountedApart() {
        BitSet matching = new BitSet();
        matching.set(0);
        TimelineScene scene = TimelineScene.of(timeline(START, START + 1_000, START + 2_000),
                new TimeScale(START - 10_000_000_000L, 1e9, 100), LANE, matching);
        assertThat(scene.size()).isEqualTo(1);
        assertThat(scene.count(0)).isEqualTo(3);
        assertThat(scene.matched(0)).isEqualTo(1);
        assertThat(scene.mostInMark()).isEqualTo(3);
    }

    @Test
    void stepsGoThroughTheEventsAndEndAtBothEnds() {
        Timeline timeline = timeline(START, START + 1, START + 2);
        assertThat(timeline.step(0, 1)).isEqualTo(1);
        assertThat(timeline.step(2, 1)).isEqualTo(2);
        assertThat(timeline.step(0, -1)).isZero();
        assertThat(timeline.step(-1, 1)).isZero();
        assertThat(timeline.step(Integer.MAX_VALUE, -1)).isEqualTo(2);
        assertThat(Timeline.EMPTY.step(0, 1)).isEqualTo(-1);
    }
}

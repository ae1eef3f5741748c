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
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.mark.Verdict;

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
                List.of(new Timeline.Person("one", List.of(), false, 0, OriginStyle.unclear(0)),
                        new Timeline.Person("other", List.of(), false, 0, OriginStyle.unclear(0))),
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

    private static Timeline twoLanes(long[] first, long[] second) {
        return new Timeline(List.of(lane(first, 0), lane(second, first.length)),
                List.of(new Timeline.Person("one", List.of(), false, 0, OriginStyle.unclear(0))),
                IntStream.range(0, first.length + second.length).toArray(), first[0], second[second.length - 1], 0);
    }

    private static Lane lane(long[] times, int firstEvent) {
        byte[] marks = new byte[times.length];
        for (int i = 0; i < marks.length; i++) {
            marks[i] = (byte) Lane.Mark.values()[i % Lane.Mark.values().length].ordinal();
        }
        return new Lane("", "", IntStream.range(firstEvent, firstEvent + times.length).toArray(), times,
                new byte[times.length], marks, List.of());
    }

    private static long second(long seconds) {
        return START + seconds * 1_000_000_000L;
    }

    @Test
    void aMarkIsFoundWithinHalfItsWidthOfItsEdgesAndInItsLaneOnly() {
        TimelineScene scene = TimelineScene.of(twoLanes(new long[] { second(100) }, new long[] { second(300) }),
                new TimeScale(START, 1e9, 1_000), LANE, null);
        assertThat(scene.left(0)).isEqualTo(96);
        assertThat(scene.right(0)).isEqualTo(104);
        assertThat(scene.markAt(96, 0)).isZero();
        assertThat(scene.markAt(104, 0)).isZero();
        assertThat(scene.markAt(92.01, 0)).isZero();
        assertThat(scene.markAt(92, 0)).as("half a mark away").isEqualTo(-1);
        assertThat(scene.markAt(107.99, 0)).isZero();
        assertThat(scene.markAt(108, 0)).isEqualTo(-1);
        assertThat(scene.markAt(100, LANE - 0.01)).isZero();
        assertThat(scene.markAt(100, LANE)).isEqualTo(-1);
        assertThat(scene.markAt(300, LANE)).isEqualTo(1);
        assertThat(scene.markAt(300, 2 * LANE)).isEqualTo(-1);
        assertThat(scene.markAt(100, -0.01)).isEqualTo(-1);
        assertThat(scene.lane(1)).isEqualTo(1);
        assertThat(scene.scale().width()).isEqualTo(1_000);
    }

    @Test
    void theNearerOfTwoMarksIsFound() {
        TimelineScene scene = TimelineScene.of(twoLanes(new long[] { second(96), second(112) }, new long[] { START }),
                new TimeScale(START, 1e9, 1_000), LANE, null);
        assertThat(scene.markAt(103, 0)).isZero();
        assertThat(scene.markAt(105, 0)).isEqualTo(1);
    }

    private static EventWeights malicious(BitSet events) {
        byte[] verdicts = new byte[events.length()];
        events.stream().forEach(event -> verdicts[event] = EventWeights.MALICIOUS);
        return EventWeights.of(new byte[0], verdicts);
    }

    @Test
    void oneSevereFindingAmongManyEventsIsSeen() {
        Timeline timeline = twoLanes(new long[] { START, START + 1, START + 2 }, new long[] { START });
        TimelineScene scene = TimelineScene.of(timeline, new TimeScale(START - 10_000_000_000L, 1e9, 100), LANE, null,
                EventWeights.of(new byte[] { 1, 4, 3 }, new byte[0]));
        assertThat(scene.severity(0)).isEqualTo(Severity.HIGH);
        assertThat(scene.severity(1)).isNull();
        assertThat(scene.isWeighed()).isTrue();
        assertThat(TimelineScene.of(timeline, scene.scale(), LANE, null).isWeighed()).isFalse();
    }

    @Test
    void aMarkIsDrawnAsTheMostTellingOfItsEventsAndCountsHostileOnes() {
        BitSet hostile = new BitSet();
        hostile.set(1);
        hostile.set(2);
        Timeline timeline = twoLanes(new long[] { START, START + 1, START + 2 }, new long[] { START });
        TimelineScene scene = TimelineScene.of(timeline, new TimeScale(START - 10_000_000_000L, 1e9, 100), LANE, null,
                malicious(hostile));
        assertThat(scene.severity(0)).isNull();
        assertThat(scene.verdict(0)).isEqualTo(Verdict.MALICIOUS);
        assertThat(scene.verdict(1)).isNull();
        assertThat(scene.kind(0)).isEqualTo(Lane.Mark.SIGN_IN);
        assertThat(scene.hostile(0)).isEqualTo(2);
        assertThat(scene.matched(0)).isEqualTo(3);
        assertThat(scene.hostile(1)).isZero();
        assertThat(scene.kind(1)).isEqualTo(Lane.Mark.INFERRED);
        assertThat(TimelineScene.of(timeline, scene.scale(), LANE, null).hostile(0)).isZero();
    }

    @Test
    void eventsShortlyOutsideTheViewAreDrawnTooAndOthersAreNot() {
        TimelineScene scene = TimelineScene.of(
                twoLanes(new long[] { second(-500), second(0), second(117), second(119), second(500) },
                        new long[] { START }),
                new TimeScale(START, 1e9, 100), LANE, null);
        BitSet drawn = new BitSet();
        IntStream.range(0, scene.size()).flatMap(mark -> Arrays.stream(scene.events(mark))).forEach(drawn::set);
        assertThat(drawn.get(0)).isFalse();
        assertThat(drawn.get(1)).isTrue();
        assertThat(drawn.get(2)).as("within 18 pixels").isTrue();
        assertThat(drawn.get(3)).as("beyond 18 pixels").isFalse();
        assertThat(drawn.get(4)).isFalse();
    }

    @Test
    void marksOfALaneDoNotOverlapAndManyAreKeptWhole() {
        long[] times = IntStream.range(0, 600).mapToLong(i -> second(17L * i)).toArray();
        BitSet even = new BitSet();
        IntStream.range(0, 600).filter(i -> i % 2 == 0).forEach(even::set);
        TimelineScene scene = TimelineScene.of(twoLanes(times, new long[] { START }),
                new TimeScale(START, 1e9, 10_400), LANE, even, malicious(even));
        assertThat(scene.size()).isGreaterThan(512);
        int events = 0;
        int matched = 0;
        for (int mark = 0; mark < scene.size() - 1; mark++) {
            assertThat(scene.events(mark)).hasSize(scene.count(mark));
            assertThat(scene.left(mark)).isEqualTo(17.0 * scene.events(mark)[0] - TimelineScene.HALF_MARK);
            assertThat(scene.ofOrigin(mark, 0)).isEqualTo(scene.count(mark));
            assertThat(scene.hostile(mark)).isEqualTo(scene.matched(mark));
            events += scene.count(mark);
            matched += scene.matched(mark);
            if (mark > 0) {
                assertThat(scene.right(mark - 1)).isLessThanOrEqualTo(scene.left(mark));
            }
        }
        assertThat(events).isEqualTo(600);
        assertThat(matched).isEqualTo(300);
        assertThat(scene.right(scene.size() - 2)).isEqualTo(17.0 * 599 + TimelineScene.HALF_MARK);
    }

    @Test
    void marksThatTouchAcrossABucketAreCutAtTheNextOne() {
        // buckets of 2^34 ns, about 17 s: one event just before a border, one just behind it
        long border = (START >> 34) + 1 << 34;
        TimelineScene scene = TimelineScene.of(
                twoLanes(new long[] { border - 1_000_000_000L, border + 1_000_000_000L }, new long[] { border }),
                new TimeScale(border - 50_000_000_000L, 1e9, 100), LANE, null);
        assertThat(scene.size()).isEqualTo(3);
        assertThat(scene.right(0)).isEqualTo(scene.left(1));
        assertThat(scene.mostInMark()).isEqualTo(1);
        assertThat(scene.right(1)).as("the other lane is not in the way").isCloseTo(55, within(0.001));
    }

    @Test
    void theLaneOfAnEventIsFound() {
        Timeline timeline = twoLanes(new long[] { START }, new long[] { START, START + 1 });
        assertThat(timeline.laneOf(0)).isZero();
        assertThat(timeline.laneOf(1)).isEqualTo(1);
        assertThat(timeline.laneOf(2)).isEqualTo(1);
        assertThat(timeline.laneOf(3)).isEqualTo(-1);
        assertThat(timeline.isEmpty()).isFalse();
        assertThat(Timeline.EMPTY.isEmpty()).isTrue();
        assertThat(timeline.step(1, 0)).isEqualTo(1);
        assertThat(timeline.step(1, 5)).isEqualTo(2);
        assertThat(timeline.step(1, -5)).isZero();
    }
}

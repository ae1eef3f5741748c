package org.tokenlane.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Where the lanes are, and which of them stay above. */
class LaneLayoutTest {

    private static LaneLayout lanes(int count, int pinned, double room, int... collapsed) {
        BitSet thin = new BitSet();
        IntStream.of(collapsed).forEach(thin::set);
        return LaneLayout.of(count, pinned, thin, room);
    }

    @Test
    void lanesFillTheHeightAsFarAsThatLooksWell() {
        assertThat(lanes(5, 0, 300).height(0)).isEqualTo(60);
        assertThat(lanes(5, 0, 5 * LaneLayout.LEAST).height(4)).isEqualTo(LaneLayout.LEAST);
        assertThat(lanes(5, 0, 5 * LaneLayout.LEAST - 1).height(4)).as("they scroll").isEqualTo(LaneLayout.LEAST);
        assertThat(lanes(1, 0, 500).height(0)).isEqualTo(LaneLayout.MOST);
        assertThat(lanes(0, 0, 500).total()).isZero();
    }

    @Test
    void aCollapsedLaneGivesItsRoomToTheOthers() {
        LaneLayout layout = lanes(3, 0, 135, 1);
        assertThat(layout.isCollapsed(1)).isTrue();
        assertThat(layout.height(1)).isEqualTo(LaneLayout.COLLAPSED);
        assertThat(layout.height(2)).isEqualTo(60);
        assertThat(layout.isCollapsed(2)).isFalse();
    }

    @Test
    void pinnedLanesStayWhileTheOthersScroll() {
        LaneLayout layout = lanes(20, 2, 340);
        assertThat(layout.mostScroll()).isEqualTo(10 * LaneLayout.LEAST);
        assertThat(layout.top(1, 100)).isEqualTo(LaneLayout.LEAST);
        assertThat(layout.top(2, 100)).isEqualTo(2 * LaneLayout.LEAST - 100);
        assertThat(layout.laneAt(LaneLayout.LEAST, 100)).isEqualTo(1);
        assertThat(layout.laneAt(2 * LaneLayout.LEAST, 2 * LaneLayout.LEAST)).isEqualTo(4);
        assertThat(layout.isSeen(2, 34)).as("below the pinned lanes").isFalse();
        assertThat(layout.isSeen(2, 33)).isTrue();
    }

    @Test
    void pinnedLanesNeverTakeAllOfTheRoom() {
        assertThat(lanes(20, 20, 340).pinned()).isEqualTo(9);
        assertThat(lanes(4, 4, 340).pinned()).as("all are in sight anyway").isEqualTo(4);
    }

    @Test
    void aLaneIsFoundByItsHeightAndShownByScrolling() {
        LaneLayout layout = lanes(20, 0, 340);
        assertThat(layout.laneAt(33, 0)).isZero();
        assertThat(layout.laneAt(34, 0)).isEqualTo(1);
        assertThat(layout.laneAt(-1, 0)).isEqualTo(-1);
        assertThat(lanes(2, 0, 340).laneAt(200, 0)).as("below the last").isEqualTo(-1);
        assertThat(layout.scrollTo(3, 0)).isZero();
        double scroll = layout.scrollTo(19, 0);
        assertThat(layout.isSeen(19, scroll)).isTrue();
        assertThat(scroll).isEqualTo(layout.mostScroll());
    }

    private static Lane lane(String name) {
        return new Lane(name, "", new int[] { 0 }, new long[] { 0 }, new byte[1], new byte[1], List.of());
    }

    @Test
    void pinnedLanesComeFirstAndAreKnownAgainInAnotherTimeline() {
        Timeline timeline = new Timeline(List.of(lane("a"), lane("b"), lane("c")), List.of(), new int[] { 0 }, 0, 0, 0);
        LaneArrangement arranged = LaneArrangement.NONE.pin(lane("c")).collapse(lane("a"));
        assertThat(arranged.of(timeline).lanes()).extracting(Lane::name).containsExactly("c", "a", "b");
        LaneLayout layout = arranged.layout(arranged.of(timeline), 300);
        assertThat(layout.pinned()).isEqualTo(1);
        assertThat(layout.isCollapsed(1)).isTrue();
        assertThat(arranged.pin(lane("c")).collapse(lane("a"))).isEqualTo(LaneArrangement.NONE);
    }

    @Test
    void aLaneIsShownBelowThePinnedOnesHoweverManyThereAre() {
        for (int pinned = 0; pinned <= 9; pinned++) {
            LaneLayout layout = lanes(20, pinned, 340);
            for (int lane = layout.pinned(); lane < 20; lane++) {
                for (double from : new double[] { 0, 100, layout.mostScroll() }) {
                    double scroll = layout.scrollTo(lane, from);
                    assertThat(layout.top(lane, scroll)).as("lane %s below %s", lane, pinned)
                            .isBetween(layout.pinnedHeight(), 340 - layout.height(lane));
                    assertThat(scroll).isBetween(0.0, layout.mostScroll());
                }
            }
        }
        LaneLayout layout = lanes(20, 8, 340);
        assertThat(layout.scrollTo(8, 0)).as("the first below the pinned ones is in sight").isZero();
        assertThat(layout.scrollTo(9, 0)).isZero();
        assertThat(layout.scrollTo(10, 0)).as("the first beyond the lower edge").isPositive();
        assertThat(layout.scrollTo(10, 2 * LaneLayout.LEAST)).isEqualTo(2 * LaneLayout.LEAST);
        assertThat(layout.scrollTo(9, 2 * LaneLayout.LEAST)).as("behind the pinned ones").isLessThan(68);
    }
}

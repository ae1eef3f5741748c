package org.tokenlane.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which key event is under the pointer. */
class MomentTest {

    private static final TimeScale SCALE = new TimeScale(0, 1_000_000_000L, 100);

    private static Moment at(long second) {
        return new Moment(second * 1_000_000_000L, "l", "w", true, "f:1", List.of(7));
    }

    @Test
    void aLineIsFoundOnTheEdgeOfItsReachAndNotBeyond() {
        List<Moment> moments = List.of(at(10), at(30));
        assertThat(Moment.nearest(moments, SCALE, 14, 4)).isEqualTo(moments.getFirst());
        assertThat(Moment.nearest(moments, SCALE, 14.1, 4)).isNull();
    }

    @Test
    void ofTwoLinesTheNearerIsFound() {
        List<Moment> moments = List.of(at(10), at(13));
        assertThat(Moment.nearest(moments, SCALE, 12, 4)).isEqualTo(moments.getLast());
        assertThat(Moment.nearest(moments, SCALE, 11, 4)).isEqualTo(moments.getFirst());
    }
}

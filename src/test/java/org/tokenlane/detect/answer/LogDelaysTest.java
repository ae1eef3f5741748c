package org.tokenlane.detect.answer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How late records arrive. */
class LogDelaysTest {

    @Test
    void theMedianIsTheMiddleOneOrTheMeanOfTwo() {
        assertThat(LogDelays.median(new long[] { 1, 5, 100 })).isEqualTo(5);
        assertThat(LogDelays.median(new long[] { 1, 5, 9, 100 })).isEqualTo(7);
        assertThat(LogDelays.median(new long[] { 3 })).isEqualTo(3);
    }
}

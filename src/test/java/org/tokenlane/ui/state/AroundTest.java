package org.tokenlane.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.time.Durations;

/** Lengths of time are read as people type them and written so that they are read again. */
class AroundTest {

    @ParameterizedTest
    @CsvSource({ "5,300", "5 min,300", "5m,300", "90s,90", "90 seconds,90", "2 h,7200", "1.5 hours,5400",
        "'1,5 h',5400", "1 day,86400", "3 Days,259200", "' 1 ',60" })
    void aLengthIsReadAsTyped(String typed, long seconds) {
        assertThat(Around.length(typed)).isEqualTo(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "soon", "-5", "0", "0.4 s", "5 weeks", "5 min 3 s", "999999 days", "5e9" })
    void whatIsNoLengthIsNone(String typed) {
        assertThat(Around.length(typed)).isNull();
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        assertThat(Around.USUAL).extracting(Durations::exact).containsExactly("1 min", "5 min", "15 min", "60 min",
                "1 day");
        for (long seconds : new long[] { 1, 59, 60, 90, 3_600, 5_400, 7_200, 86_400, 172_800, 90_000 }) {
            assertThat(Around.length(Durations.exact(Duration.ofSeconds(seconds))))
                    .isEqualTo(Duration.ofSeconds(seconds));
        }
    }
}

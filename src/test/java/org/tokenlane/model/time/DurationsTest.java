package org.tokenlane.model.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({ "PT-5S, 0 seconds", "PT0S, 0 seconds", "PT0.499999999S, 0 seconds", "PT0.5S, 1 second",
        "PT1.499999999S, 1 second", "PT1.5S, 2 seconds", "PT1M, 60 seconds", "PT119.499999999S, 119 seconds",
        "PT119.5S, 2 minutes", "PT2M29.999999999S, 2 minutes", "PT2M30S, 3 minutes", "PT5M59.3S, 6 minutes",
        "PT119M29.999999999S, 119 minutes", "PT119M30S, 2 hours", "PT2H29M59.999999999S, 2 hours", "PT2H30M, 3 hours",
        "PT47H29M59.999999999S, 47 hours", "PT47H30M, 2 days", "PT59H59M59.999999999S, 2 days", "PT60H, 3 days",
        "P2000D, '2,000 days'" })
    void aLengthInASentenceIsRoundedToItsUnit(Duration length, String words) {
        assertThat(Durations.words(length.toNanos())).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({ "PT-1S, 0 ms", "PT0S, 0 ms", "PT0.0005S, 1 ms", "PT0.000499999S, 0 ms", "PT0.999499999S, 999 ms",
        "PT0.9995S, 1 s", "PT59.499999999S, 59 s", "PT59.5S, 1 min 0 s", "PT5M59.3S, 5 min 59 s",
        "PT59M59.499999999S, 59 min 59 s", "PT59M59.5S, 1 h 0 min", "PT1H29.999999999S, 1 h 0 min",
        "PT1H30S, 1 h 1 min", "PT23H59M29.999999999S, 23 h 59 min", "PT23H59M30S, 1 d 0 h",
        "PT24H29M59.999999999S, 1 d 0 h", "PT24H30M, 1 d 1 h" })
    void aLengthInATableHasItsTwoLargestUnits(Duration length, String units) {
        assertThat(Durations.units(length.toNanos())).isEqualTo(units);
    }

    @ParameterizedTest
    @CsvSource({ "PT59S, 59 s", "PT60S, 1 min", "PT61S, 61 s", "PT90S, 90 s", "PT5M, 5 min", "PT60M, 60 min",
        "PT61M, 61 min", "PT2H, 2 h", "PT23H, 23 h", "PT24H, 1 day", "PT25H, 25 h", "PT48H, 2 days", "PT5000S, 5000 s",
        "PT24024H, 1001 days" })
    void anExactLengthIsAWholeNumberOfOneUnit(Duration length, String words) {
        assertThat(Durations.exact(length)).isEqualTo(words);
    }

    @Test
    void theLongestLengthIsShownToo() {
        assertThat(Durations.words(Long.MAX_VALUE)).isEqualTo("106,752 days");
    }
}

package org.tokenlane.detect.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How fast is too fast. */
class ImpossibleTravelTest {

    private static final long HOUR = 3_600_000_000_000L;

    @Test
    void theSettingItselfIsNotTooFastAndOneSecondLessForTheSameWayIs() {
        assertThat(ImpossibleTravel.isFaster(900, HOUR, 900)).isFalse();
        assertThat(ImpossibleTravel.isFaster(900, HOUR - 1_000_000_000L, 900)).isTrue();
        assertThat(ImpossibleTravel.isFaster(1_800, 2 * HOUR, 900)).isFalse();
        assertThat(ImpossibleTravel.isFaster(1_801, 2 * HOUR, 900)).isTrue();
    }
}

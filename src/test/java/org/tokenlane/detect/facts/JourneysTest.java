package org.tokenlane.detect.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whether one person can be at two places: an airliner's speed, and countries that may touch. */
class JourneysTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long HOUR = 3_600 * SECOND;

    private static Addresses.Address in(String country) {
        return new Addresses.Address("192.0.2.1", "AS1", country, "1", AddressLookup.Fact.UNKNOWN, true, false);
    }

    @Test
    void nineHundredKilometresTakeAnHourAndOneSecondLessIsTooShort() {
        assertThat(Journeys.isPossible(900, HOUR)).isTrue();
        assertThat(Journeys.isPossible(900, HOUR - SECOND)).isFalse();
        assertThat(Journeys.isPossible(900.1, HOUR)).isFalse();
        assertThat(Journeys.isPossible(900, -HOUR)).as("the other way round").isTrue();
        assertThat(Journeys.isPossible(900, SECOND - HOUR)).isFalse();
    }

    @Test
    void placesNearerThanFiveHundredKilometresMayTouchAndThoseAtFiveHundredDoNot() {
        assertThat(Journeys.isPossible(499.9, 0)).isTrue();
        assertThat(Journeys.isPossible(500, 0)).isFalse();
    }

    @Test
    void onlyTwoKnownCountriesAreApart() {
        assertThat(Journeys.isPossible(in("DK"), in("US"), 0)).isFalse();
        assertThat(Journeys.isPossible(in("DK"), in("DE"), 0)).isTrue();
        assertThat(Journeys.isPossible(in("DK"), in("dk"), 0)).isTrue();
        assertThat(Journeys.isPossible(in("DK"), in(null), 0)).isTrue();
        assertThat(Journeys.isPossible(null, in("US"), 0)).isTrue();
        assertThat(Journeys.isPossible(in("DK"), null, 0)).isTrue();
    }
}

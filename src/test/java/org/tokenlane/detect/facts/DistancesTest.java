package org.tokenlane.detect.facts;

import static org.assertj.core.api.Assertions.assertThat;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Distances between countries are never longer than the shortest way between them. */
class DistancesTest {

    private final Distances distances = Distances.shipped();

    @Test
    void distancesAreTheSameBothWaysAndInAnySpelling() {
        assertThat(distances.between("DK", "JP")).isEqualTo(distances.between("jp", "dk"), Offset.offset(1e-6));
    }

    @Test
    void neighboursAndUnknownCountriesAreNotApart() {
        assertThat(distances.between("DK", "DE")).isZero();
        assertThat(distances.between("DK", "DK")).isZero();
        assertThat(distances.between("DK", "XX")).isZero();
        assertThat(distances.between("XX", "DK")).isZero();
    }

    @Test
    void farCountriesAreAsFarApartAsOnAMapLessTheirReach() {
        // by the law of cosines from the table: the middles of both countries less the reach of both
        assertThat(distances.between("DK", "JP")).isEqualTo(6_518.2, Offset.offset(0.1));
        assertThat(distances.between("DK", "BR")).isEqualTo(6_328.1, Offset.offset(0.1));
        assertThat(distances.between("DK", "AU")).isEqualTo(11_620.4, Offset.offset(0.1));
    }
}

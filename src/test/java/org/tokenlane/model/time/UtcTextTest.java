package org.tokenlane.model.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Times in UTC, with the digits that they have. */
class UtcTextTest {

    @ParameterizedTest
    @CsvSource({ "0, 1970-01-01T00:00:00Z", "1, 1970-01-01T00:00:00.000000001Z", "10, 1970-01-01T00:00:00.00000001Z",
        "500000000, 1970-01-01T00:00:00.5Z", "1000000000, 1970-01-01T00:00:01Z",
        "-1, 1969-12-31T23:59:59.999999999Z", "-1000000000, 1969-12-31T23:59:59Z" })
    void aTimeHasAsManyDigitsAsItNeeds(long nanos, String text) {
        assertThat(UtcText.of(nanos)).isEqualTo(text);
        assertThat(UtcText.of(Instant.ofEpochSecond(0, nanos))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({ "0, 1970-01-01T00:00:01Z", "1, 1970-01-01T00:00:01.9Z", "3, 1970-01-01T00:00:01.987Z",
        "9, 1970-01-01T00:00:01.987654321Z" })
    void digitsThatAreNotWantedAreCutOff(int digits, String text) {
        assertThat(UtcText.of(1_987_654_321L, digits)).isEqualTo(text);
    }

    @Test
    void aMomentBeyondNanosecondsIsRefused() {
        assertThatThrownBy(() -> UtcText.of(Instant.MAX)).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @EnumSource
    void aReadingOfDatesIsFoundByItsCodes(DateReading.Basis basis) {
        for (DateOrder order : DateOrder.values()) {
            DateReading reading = DateReading.of(order.code(), basis.code());
            assertThat(reading).isEqualTo(new DateReading(order, basis));
            assertThat(reading.isAssumed())
                    .isEqualTo(basis == DateReading.Basis.ASSUMED || basis == DateReading.Basis.ASSUMED_OF_BOTH);
            assertThat(reading.words()).isEqualTo(basis.text(order.text()));
        }
    }
}

package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReportTimesTest {

    @ParameterizedTest
    @CsvSource({ "2026-09-15T10:20:30Z, 2026-09-15 10:20:30", "2026-09-15T10:20:30.000Z, 2026-09-15 10:20:30",
        "2026-09-15T10:20:30.500Z, 2026-09-15 10:20:30.5", "2026-09-15T10:20:30.001Z, 2026-09-15 10:20:30.001",
        "2026-09-15T10:20:00.0100000Z, 2026-09-15 10:20:00.01" })
    void zerosThatFillAFractionUpAreLeftOutAndThoseOfSecondsAreNot(String written, String shown) {
        assertThat(ReportTimes.precise(written)).isEqualTo(shown);
    }
}

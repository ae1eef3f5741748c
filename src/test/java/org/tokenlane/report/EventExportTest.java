package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Times of tables for spreadsheets, which read milliseconds and no more. */
class EventExportTest {

    @ParameterizedTest
    @CsvSource({ "2026-09-15T08:00:00Z, 2026-09-15 08:00:00.000", "2026-09-15T08:00:00.1Z, 2026-09-15 08:00:00.100",
        "2026-09-15T08:00:00.12Z, 2026-09-15 08:00:00.120", "2026-09-15T08:00:00.123Z, 2026-09-15 08:00:00.123",
        "2026-09-15T08:00:00.1239Z, 2026-09-15 08:00:00.123",
        "2026-09-15T08:00:00.123456789Z, 2026-09-15 08:00:00.123" })
    void aTimeHasThreeDigitsOfASecondHoweverManyItsRecordHas(String time, String cell) {
        assertThat(EventExport.ofSheet(time)).isEqualTo(cell);
    }
}

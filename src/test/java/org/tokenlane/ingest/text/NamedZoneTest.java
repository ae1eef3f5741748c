package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.time.DateOrder;

/** Times with the name of a zone behind them, and what is only a date or stands for no time. */
class NamedZoneTest {

    private final TimeReader times = new TimeReader(DateOrder.MONTH_FIRST, true);

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "2026-03-01 10:00:00 CET|2026-03-01T09:00:00Z",
        "2026-03-01T10:00:00.5Z[UTC]|2026-03-01T10:00:00.5Z",
        "2026-07-01T10:00:00 CEST|2026-07-01T08:00:00Z", "2026-07-01T10:00:00.250 mesz|2026-07-01T08:00:00.250Z",
        "01.07.2026 10:00:00 MESZ|2026-07-01T08:00:00Z", "3/1/2026 10:00:00 PM (EST)|2026-03-02T03:00:00Z",
        "2026-03-01 10:00:00 Eastern Standard Time|2026-03-01T15:00:00Z",
        "2026-07-01 10:00:00 Eastern Daylight Time|2026-07-01T14:00:00Z",
        "2026-03-01 10:00:00 W. Europe Standard Time|2026-03-01T09:00:00Z",
        "2026-07-01 10:00:00 India Standard Time|2026-07-01T04:30:00Z",
        "2026-03-01 10:00:00 GMT+1|2026-03-01T09:00:00Z", "2026-03-01 10:00:00 (UTC+01:00)|2026-03-01T09:00:00Z",
        "2026-03-01T10:00 UTC -05:30|2026-03-01T15:30:00Z", "2026-03-01 10:00:00 Greenwich Mean Time|"
                + "2026-03-01T10:00:00Z",
        "2026-07-01 10:00:00 Europe/Berlin|2026-07-01T08:00:00Z",
        "2026-07-01T10:00:00+02:00[Europe/Berlin]|2026-07-01T08:00:00Z",
        "2026-07-01 10:00:00 +0200 CEST|2026-07-01T08:00:00Z", "2026-03-01 10:00 am America/New_York|"
                + "2026-03-01T15:00:00Z",
        "2026-03-01 10:00:00 Coordinated Universal Time|2026-03-01T10:00:00Z",
        "Sun Mar 01 10:00:00 CET 2026|2026-03-01T09:00:00Z", "2026-03-01 10:00:00 America/Panama|"
                + "2026-03-01T15:00:00Z" })
    void aZoneOfOneMeaningIsRead(String text, String iso) {
        assertThat(times.read(text)).as(text).isNotNull();
        assertThat(Instant.ofEpochSecond(0, times.read(text).nanos())).as(text).isEqualTo(Instant.parse(iso));
        assertThat(times.read(text).isPartial()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-03-01 10:00:00 CST", "2026-03-01 10:00:00 IST", "2026-07-01 10:00:00 BST",
        "Sun Mar 01 10:00:00 CST 2026", "2026-07-01 10:00:00 Eastern Standard Time",
        "2026-07-01 10:00:00 W. Europe Standard Time", "2026-10-25 02:30:00 Europe/Berlin",
        "2026-03-29 02:30:00 Europe/Berlin", "2026-03-01 10:00:00 Europe/Atlantis", "2026-03-01 10:00:00 local",
        "2026-07-01 10:00:00 (UTC+01:00) Amsterdam, Berlin", "2026-03-01T10:00:00Z CET", "2026-03-01 CET" })
    void oneOfSeveralMeaningsOrOfNoneIsNoTime(String text) {
        assertThat(times.read(text)).isNull();
    }

    @Test
    void thatAZoneIsNotUnderstoodIsKnown() {
        assertThat(times.isOfUnknownZone("2026-03-01 10:00:00 CST")).isTrue();
        assertThat(times.isOfUnknownZone("March 2026")).isFalse();
        assertThat(times.isOfUnknownZone("2026-03-01 CST")).isFalse();
        assertThat(times.isOfUnknownZone("CST")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-03-01", "3/1/2026", "01.03.2026", "March 1, 2026", "20260301", "46082",
        "1. M\u00e4rz 2026" })
    void aDateWithoutATimeOfDayIsSaidToBeOne(String text) {
        assertThat(times.read(text).dateOnly()).isTrue();
        assertThat(times.read(text).isPlaceholder()).isFalse();
        assertThat(Instant.ofEpochSecond(0, times.read(text).nanos())).isEqualTo("2026-03-01T00:00:00Z");
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-03-01 00:00", "3/1/2026 12:00:00 AM", "46082.0", "March 1, 2026 00:00",
        "202603010000" })
    void aMidnightThatIsWrittenIsAMoment(String text) {
        assertThat(times.read(text).isPartial()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "1970-01-01T00:00:00Z", "1970-01-01T01:00:00+01:00", "1/1/1970 12:00:00 AM",
        "0000000000", "/Date(0)/", "1899-12-30T00:00:00Z", "12/30/1899 00:00", "1900-01-01T00:00:00",
        "1904-01-01 00:00",
        "1753-01-01T00:00:00.000", "1980-01-01 00:00:00", "2001-01-01T00:00:00.0000000Z", "1899-12-31 00:00" })
    void theBeginningOfACalendarIsAPlaceholder(String text) {
        assertThat(times.read(text).isPlaceholder()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "0001-01-01T00:00:00Z", "1601-01-01T00:00:00Z", "1/1/0001 12:00:00 AM",
        "9999-12-31T23:59:59.9999999Z", "/Date(-62135596800000)/" })
    void whatIsBeyondAllLogsIsNoTime(String text) {
        assertThat(times.read(text)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "1970-01-01T00:00:01Z", "1969-12-31T23:59:59Z", "1970-01-01T00:00:00.0000001Z",
        "1970-01-02T00:00:00Z", "2000-01-01T00:00:00Z", "1970-01-01T00:00:00+01:00" })
    void aMomentBesideItIsNone(String text) {
        assertThat(times.read(text).isPlaceholder()).isFalse();
    }

    @Test
    void aTimeOfDayIsNoPlaceholder() {
        assertThat(times.read("00:00:00").isPlaceholder()).isFalse();
    }
}

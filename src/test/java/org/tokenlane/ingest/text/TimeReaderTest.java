package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.time.DateOrder;

/** Every spelling of a time that exports use is read to the last digit, in UTC. */
class TimeReaderTest {

    private final TimeReader monthFirst = new TimeReader(DateOrder.MONTH_FIRST, true);
    private final TimeReader dayFirst = new TimeReader(DateOrder.DAY_FIRST, true);

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "2025-12-04T08:19:41Z|2025-12-04T08:19:41Z",
        "2026-07-16T02:00:45.0159703Z|2026-07-16T02:00:45.0159703Z",
        "2026-07-16T02:00:00.84914Z|2026-07-16T02:00:00.84914Z", "2026-07-16T02:00:00+00:00|2026-07-16T02:00:00Z",
        "2026-07-16T02:00:00+02:00|2026-07-16T00:00:00Z",
        "2025-09-29T01:01:01|2025-09-29T01:01:01Z", "'2026-01-24T06:54:24.0000000Z '|2026-01-24T06:54:24Z",
        "6/15/2026, 12:40:24.178 PM|2026-06-15T12:40:24.178Z",
        "5/18/2021 9:13:33 PM|2021-05-18T21:13:33Z", "01/09/2007 09:41:00|2007-01-09T09:41:00Z",
        "1/9/2007 10:41:00 AM +01:00|2007-01-09T09:41:00Z",
        "05.01.2024 10:11:12|2024-01-05T10:11:12Z", "5/7/2026 1:50:39 PM|2026-05-07T13:50:39Z",
        "\\/Date(1728344797000)\\/|2024-10-07T23:46:37Z",
        "/Date(1728344797000)/|2024-10-07T23:46:37Z", "1728344797|2024-10-07T23:46:37Z",
        "638949921850717730|2025-10-02T08:56:25.071773Z",
        "12/31/2026 12:00:00 AM|2026-12-31T00:00:00Z" })
    void everySpellingIsRead(String text, String iso) {
        assertThat(monthFirst.read(text)).as(text).isNotNull();
        assertThat(monthFirst.read(text).nanos()).as(text).isEqualTo(nanos(iso));
    }

    @Test
    void aNarrowBlankBeforeAmOrPmIsABlank() {
        assertThat(monthFirst.read("6/15/2026, 12:40:24\u202fPM").nanos()).isEqualTo(nanos("2026-06-15T12:40:24Z"));
    }

    @Test
    void theOrderOfTheFileDecidesWhereADateCanBeReadEitherWay() {
        assertThat(monthFirst.read("3/12/2025 7:22:01 AM").nanos()).isEqualTo(nanos("2025-03-12T07:22:01Z"));
        assertThat(dayFirst.read("3/12/2025 7:22:01 AM").nanos()).isEqualTo(nanos("2025-12-03T07:22:01Z"));
        assertThat(dayFirst.read("3/25/2025 07:22:01")).as("no 25th month").satisfiesAnyOf(
                read -> assertThat(read).isNull(),
                read -> assertThat(read.nanos()).isEqualTo(nanos("2025-03-25T07:22:01Z")));
    }

    @Test
    void whatLostItsDateInASpreadsheetIsToldAsATimeOfDayAlone() {
        assertThat(monthFirst.read("12:36 PM")).isNotNull();
        assertThat(monthFirst.read("12:36 PM").timeOfDayOnly()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "yesterday", "2026-13-01T00:00:00Z", "31/31/2026 10:00:00", "System.Object[]" })
    void whatIsNoTimeIsNone(String text) {
        assertThat(monthFirst.read(text)).isNull();
    }

    @Test
    void anyMomentSurvivesEverySpellingThatIsFineEnoughForIt() {
        Random random = new Random(13);
        for (int i = 0; i < 2_000; i++) {
            Instant moment = Instant.ofEpochSecond(random.nextLong(1_400_000_000L, 1_900_000_000L),
                    random.nextInt(10_000_000) * 100L);
            long nanos = moment.getEpochSecond() * 1_000_000_000L + moment.getNano();
            String seven = moment.toString().replace("Z", "");
            assertThat(monthFirst.read(moment.toString()).nanos()).isEqualTo(nanos);
            assertThat(monthFirst.read(seven).nanos()).isEqualTo(nanos);
            long ticks = 621_355_968_000_000_000L + moment.getEpochSecond() * 10_000_000L + moment.getNano() / 100;
            assertThat(monthFirst.read(Long.toString(ticks)).nanos()).isEqualTo(nanos);
        }
    }
}

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

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "20260302081507|2026-03-02T08:15:07Z", "202603020815|2026-03-02T08:15:00Z",
        "20260302|2026-03-02T00:00:00Z", "2026030208|2026-03-02T08:00:00Z",
        "20260302081507123|2026-03-02T08:15:07.123Z",
        "20260302T081507Z|2026-03-02T08:15:07Z", "20260302T081507.25+0100|2026-03-02T07:15:07.25Z",
        "20260302 081507|2026-03-02T08:15:07Z", "1728344797123|2024-10-07T23:46:37.123Z",
        "1728344797123456|2024-10-07T23:46:37.123456Z", "1728344797123456789|2024-10-07T23:46:37.123456789Z",
        "133728183971234567|2024-10-07T23:46:37.1234567Z", "1728344797.5|2024-10-07T23:46:37.5Z" })
    void digitsAloneAreTheTimeThatTheirNumberSays(String text, String iso) {
        assertThat(monthFirst.read(text)).as(text).isNotNull();
        assertThat(Instant.ofEpochSecond(0, monthFirst.read(text).nanos())).as(text).isEqualTo(Instant.parse(iso));
    }

    @ParameterizedTest
    @ValueSource(strings = { "20261302081507", "20260230081507", "20260302240000", "20260302086000", "19990302081507",
        "21000302081507", "202603020815071", "2026030208150", "123456", "12345678", "20260302081507123456" })
    void digitsThatAreNoTimeAreNone(String text) {
        ReadTime read = monthFirst.read(text);
        assertThat(read == null || text.length() == 13).as(text).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "Mon, 02 Mar 2026 08:15:07 GMT|2026-03-02T08:15:07Z",
        "Mon, 2 Mar 2026 08:15:07 +0100|2026-03-02T07:15:07Z", "Mon, 02 Mar 2026 08:15:07 EST|2026-03-02T13:15:07Z",
        "Mon, 02 Mar 2026 08:15:07 CST|2026-03-02T14:15:07Z", "2 Mar 2026 08:15:07 CDT|2026-03-02T13:15:07Z",
        "2 March 2026 08:15|2026-03-02T08:15:00Z", "March 2, 2026 8:15:07 PM|2026-03-02T20:15:07Z",
        "Monday, March 2, 2026 8:15 AM|2026-03-02T08:15:00Z", "Mar 2, 2026, 12:15:07.123 AM|2026-03-02T00:15:07.123Z",
        "02-Mar-2026 08:15:07|2026-03-02T08:15:07Z", "02-Mar-26 08:15:07|2026-03-02T08:15:07Z",
        "2/Mar/2026:08:15:07 -0130|2026-03-02T09:45:07Z", "Mon Mar  2 08:15:07 2026|2026-03-02T08:15:07Z",
        "Mon Mar 02 2026 08:15:07 GMT+0100 (Mitteleuropäische Normalzeit)|2026-03-02T07:15:07Z",
        "2026-Mar-02 08:15:07 UTC|2026-03-02T08:15:07Z", "2nd of March 2026 at 08:15|2026-03-02T08:15:00Z",
        "Sept 2, 2026|2026-09-02T00:00:00Z", "2026-03-02T08:15:07+01|2026-03-02T07:15:07Z",
        "2026-03-02T08:15:07.123456789012Z|2026-03-02T08:15:07.123456789Z", "2026-03-02T08Z|2026-03-02T08:00:00Z",
        "2026-03-02 08:15:07 +0000 UTC|2026-03-02T08:15:07Z" })
    void namesOfMonthsAndTheRarerSpellingsOfTheStandardsAreRead(String text, String iso) {
        assertThat(monthFirst.read(text)).as(text).isNotNull();
        assertThat(Instant.ofEpochSecond(0, monthFirst.read(text).nanos())).as(text).isEqualTo(Instant.parse(iso));
    }

    @ParameterizedTest
    @ValueSource(strings = { "2 March 2026 08:15 CXT", "2 Smarch 2026 08:15", "March 2026", "32 March 2026",
        "30 February 2026", "2 March 2026 25:00", "2 March 2026 0:15 PM", "2 March 2026 13:15 PM", "may",
        "Maya 2, 2026",
        "2 March 2026 08:15 +2500", "soon" })
    void aWordThatIsNotUnderstoodMakesItNoTime(String text) {
        assertThat(monthFirst.read(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "46083|2026-03-02T00:00:00Z|0", "46083.5|2026-03-02T12:00:00Z|0",
        "46083.3438310185|2026-03-02T08:15:07Z|0", "46083,3438310185|2026-03-02T08:15:07Z|0",
        "46083.34383244213|2026-03-02T08:15:07.123Z|3", "36526|2000-01-01T00:00:00Z|0",
        "73049.99|2099-12-30T23:45:36Z|0" })
    void aSpreadsheetsCountOfDaysIsRead(String text, String iso, int digits) {
        assertThat(Instant.ofEpochSecond(0, monthFirst.read(text).nanos())).as(text).isEqualTo(Instant.parse(iso));
        assertThat(monthFirst.read(text).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = { "36525", "73050", "4608", "460831", "46083.", "46083.1234567890123456" })
    void otherNumbersAreNoDays(String text) {
        assertThat(monthFirst.read(text)).isNull();
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

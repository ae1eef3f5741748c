package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.model.time.DateOrder;

/** The edges of each part of a time: the last that is one, and the first that is none. */
class TimeSpellingsTest {

    private final TimeReader reader = new TimeReader(DateOrder.MONTH_FIRST, true);

    private ReadTime read(String text) {
        ReadTime read = reader.read(text);
        assertThat(read).as(text).isNotNull();
        return read;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = { "2026-03-02 08:15|2026-03-02T08:15:00Z|0",
        "2026-12-31T23:59:59Z|2026-12-31T23:59:59Z|0",
        "2026-01-01T00:00:00Z|2026-01-01T00:00:00Z|0", "2026-03-02T08:15:60Z|2026-03-02T08:16:00Z|0",
        "2026-03-02T08:15:07,5Z|2026-03-02T08:15:07.5Z|1",
        "2026-03-02T08:15:07.123456789Z|2026-03-02T08:15:07.123456789Z|9",
        "2026-03-02T08:15:07.1z|2026-03-02T08:15:07.1Z|1", "2026-03-02T08:15:07 UTC|2026-03-02T08:15:07Z|0",
        "2026-03-02T08:15-01:30|2026-03-02T09:45:00Z|0", "2026-03-02T08:15:07+18:00|2026-03-01T14:15:07Z|0",
        "2026-03-02T08:15:07.10 +01:00|2026-03-02T07:15:07.10Z|2", "1969-12-31T23:59:59.5Z|1969-12-31T23:59:59.5Z|1",
        "20260302T2400Z|2026-03-03T00:00:00Z|0", "2026-03-02T08+01|2026-03-02T07:00:00Z|0",
        "20260302T0815Z|2026-03-02T08:15:00Z|0", "2026-03-02T08:15:07.1234567891Z|2026-03-02T08:15:07.123456789Z|9" })
    void isoIsReadInAllItsSpellings(String text, Instant time, int digits) {
        ReadTime read = read(text);
        assertThat(Instant.ofEpochSecond(0, read.nanos())).isEqualTo(time);
        assertThat(read.digits()).isEqualTo(digits);
        assertThat(read.orderChosen()).isFalse();
        assertThat(read.timeOfDayOnly()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "2026-00-02T08:15:07Z", "2026-13-02T08:15:07Z", "2026-03-00T08:15:07Z",
        "2026-03-32T08:15:07Z", "2026-02-29T08:15:07Z", "2026-03-02T25:15:07Z", "2026-03-02T08:60:07Z",
        "2026-03-02T08:15:61Z", "2026-03-02T08:15:07+18:01", "2026-03-02T08:15:07+01:60", "2026-03-02T08:15:07X",
        "20260302T240001Z", "20260302T2401Z", "2026-03-02T24:00:00Z", "20260302T2500Z", "20260302T0860Z",
        "20260302T081560Z",
        "2026-03-0aT08:15:07Z", "2026-03-02T08:15:0", "9999-12-31T23:59:59Z", "1500-01-01T00:00:00Z",
        "2026-03-02X08:15:07Z", "2026-03-02T08:15:07 CST" })
    void aPartBeyondItsLimitMakesItNoTime(String text) {
        assertThat(reader.read(text)).isNull();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = { "3/2/2026|2026-03-02T00:00:00Z|0", "3/2/26 8:15|2026-03-02T08:15:00Z|0",
        "13/2/2026 8:15|2026-02-13T08:15:00Z|0", "12/13/2026|2026-12-13T00:00:00Z|0",
        "13/12/2026|2026-12-13T00:00:00Z|0",
        "2026/3/2 8:15:07|2026-03-02T08:15:07Z|0", "2026.03.02|2026-03-02T00:00:00Z|0",
        "3/2/2026 12:00 AM|2026-03-02T00:00:00Z|0", "3/2/2026 12:59 PM|2026-03-02T12:59:00Z|0",
        "3/2/2026 1:00 p.m.|2026-03-02T13:00:00Z|0", "3/2/2026 11:59:59.987 pm|2026-03-02T23:59:59.987Z|3",
        "3/2/2026 23:59:59|2026-03-02T23:59:59Z|0", "3/2/2026 8:15 +0130|2026-03-02T06:45:00Z|0",
        "3/2/2026 8:15 GMT-2|2026-03-02T10:15:00Z|0", "3/2/2026 8:15 UTC+01:00|2026-03-02T07:15:00Z|0",
        "3/2/2026 8:15 \u22121|2026-03-02T09:15:00Z|0", "3/2/2026 8.15.07,25|2026-03-02T08:15:07.25Z|2",
        "1/12/2026 (UTC)|none|0" })
    void numbersBetweenSlashesOrDotsAreRead(String text, String time, int digits) {
        if (time.equals("none")) {
            assertThat(reader.read(text)).isNull();
        } else {
            assertThat(Instant.ofEpochSecond(0, read(text).nanos())).isEqualTo(Instant.parse(time));
            assertThat(read(text).digits()).isEqualTo(digits);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "3/2/2026 24:00", "3/2/2026 8:60", "3/2/2026 8:15:60", "3/2/2026 0:15 AM",
        "3/2/2026 13:15 AM", "3/2/202", "123/2/2026", "3/2/2", "13/13/2026", "3/2-2026", "24:00", "8:60", "8:15:60",
        "0:15 AM", "13:15 PM", "3/2" })
    void numbersThatAreNoDateOrClockAreNone(String text) {
        assertThat(reader.read(text)).isNull();
    }

    @ParameterizedTest(name = "{0}: chosen {1}")
    @CsvSource({ "3/12/2026, true", "12/12/2026, false", "12/11/2026, true", "13/12/2026, false", "12/13/2026, false",
        "3.12.2026, false", "2026/3/12, false", "3/12/2026 8:15, true", "3-12-2026 8:15, true" })
    void anOrderIsChosenOnlyWhereADateCanBeReadEitherWay(String text, boolean chosen) {
        assertThat(new TimeReader(DateOrder.DAY_FIRST, false).read(text).orderChosen()).isEqualTo(chosen);
        assertThat(new TimeReader(DateOrder.DAY_FIRST, true).read(text).orderChosen()).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1} milliseconds")
    @CsvSource({ "12:36 PM, 45360000, 0", "00:00, 0, 0", "23:59:59.5, 86399500, 1", "1:02:03 am, 3723000, 0",
        "12:00 AM, 0, 0" })
    void aTimeOfDayAloneIsSaidToBeOne(String text, long millis, int digits) {
        assertThat(read(text)).isEqualTo(new ReadTime(millis * 1_000_000L, digits, false, ReadTime.Parts.TIME_OF_DAY));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = { "999999999|2001-09-09T01:46:39Z|0", "1772439307|2026-03-02T08:15:07Z|0",
        "1772439307.250|2026-03-02T08:15:07.25Z|3", "1772439307.000|2026-03-02T08:15:07Z|0",
        "1772439307.1234567891|2026-03-02T08:15:07Z|0", "1772439307123|2026-03-02T08:15:07.123Z|3",
        "1772439307123456|2026-03-02T08:15:07.123456Z|6", "1772439307123456789|2026-03-02T08:15:07.123456789Z|9",
        "134169129071234567|2026-03-02T08:15:07.1234567Z|7", "639080361071234567|2026-03-02T08:15:07.1234567Z|7",
        "2000010100|2000-01-01T00:00:00Z|0", "2099123123|2099-12-31T23:00:00Z|0", "2026130200|2034-03-16T13:56:40Z|0",
        "20000101000000000|2000-01-01T00:00:00Z|3", "20991231235959999|2099-12-31T23:59:59.999Z|3",
        "20260302235959|2026-03-02T23:59:59Z|0", "/Date(1772439307123+0100)/|2026-03-02T08:15:07.123Z|3",
        "/Date(-1000)/|1969-12-31T23:59:59Z|3" })
    void aNumberIsATimeByItsSize(String text, Instant time, int digits) {
        assertThat(Instant.ofEpochSecond(0, read(text).nanos())).isEqualTo(time);
        assertThat(read(text).digits()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = { "19991231", "21000101", "20260230", "202603022400", "202603020860", "20260302081560",
        "12345678901", "12345678901234567890", "9999999999999999999", "1234567" })
    void anyOtherNumberIsNone(String text) {
        assertThat(reader.read(text)).isNull();
    }

    @Test
    void aTextThatIsTooShortOrEmptyIsNone() {
        assertThat(reader.read(null)).isNull();
        assertThat(reader.read("1:0")).isNull();
        assertThat(reader.read("    ")).isNull();
        assertThat(read("2026-03-02T08:15:07Z  ").nanos()).isEqualTo(read("2026-03-02T08:15:07Z").nanos());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', value = { "1 Jan 2026|2026-01-01T00:00:00Z",
        "Feb 28 2026 23:59:59|2026-02-28T23:59:59Z",
        "4 Apr 2026 12:00 am|2026-04-04T00:00:00Z", "5 May 2026 12:59 PM|2026-05-05T12:59:00Z",
        "6 June 2026 1:00 p.m.|2026-06-06T13:00:00Z", "7 July 2026 8:15 PST|2026-07-07T16:15:00Z",
        "8 Aug. 2026 8:15 Z|2026-08-08T08:15:00Z", "Oct 10 2026 08:15:07,5|2026-10-10T08:15:07.5Z",
        "11 Nov 26|2026-11-11T00:00:00Z", "Dec 1st, 2026|2026-12-01T00:00:00Z",
        "Tuesday 3 Mar 2026|2026-03-03T00:00:00Z",
        "3 Mar 2026 08:15 GMT+01:00|2026-03-03T07:15:00Z", "3 Mar 2026 08:15 (CET) GMT|2026-03-03T08:15:00Z" })
    void aMonthInWordsIsRead(String text, Instant time) {
        assertThat(Instant.ofEpochSecond(0, read(text).nanos())).isEqualTo(time);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "2. M\u00e4rz 2026 08:15:07|2026-03-02T08:15:07Z",
        "Montag, 4. Mai 2026 08:15:07|2026-05-04T08:15:07Z", "31. Dez. 2026, 23:59 Uhr|2026-12-31T23:59:00Z",
        "4. maj 2026 kl. 08.15.07|2026-05-04T08:15:07Z", "mandag den 4. maj 2026 08.15|2026-05-04T08:15:00Z",
        "1. januar 2026|2026-01-01T00:00:00Z", "2 f\u00e9vr. 2026 08:15|2026-02-02T08:15:00Z",
        "lundi 4 mai 2026 \u00e0 08:15:07|2026-05-04T08:15:07Z", "14 juillet 2026 08:15:07 UTC|2026-07-14T08:15:07Z",
        "4 de junio de 2026 8:15|2026-06-04T08:15:00Z", "4 agosto 2026 08:15|2026-08-04T08:15:00Z",
        "4 okt. 2026 08:15|2026-10-04T08:15:00Z", "10 sept. 2026|2026-09-10T00:00:00Z" })
    void aMonthInAnotherLanguageIsRead(String text, Instant time) {
        assertThat(Instant.ofEpochSecond(0, read(text).nanos())).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = { "4. Mai 2026 08:15 MESX", "4. Mai Juni 2026", "mar. 4 mai 2026", "4. Maitag 2026",
        "4. Mai 2026 24.15", "Mai 2026", "4. mag. uhr" })
    void aMonthInAnotherLanguageWithAnotherPartThatIsNoneIsNoTime(String text) {
        assertThat(reader.read(text)).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = { "26-05-04 09:25:01|", "20-05-26|", "26-05-15|", "5/4/09|",
        "19-05-26|2026-05-19T00:00:00Z", "26/05/26|2026-05-26T00:00:00Z", "5/4/10|2010-05-04T00:00:00Z",
        "26.05.26|2026-05-26T00:00:00Z" })
    void twoDigitsAreAYearOnlyWhereTheyCanBeNothingElse(String text, Instant time) {
        ReadTime found = reader.read(text);
        assertThat(found == null ? null : Instant.ofEpochSecond(0, found.nanos())).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = { "3 Mar 2026 24:00", "3 Mar 2026 08:60", "3 Mar 2026 08:15:60", "3 Mar 2026 0:15 am",
        "3 Mar 2026 13:15 am", "0 Mar 2026", "3 Mar", "Mar 2026 2027", "3 4 5 Mar 2026", "3 Mar 2026 GMT EST",
        "3 Mar 20261", "123 Mar 2026", "3 Mar Apr 2026",
        "3 Mar 2026 at at at at at at at at at at at at at at at at at at at at at at at at" })
    void aMonthInWordsWithAnotherPartThatIsNoneIsNoTime(String text) {
        assertThat(reader.read(text)).isNull();
    }

    @Test
    void theOrderOfAFileIsTheOneThatItsDatesProve() {
        DateOrderProbe probe = new DateOrderProbe();
        assertThat(probe.isUndecided()).isFalse();
        assertThat(probe.decided()).isNull();
        probe.reader().read("12/12/2026");
        probe.reader().read("2026-03-12");
        probe.reader().read("3.12.2026");
        assertThat(probe.isUndecided()).isFalse();
        probe.reader().read("3/12/2026");
        assertThat(probe.isUndecided()).isTrue();
        assertThat(probe.decided()).isNull();
        probe.reader().read("3/13/2026");
        assertThat(probe.isUndecided()).isFalse();
        assertThat(probe.decided()).isEqualTo(DateOrder.MONTH_FIRST);
        assertThat(probe.isMixed()).isFalse();
        probe.reader().read("13/3/2026");
        assertThat(probe.isMixed()).isTrue();
        assertThat(probe.decided()).as("as many of each").isEqualTo(DateOrder.MONTH_FIRST);
        probe.reader().read("14/3/2026");
        assertThat(probe.decided()).isEqualTo(DateOrder.DAY_FIRST);
        DateOrderProbe days = new DateOrderProbe();
        days.reader().read("13/3/2026");
        assertThat(days.decided()).isEqualTo(DateOrder.DAY_FIRST);
        assertThat(days.isMixed()).isFalse();
        assertThat(days.isUndecided()).isFalse();
    }
}

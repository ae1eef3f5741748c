package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names of columns in the spellings of exports, and the headers that they make. */
class ColumnNamesTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', value = { "Application ID |applicationid", "applicationId|applicationid",
        "Création|creation", "TimeGenerated [UTC]|timegenerated", "TimeGenerated [Local Time]|timegenerated",
        "Date (UTC+2)|date", "Date (UTC)|dateutc", "Date (CEST)|date", "Items[0]|items0", "用户|用户", "--|--", "a#1|a1" })
    void aNameIsItsLettersAndDigits(String name, String normalised) {
        assertThat(ColumnNames.normalise(name)).isEqualTo(normalised);
        assertThat(ColumnNames.normalise(name)).as("again").isEqualTo(normalised);
        assertThat(ColumnNames.normaliseOnce(name)).as("without being remembered").isEqualTo(normalised);
    }

    @Test
    void aColumnIsFoundByItsNormalisedName() {
        ColumnNames names = new ColumnNames(List.of("User Id", "userId", "USERID", "Name_s", "When [Local Time]"));
        assertThat(names.size()).isEqualTo(5);
        assertThat(names.original(1)).isEqualTo("userId");
        assertThat(names.position("userid")).isZero();
        assertThat(names.position("userid#2")).isEqualTo(1);
        assertThat(names.position("userid#3")).isEqualTo(2);
        assertThat(names.position("userid#4")).isEqualTo(-1);
        assertThat(names.position("name")).isEqualTo(3);
        assertThat(names.position("names")).isEqualTo(3);
        assertThat(names.position("when")).isEqualTo(4);
        assertThat(names.position("whenutc")).isEqualTo(4);
        assertThat(names.position("useridutc")).isEqualTo(-1);
    }

    @ParameterizedTest(name = "{0}: local {1}, of {2}")
    @CsvSource(delimiter = '|', value = { "Date|false|", "Date [UTC]|false|", "Date [gmt]|false|",
        "Date [Local Time]|true|", "Date [UTC+2]|true|UTC+02:00", "Date [UTC -03:30]|true|UTC-03:30",
        "Date (GMT+10)|true|GMT+10:00", "Date (Europe/Oslo)|true|Europe/Oslo", "Date (local)|true|", "Date (CET)|true|",
        "Date [Europe/Nowhere]|true|", "Date (UTC+99)|true|", "Date [0]|false|", "Date (x)|false|" })
    void aNameMaySayThatItsTimesAreNotInUtc(String name, boolean local, String zone) {
        assertThat(ColumnNames.isLocal(name)).isEqualTo(local);
        assertThat(ColumnNames.statedZone(name)).isEqualTo(zone == null ? null : ZoneId.of(zone));
        ColumnNames names = new ColumnNames(List.of("a", name));
        assertThat(names.isLocal(1)).isEqualTo(local);
        assertThat(names.isLocal(0)).isFalse();
        assertThat(names.hasLocalTimes()).isEqualTo(local && zone == null);
        ZoneId given = ZoneId.of("Asia/Tokyo");
        assertThat(names.withLocalZone(given).zone(1)).isEqualTo(zone == null ? given : ZoneId.of(zone));
        assertThat(names.localZone()).isEqualTo(given);
    }

    @Test
    void namesThatArePathsAreGroupedByTheirFirstPart() {
        ColumnNames names = new ColumnNames(List.of("A.B", "A.C.D", "x", "L_0_N", "L_1_N", "M_0", "M_x", "P{}.N",
                "_raw.q", "t_s", "e."));
        ColumnNames.Group a = names.group("a");
        assertThat(a.columns()).containsExactly(0, 1);
        assertThat(a.isList()).isFalse();
        assertThat(a.isLines()).isFalse();
        assertThat(a.inside().position("b")).isZero();
        assertThat(a.inside().group("c").columns()).containsExactly(1);
        assertThat(names.group("l").isList()).isTrue();
        assertThat(names.group("l").columns()).containsExactly(3, 4);
        assertThat(names.group("m").isList()).as("an index and a name").isFalse();
        assertThat(names.group("p").isLines()).isTrue();
        assertThat(names.group("raw").columns()).containsExactly(8);
        assertThat(names.group("t")).as("a type is no path").isNull();
        assertThat(names.group("e")).isNull();
        assertThat(names.group("x")).isNull();
        assertThat(names.groups()).hasSize(5);
        assertThat(new ColumnNames(List.of("a")).group("a")).isNull();
    }

    @Test
    void aPathIsFollowedForSevenParts() {
        ColumnNames inside = new ColumnNames(List.of("a.b.c.d.e.f.g.h.i"));
        for (String part : List.of("a", "b", "c", "d", "e", "f")) {
            inside = inside.group(part).inside();
        }
        assertThat(inside.group("g")).isNull();
        assertThat(inside.original(0)).isEqualTo("g.h.i");
    }

    @Test
    void aCarrierIsAColumnOrTheFirstPartOfAPath() {
        assertThat(new ColumnNames(List.of("Message", "_raw", "x")).carriers()).containsExactly("raw", "message");
        assertThat(new ColumnNames(List.of("event.id", "y")).carriers()).containsExactly("event");
        assertThat(new ColumnNames(List.of("_source_id")).carriers()).containsExactly("source");
        assertThat(new ColumnNames(List.of("message_id", "event_time")).carriers()).isEmpty();
        assertThat(new ColumnNames(List.of("a", "b")).carriers()).isEmpty();
    }

    @Test
    void oneLayoutServesAllObjectsOfTheSameNames() {
        assertThat(ColumnNames.of(List.of("q1", "q2"))).isSameAs(ColumnNames.of(Arrays.asList("q1", "q2")));
        assertThat(ColumnNames.of(List.of("q1")).size()).isEqualTo(1);
        assertThat(new ColumnNames(List.of("a")).hasJsonCells()).isFalse();
        assertThat(new ColumnNames(List.of("a")).withJsonCells().hasJsonCells()).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({ "a, false", "a.b, true", "a_b, true", "a:b, true", "a/b, true", ".a, false", "a., false", "_a, false",
        "a@b.c, false", "'', false", "x.y@z, false" })
    void aNameMayBeAPathWhereAMarkIsInsideOfIt(String name, boolean maybe) {
        assertThat(ColumnNames.mayBePaths(new String[] { "x", name })).isEqualTo(maybe);
    }

    @Test
    void threeNamesThatLogsUseAreAHeader() {
        assertThat(HeaderNames.areHeader(List.of("CreationDate", "UserIds", "Operations"))).isTrue();
        assertThat(HeaderNames.areHeader(List.of("\ufeff\"CreationDate\"", " User Ids\t", "Operations", "x", "")))
                .isTrue();
        assertThat(HeaderNames.areHeader(List.of("CreationDate", "UserIds", "x"))).isFalse();
        assertThat(HeaderNames.areHeader(List.of("CreationDate", "creationdate", "UserIds"))).isFalse();
        assertThat(HeaderNames.areHeader(List.of())).isFalse();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "CreationDate,UserIds | true", "2026-03-02,ada | false",
        "a1,b2 | true", "abc | false", "abcd | true", "a09b | false", "a9b0 | true", "/9:0 | true" })
    void aHeaderHasNoTwoDigitsInARow(String row, boolean maybe) {
        byte[] bytes = ("22" + row + "22").getBytes(StandardCharsets.US_ASCII);
        assertThat(HeaderNames.mayBeHeader(bytes, 2, bytes.length - 2)).isEqualTo(maybe);
    }

    @Test
    void onlyTheFirst80BytesAreLookedAtForDigits() {
        assertThat(HeaderNames.mayBeHeader(("x".repeat(78) + "12").getBytes(StandardCharsets.US_ASCII), 0, 80))
                .isFalse();
        assertThat(HeaderNames.mayBeHeader(("x".repeat(79) + "12").getBytes(StandardCharsets.US_ASCII), 0, 81))
                .isTrue();
    }

    private static boolean again(String cells) {
        return HeaderNames.isAgain(new ColumnNames(List.of("Date", "User", "App", "IP", "City")), cells.split(",", -1));
    }

    @Test
    void aHeaderIsKnownAgainWithTwoOtherNamesInFive() {
        assertThat(again("Date,User,App,IP,City")).isTrue();
        assertThat(again("\ufeff\"date\",USER ,App,IP,City")).isTrue();
        assertThat(again("Date,User,App,x,y")).isTrue();
        assertThat(again("Date,User,x,y,z")).isFalse();
        assertThat(again("Date,User,App,City,IP")).as("another order").isFalse();
        assertThat(again("Date,User,App,IP")).isFalse();
        assertThat(again("Date,User,App,IP,City,More")).isFalse();
        assertThat(again(",User,App,IP,City")).isTrue();
        assertThat(again(",,,IP,City")).isFalse();
    }
}

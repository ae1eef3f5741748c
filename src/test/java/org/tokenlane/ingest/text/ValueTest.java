package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of records, from JSON or from the cells of a table. */
class ValueTest {

    private static Value json(String text) {
        Value value = Value.ofJson(text);
        assertThat(value.isMissing()).as(text).isFalse();
        return value;
    }

    private static Value row(List<String> columns, String... cells) {
        return Value.row(new ColumnNames(columns), cells);
    }

    @Test
    void jsonIsReadWithTheSpellingOfItsNumbers() {
        Value value = json(
                "{\"s\":\"x\",\"n\":1.50,\"t\":true,\"f\":false,\"z\":null,\"l\":[1,\"a\",null],\"o\":{\"p\":2}}");
        assertThat(value.isObject()).isTrue();
        assertThat(value.isTableRow()).isFalse();
        assertThat(value.names()).containsExactly("s", "n", "t", "f", "z", "l", "o");
        assertThat(value.get("s").text()).isEqualTo("x");
        assertThat(value.get("s").isQuoted()).isTrue();
        assertThat(value.get("n").text()).isEqualTo("1.50");
        assertThat(value.get("n").isQuoted()).isFalse();
        assertThat(value.get("t").text()).isEqualTo("true");
        assertThat(value.get("f").text()).isEqualTo("false");
        assertThat(value.get("z").isMissing()).isTrue();
        assertThat(value.get("l").isArray()).isTrue();
        assertThat(value.get("l").items()).hasSize(3);
        assertThat(value.get("l").texts()).containsExactly("1", "a");
        assertThat(value.get("o").get("p").text()).isEqualTo("2");
        assertThat(value.get("S").isMissing()).isTrue();
        assertThat(value.toString()).isEqualTo(
                "{\"s\":\"x\",\"n\":1.50,\"t\":true,\"f\":false,\"z\":null,\"l\":[1, \"a\", null],\"o\":{\"p\":2}}");
        assertThat(value.members()).hasSize(7);
    }

    @ParameterizedTest
    @ValueSource(ints = { 499, 500, 501 })
    void amongFewMembersAndManyEachIsFoundAndOfEqualNamesTheFirst(int members) {
        Value value = json(IntStream.range(0, members).mapToObj(i -> "\"f" + i % (members - 1) + "\":" + i)
                .collect(Collectors.joining(",", "{", "}")));
        assertThat(value.names()).hasSize(members);
        assertThat(IntStream.range(0, members - 1).mapToObj(i -> value.get("f" + i).text()))
                .isEqualTo(IntStream.range(0, members - 1).mapToObj(String::valueOf).toList());
        assertThat(value.get("F0").isMissing()).isTrue();
        assertThat(value.normalised().get("F1").text()).isEqualTo("1");
    }

    @Test
    void ofEqualNamesTheFirstIsFound() {
        assertThat(json("{\"a\":1,\"a\":2,\"A\":3}").get("a").text()).isEqualTo("1");
        assertThat(json("{\"a\":null,\"A\":3}").find("a").text()).isEqualTo("3");
        assertThat(json("{\"a b\":1,\"c\":2}").find("x", "c", "ab").text()).isEqualTo("2");
        assertThat(json("{\"a\":1}").find("x", "y").isMissing()).isTrue();
        assertThat(json("{\"A-b\":null}").has("ab")).isTrue();
        assertThat(json("{\"A-b\":null}").has("a")).isFalse();
    }

    @Test
    void anObjectMayHaveAnyNumberOfMembers() {
        for (int size : new int[] { 15, 16, 17, 40 }) {
            Value many = json(IntStream.range(0, size).mapToObj(i -> "\"n" + i + "\":" + i)
                    .collect(Collectors.joining(",", "{", "}")));
            assertThat(many.names()).hasSize(size);
            assertThat(many.get("n" + (size - 1)).text()).isEqualTo(Integer.toString(size - 1));
        }
        assertThat(json("{}").names()).isEmpty();
    }

    @Test
    void aScalarHasNoMembersAndNothingHasNoItems() {
        Value text = json("\"x\"");
        assertThat(List.of(text.isObject(), text.isArray(), text.isTableRow(), text.isMissing(), text.has("x"),
                text.hasOnlyQuotedTexts(), text.isLocalTime())).containsOnly(false);
        assertThat(text.isQuoted()).isTrue();
        assertThat(text.items()).containsExactly(text);
        assertThat(text.names()).isEmpty();
        assertThat(text.members()).isEmpty();
        assertThat(text.get("x").isMissing()).isTrue();
        assertThat(text.find("x").isMissing()).isTrue();
        assertThat(text.zone()).isNull();
        assertThat(text.asRow()).isSameAs(text);
        assertThat(text.normalised()).isSameAs(text);
        assertThat(Value.MISSING.items()).isEmpty();
        assertThat(Value.MISSING.text()).isNull();
        assertThat(Value.MISSING.texts()).isEmpty();
        assertThat(Value.MISSING.path("a.b").isMissing()).isTrue();
        assertThat(json("[1]").text()).isNull();
        assertThat(json("[1]").isObject()).isFalse();
        assertThat(json("[1]").isMissing()).isFalse();
        assertThat(json("{}").isArray()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{", "{\"a\":1} x", "[1,,]", "{\"a\" 1}", "nothing", "{\"a\":1}{\"b\":2}" })
    void damagedJsonIsNoValue(String text) {
        assertThat(Value.ofJson(text).isMissing()).isTrue();
    }

    @Test
    void whyJsonIsDamagedIsToldWithItsPlace() {
        assertThat(damage("{\"a\":1")).isEqualTo(ReadingText.JSON_ENDS_EARLY);
        assertThat(damage("{\"a\":1} {")).isEqualTo(ReadingText.TEXT_AFTER_RECORD);
        assertThat(damage("{\"a\" 1}")).isEqualTo(ReadingText.NOT_JSON);
        assertThat(damage("[".repeat(2_000))).isEqualTo(ReadingText.JSON_TOO_DEEP);
        assertThatThrownBy(() -> JsonReader.read("{\"abc\" 1}")).isInstanceOfSatisfying(DamagedRecordException.class,
                damaged -> assertThat(damaged.reason().arguments()).allSatisfy(
                        place -> assertThat((Long) place).isBetween(5L, 8L)));
    }

    private static Object damage(String text) {
        try {
            JsonReader.read(text.getBytes(StandardCharsets.UTF_8), 0, text.length());
            return "none";
        } catch (DamagedRecordException damaged) {
            return damaged.reason().key();
        }
    }

    @Test
    void jsonIsReadFromAPartOfTheBytes() throws DamagedRecordException {
        byte[] bytes = "xx{\"a\":1}yy".getBytes(StandardCharsets.UTF_8);
        assertThat(JsonReader.read(bytes, 2, 7).get("a").text()).isEqualTo("1");
        assertThat(JsonReader.read(new byte[0], 0, 0).isMissing()).isTrue();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{ | true", "[ | true", "\"{ | true", "\"[ | true",
        "\"\\ | true", "\" | false", "\"a | false", "a{ | false", "` \t{` | true", "\u00a0\ufeff[ | true", "`` | false",
        "` ` | false", "! | false" })
    void aTextMayBeJsonByItsFirstLetters(String text, boolean maybe) {
        assertThat(JsonReader.maybeJson(text)).isEqualTo(maybe);
    }

    @Test
    void textThatHoldsJsonIsOpenedUpToThreeTimes() {
        assertThat(json("{\"a\":\"{\\\"b\\\":1}\"}").path("a.b").text()).isEqualTo("1");
        String once = "{\"b\":1}";
        Value value = new ScalarValue(encoded(encoded(once)), true);
        assertThat(value.opened().get("b").text()).isEqualTo("1");
        assertThat(new ScalarValue(encoded(encoded(encoded(once))), true).opened().isObject()).isFalse();
        Value plain = new ScalarValue("{not json", true);
        assertThat(plain.opened()).isSameAs(plain);
        assertThat(json("{\"a\":{\"b\":{\"c\":3}}}").path("a.b.c").text()).isEqualTo("3");
        assertThat(json("{\"a\":3}").path("a").text()).isEqualTo("3");
        assertThat(json("{\"a\":3}").path("a.b").isMissing()).isTrue();
    }

    private static String encoded(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "@{Name=IsThrottled; Value=False} | {\"Name\":\"IsThrottled\",\"Value\":\"False\"}",
        "@{A=b} @{A=c} | [{\"A\":\"b\"}, {\"A\":\"c\"}]", "@{A=@{B=c}}, @{A=d} | [{\"A\":\"@{B=c}\"}, {\"A\":\"d\"}]",
        "@{A=b}; C=@{D=e} | {\"A\":\"b}\",\"C\":\"@{D=e\"}", "@{A=b} @{A=c}} | {\"A\":\"b} @{A=c}\"}",
        "@{A=b} | {\"A\":\"b\"}", "@{} | {}", "@{A=} | {\"A\":\"\"}", "@{=b; C=d} | {\"C\":\"d\"}",
        "@{A=b;c; D=e=f} | {\"A\":\"b;c\",\"D\":\"e=f\"}",
        "@{A=@{B=c; D=e}; F=g} | {\"A\":\"@{B=c; D=e}\",\"F\":\"g\"}",
        "@{A=}; B=c} | {\"A\":\"}\",\"B\":\"c\"}", "@{A=\"x\\y\"} | {\"A\":\"\"x\\y\"\"}" })
    void whatPowerShellWritesForAnObjectIsOpened(String text, String object) {
        assertThat(new ScalarValue(text, true).opened().toString()).isEqualTo(object);
    }

    @ParameterizedTest
    @ValueSource(strings = { "@{A=b", "{A=b}", "@A=b}", "x@{A=b}" })
    void anyOtherTextIsNotPowerShells(String text) {
        Value value = new ScalarValue(text, true);
        assertThat(value.opened()).isSameAs(value);
    }

    @Test
    void pairsAreFoundByNameInAnyCase() {
        Value pairs = json(
                "[{\"Name\":\"a\",\"Value\":1},{\"key\":\"B\",\"value\":2},{\"displayName\":\"c\",\"newValue\":3}]");
        assertThat(pairs.pair("A").text()).isEqualTo("1");
        assertThat(pairs.pair("b").text()).isEqualTo("2");
        assertThat(pairs.pair("C").text()).isEqualTo("3");
        assertThat(pairs.pair("d").isMissing()).isTrue();
        assertThat(json("\"[{\\\"Name\\\":\\\"a\\\",\\\"Value\\\":7}]\"").pair("a").text()).isEqualTo("7");
    }

    @Test
    void theFirstTextWithLettersIsFound() {
        assertThat(Value.firstText(Value.MISSING, new ScalarValue(" ", true), new ScalarValue("a", true),
                new ScalarValue("b", true))).isEqualTo("a");
        assertThat(Value.firstText(Value.MISSING, json("{}"))).isNull();
    }

    @Test
    void aRowHasItsCellsUnderTheirColumns() {
        Value row = row(List.of("Date", "User Id", "Empty"), "1", "ada", "", "beyond");
        assertThat(row.isTableRow()).isTrue();
        assertThat(row.isObject()).isTrue();
        assertThat(row.names()).containsExactly("Date", "User Id", "Empty");
        assertThat(row.get("userid").text()).isEqualTo("ada");
        assertThat(row.find("userid").text()).isEqualTo("ada");
        assertThat(row.find("empty").isMissing()).isTrue();
        assertThat(row.has("empty")).isTrue();
        assertThat(row.has("nothing")).isFalse();
        assertThat(row.find("date").isQuoted()).isTrue();
        assertThat(row.asRow()).isSameAs(row);
        assertThat(row.normalised()).isSameAs(row);
        assertThat(row(List.of("a", "b"), "1").find("b").isMissing()).isTrue();
        assertThat(row.toString()).isEqualTo("{\"Date\":\"1\",\"User Id\":\"ada\",\"Empty\":null}");
    }

    @Test
    void anObjectMayBecomeARow() {
        Value object = json("{\"User Id\":\"ada\",\"x\":null}");
        assertThat(object.get("userid").isMissing()).isTrue();
        assertThat(object.normalised().get("userid").text()).isEqualTo("ada");
        assertThat(object.normalised().get("User Id").text()).isEqualTo("ada");
        assertThat(object.normalised().isTableRow()).isFalse();
        assertThat(object.normalised().normalised().get("userid").text()).isEqualTo("ada");
        assertThat(object.asRow().isTableRow()).isTrue();
        assertThat(object.asRow().get("userid").text()).isEqualTo("ada");
    }

    @Test
    void pathsAsNamesLeadToWhereTheyPoint() {
        Value row = row(List.of("A.B", "A.C", "L_0_N", "L_1_N", "L_1_V", "Z{}.N"), "1", "2", "x", "", "", "p\nq\n");
        assertThat(row.get("a").get("b").text()).isEqualTo("1");
        assertThat(row.get("a").find("c").text()).isEqualTo("2");
        assertThat(row.get("a").isTableRow()).isFalse();
        assertThat(row.has("a")).isTrue();
        assertThat(row.get("l").items()).hasSize(1);
        assertThat(row.get("l").items().getFirst().get("n").text()).isEqualTo("x");
        assertThat(row.get("z").items()).hasSize(3);
        assertThat(row.get("z").items().get(1).get("n").text()).isEqualTo("q");
        assertThat(row(List.of("A.B"), "").get("a").isMissing()).isTrue();
        Value list = row(List.of("L_0", "L_1", "L_2"), "x", "", "z").get("l");
        assertThat(list.isArray()).isTrue();
        assertThat(list.texts()).containsExactly("x", "z");
        assertThat(row.members()).hasSize(9);
        assertThat(((ObjectValue) json("{\"A.B\":1}")).unflattened().get("A").get("B").text()).isEqualTo("1");
        Value plain = json("{\"A\":1}");
        assertThat(((ObjectValue) plain).unflattened()).isSameAs(plain);
    }

    @Test
    void aCellOfALocalColumnIsALocalTime() {
        ColumnNames columns = new ColumnNames(List.of("Date [Local Time]", "Seen [UTC+2]", "Date [UTC]"))
                .withLocalZone(ZoneId.of("Europe/Oslo"));
        for (Value row : List.of(Value.row(columns, new String[] { "1", "2", "3" }),
                Value.row(columns, List.of(new ScalarValue("1", true), new ScalarValue("2", true),
                        new ScalarValue("3", true))))) {
            assertThat(row.find("date").isLocalTime()).isTrue();
            assertThat(row.find("date").zone()).isEqualTo(ZoneId.of("Europe/Oslo"));
            assertThat(row.find("seen").zone()).isEqualTo(ZoneId.of("UTC+02:00"));
            assertThat(row.find("date#2").isLocalTime()).isFalse();
        }
        assertThat(Value.row(columns, List.of(Value.MISSING)).find("date").isMissing()).isTrue();
        Value object = ((ObjectValue) json("{\"Date [Local Time]\":\"1\",\"Seen (UTC+2)\":\"2\",\"Date\":\"3\"}"))
                .withLocalTimes(ZoneId.of("Europe/Oslo"));
        assertThat(object.get("Date [Local Time]").zone()).isEqualTo(ZoneId.of("Europe/Oslo"));
        assertThat(object.get("Seen (UTC+2)").zone()).isEqualTo(ZoneId.of("UTC+02:00"));
        assertThat(object.get("Date").isLocalTime()).isFalse();
        ObjectValue plain = (ObjectValue) json("{\"Date\":\"3\"}");
        assertThat(plain.withLocalTimes(null)).isSameAs(plain);
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = { "\"a\\\"b\" | a\"b", "'it''s' | it's", "'' | ~~",
        "' | '", "\" | \"", "\"a | \"a", "'a | 'a", "a | a", "12 | 12", "\"a\"b\" | \"a\"b\"" })
    void aCellThatIsJsonIsReadWithoutItsQuotes(String cell, String text) {
        ColumnNames columns = new ColumnNames(List.of("a")).withJsonCells();
        assertThat(Value.row(columns, new String[] { cell }).find("a").text()).isEqualTo(text.isEmpty() ? "" : text);
        assertThat(Value.row(columns, new String[] { "null" }).find("a").isMissing()).isTrue();
        assertThat(Value.row(new ColumnNames(List.of("a")), new String[] { "null" }).find("a").text())
                .isEqualTo("null");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', value = { "{\"a\":\"'x'\",\"b\":\"'y'\"} | true",
        "{\"a\":\"'x'\"} | false", "{\"a\":\"'x'\",\"b\":\"y\"} | false",
        "{\"a\":\"'x'\",\"b\":\"'y'\",\"c\":\"5\"} | true",
        "{\"a\":\"'x'\",\"b\":\"'y'\",\"c\":\" \",\"d\":7} | true", "{\"a\":\"“x”\",\"b\":\"«y»\"} | true",
        "{\"a\":\"“x»\",\"b\":\"«y»\"} | false", "{\"a\":\"'x'\",\"b\":\"'\"} | false",
        "{\"a\":\"'x'\",\"b\":\"'y'\",\"c\":\"{z}\",\"d\":\"TRUE\"} | true" })
    void anObjectHasOnlyQuotedTextsWhereTwoAreAndNoneIsNot(String object, boolean quoted) {
        assertThat(json(object).hasOnlyQuotedTexts()).isEqualTo(quoted);
    }
}

package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where records begin and end in JSON, however it is put together. In the tables of examples {@code ~} is a break. */
class JsonSplitterTest {

    private static List<String> whole(boolean keyed, String text) {
        return Pieces.of(new JsonSplitter(keyed), text);
    }

    private static void assertFound(boolean keyed, String json, String records) {
        String text = json.replace('~', '\n');
        List<String> expected = records == null ? List.of()
                : Arrays.stream(records.split("##")).map(record -> record.replace('~', '\n')).toList();
        assertThat(whole(keyed, text)).isEqualTo(expected);
        assertThat(Pieces.of(new JsonSplitter(keyed), text, 1)).as("byte by byte").isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"a\":1} | {\"a\":1}",
        "[{\"a\":1},{\"a\":2}] | {\"a\":1}##{\"a\":2}",
        "{\"a\":1}~{\"a\":2}~ | {\"a\":1}##{\"a\":2}",
        "{\"a\":1}{\"a\":2} | {\"a\":1}##{\"a\":2}",
        "[{\"a\":1}][{\"a\":2}] | {\"a\":1}##{\"a\":2}",
        "[[{\"a\":1}],[{\"a\":2}]] | {\"a\":1}##{\"a\":2}",
        "{\"a\":{\"b\":{}},\"c\":[{}]} {\"d\":1} | {\"a\":{\"b\":{}},\"c\":[{}]}##{\"d\":1}",
        "{\"a\":\"}\"}{\"a\":\"{\"} | {\"a\":\"}\"}##{\"a\":\"{\"}",
        "{\"a\":\"\\\"}\"}{\"b\":1} | {\"a\":\"\\\"}\"}##{\"b\":1}",
        "{\"a\":\"\\\\\"}{\"b\":1} | {\"a\":\"\\\\\"}##{\"b\":1}",
        "{~  \"a\": 1,~  \"b\": {~  }~}~ | {~  \"a\": 1,~  \"b\": {~  }~}",
        "[] | " })
    void objectsAreRecordsWhateverIsBetweenThem(String json, String records) {
        assertFound(false, json, records);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"value\":[{\"a\":1},{\"a\":2}]} | {\"a\":1}##{\"a\":2}",
        "{\"value\":[]} | ",
        "{\"@odata.context\":\"x\",\"value\":[{\"a\":1}],\"@odata.nextLink\":\"y\"} | {\"a\":1}",
        "{\"odata.metadata\":\"x\",\"value\":[{\"a\":1}]} | {\"a\":1}",
        "{\"count\":2,\"took\":[1,{\"x\":[]}],\"records\" : [ {\"a\":1} ] } | {\"a\":1}",
        "{\"value\":[{\"a\":1}]}~{\"value\":[{\"a\":2}]} | {\"a\":1}##{\"a\":2}",
        "{\"value\":[{\"a\":1}]}{\"b\":2} | {\"a\":1}##{\"b\":2}",
        "{\"hits\":{\"total\":{\"v\":1},\"hits\":[{\"a\":1}]},\"took\":3}{\"b\":1} | {\"a\":1}##{\"b\":1}",
        "{\"data\":{\"response\":{\"body\":{\"value\":[{\"a\":1}]}}}}{\"b\":1} | {\"a\":1}##{\"b\":1}",
        "{\"auditLogs\":[{\"a\":1}],\"signIns\":[{\"a\":2}],\"total\":2} | {\"a\":1}##{\"a\":2}",
        "{\"records\":[[{\"a\":1}],[{\"a\":2}]]} | {\"a\":1}##{\"a\":2}",
        "{\"records\":[\"{\\\"a\\\":1}\"]} | \"{\\\"a\\\":1}\"",
        "{\"value\":[{\"a\":1}],\"other\":{\"x\":[1]},\"more\":\"}\"} | {\"a\":1}",
        "{\"total_count\":1,\"audit-records\":[{\"a\":1}]} | {\"a\":1}" })
    void theListInAnEnvelopeHoldsTheRecords(String json, String records) {
        assertFound(false, json, records);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"id\":1,\"value\":[{\"a\":1}]}", "{\"items\":[1,2]}", "{\"value\":\"x\"}", "{\"value\":[]x}",
        "{\"things\":[{\"a\":1}]}", "{\"count\":1}", "{\"count\":1;\"value\":[{}]}", "{}",
        "{\"data\":{\"response\":{\"body\":{\"payload\":{\"value\":[{\"a\":1}]}}}}}", "{\"hits\":{\"x\":1}}" })
    void anObjectThatIsNoEnvelopeIsARecord(String json) {
        if (json.contains("[]x")) {
            assertThat(whole(false, json)).isNotEmpty();
        } else {
            assertFound(false, json, json);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"id1\":{\"a\":1},\"id2\":{\"a\":2}} | {\"a\":1}##{\"a\":2}",
        "{\"u1\":[{\"a\":1},{\"a\":2}],\"u2\":[{\"a\":3}]} | {\"a\":1}##{\"a\":2}##{\"a\":3}",
        "{\"id1\":{\"a\":1},\"n\":5,\"id2\":{\"a\":2}} | {\"a\":1}##{\"a\":2}",
        "{ \"id1\" : {\"value\":[{\"b\":1}]} } | {\"value\":[{\"b\":1}]}" })
    void membersOfAnObjectOfRecordsAreRecords(String json, String records) {
        assertFound(true, json, records);
    }

    @Test
    void aLineThatIsNotClosedCostsOneRecord() {
        assertThat(whole(false, "{\"a\":1\n{\"b\":2}\n{\"c\":3}\n")).containsExactly("{\"a\":1", "{\"b\":2}",
                "{\"c\":3}");
        assertThat(whole(false, "{\"a\":\"x\ny\"}\n{\"b\":2}")).startsWith("{\"a\":\"x").endsWith("{\"b\":2}");
        assertThat(whole(false, "{\"a\":1")).containsExactly("{\"a\":1");
        assertThat(whole(false, "{\"a\":1}\n{\"b\":")).containsExactly("{\"a\":1}", "{\"b\":");
    }

    @Test
    void textBetweenRecordsIsGivenAsAPieceOfItsOwn() {
        assertThat(whole(false, "{\"a\":1}\nfoo bar\n{\"b\":2}")).containsExactly("{\"a\":1}", "foo bar", "{\"b\":2}");
        assertThat(whole(false, "{\"a\":1}\n\0\0\0{\"b\":2}")).containsExactly("{\"a\":1}", "\0\0\0", "{\"b\":2}");
        assertThat(whole(false, "\"text\"\n{\"b\":2}")).containsExactly("\"text\"", "{\"b\":2}");
        assertThat(whole(false, "\"{ not closed\n{\"b\":2}")).containsExactly("\"{ not closed", "{\"b\":2}");
        assertThat(whole(false, "{\"value\":[{\"a\":1}")).containsExactly("{\"a\":1}");
        assertThat(whole(false, "{\"value\":[{\"a\":1},oops\n{\"b\":1}]}")).containsExactly("{\"a\":1}", "oops",
                "{\"b\":1}");
    }

    @Test
    void sixteenBracketsAreListsAndMoreAreDamage() {
        assertThat(whole(false, "[".repeat(16) + "{\"a\":1}" + "]".repeat(16))).containsExactly("{\"a\":1}");
        assertThat(whole(false, "[".repeat(17) + "{\"a\":1}" + "]".repeat(16))).containsExactly("[".repeat(17),
                "{\"a\":1}");
        assertThat(whole(false, "{\"a\":1}" + "]".repeat(17))).containsExactly("{\"a\":1}", "]".repeat(17));
    }

    @Test
    void aTextThatHoldsAnObjectIsARecord() {
        assertThat(whole(false, "[\"{\\\"a\\\":1}\",\"{\\\"a\\\":2}\"]")).containsExactly("\"{\\\"a\\\":1}\"",
                "\"{\\\"a\\\":2}\"");
        assertThat(whole(false, "\"  {\\\"a\\\":1}\"")).containsExactly("\"  {\\\"a\\\":1}\"");
        assertThat(whole(false, "\" x{}\"")).containsExactly("\" x{}\"");
    }

    @Test
    void aByteOrderMarkBetweenPagesIsNoRecord() {
        assertThat(whole(false, "\ufeff{\"a\":1}\ufeff[{\"b\":2}]")).containsExactly("{\"a\":1}", "{\"b\":2}");
    }

    @ParameterizedTest(name = "{0} holds records by key: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{\"x\":{\"a\":1,\"b\":2,\"c\":3},\"y\":{\"c\":1,\"b\":2,\"a\":3}} | true",
        "{\"x\":{\"a\":1,\"b\":2,\"c\":3},\"y\":{\"a\":1,\"b\":2,\"d\":3}} | false",
        "{\"x\":{\"a\":1,\"b\":{\"c\":3}},\"y\":{\"a\":1,\"b\":{\"c\":3}}} | false",
        "{\"x\":{\"a\":{\"z\":[1]},\"b\":2,\"c\":3},\"y\":{\"a\":[],\"b\":2,\"c\":3}} | true",
        "{\"x\":[{\"a\":1,\"b\":2,\"c\":3},{\"z\":[{}]}],\"y\":[{\"a\":1,\"b\":2,\"c\":3}]} | true",
        "{\"x\":[{\"a\":1,\"b\":2,\"c\":3},[],{}],\"y\":{\"a\":1,\"b\":2,\"c\":3}} | true",
        "{\"x\":{\"a\":1,\"b\":2,\"c\":3}} | false",
        "{\"x\":1,\"y\":{\"a\":1,\"b\":2,\"c\":3}} | false",
        "[{\"x\":{\"a\":1,\"b\":2,\"c\":3},\"y\":{\"a\":1,\"b\":2,\"c\":3}}] | false",
        "{\"x\":{\"a\":1,\"b\":2,\"c\":3},\"y\":{\"a\":1,\"b\":2,\"c\" | false",
        "{\"x\":{\"a\":1,\"b\":2,\"c\":3},\"y\":{\"a\":1,\"b\":2,\"c\":3 | false", "{\"x\": | false",
        " {\"x\":{\"a\":1,\"b\":2,\"c\":3},\"y\":{\"a\":1,\"b\":2,\"c\":3},\"z\": | true" })
    void membersAreRecordsWhereTheFirstTwoHaveThreeNamesInCommon(String json, boolean keyed) {
        assertThat(KeyedObjects.areIn(json)).isEqualTo(keyed);
    }

    /** Else a file of some megabytes would take days: each would be looked for to the end. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "|{ \"a\":1,", "{\"value\":[{\"a\":1}]|\"b\":[" })
    void manyRecordsWithoutAnEndAreGivenUpSomeWayOn(String before, String line) {
        int longest = 4 << 20;
        String text = (before == null ? "" : before) + (line + '\n').repeat(longest / (line.length() + 1))
                + (line + '\n').repeat(4 * RecordSplitter.LONGEST_GARBAGE / (line.length() + 1));
        List<String> pieces = Pieces.of(new JsonSplitter(false).within(longest), text,
                longest + 3 * RecordSplitter.LONGEST_GARBAGE);
        assertThat(pieces.size()).isBetween(17, 100);
        assertThat(pieces.get(1)).isEqualTo(line);
    }

    @Test
    void afterOneWithoutAnEndTheNextLineIsLookedAtAgain() {
        int longest = 4 << 20;
        String good = "{\"b\":2}";
        String text = "{ \"a\":1,\n" + (good + "\n").repeat(3)
                + " ".repeat(longest + RecordSplitter.LONGEST_GARBAGE) + good;
        assertThat(Pieces.of(new JsonSplitter(false).within(longest), text, text.length() - 1)).contains(good);
    }
}

package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Records inside of other tools' records; a known one has a member {@code k}. */
class CarrierValuesTest {

    private static final Predicate<Value> KNOWN = value -> value.has("k");

    private static List<String> inside(String json) {
        return Carriers.inside(Value.ofJson(json), KNOWN).stream().map(found -> found.get("k").text()).toList();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = { "{\"_raw\":\"{\\\"a\\\":1}\"} | true",
        "{\"_source\":{}} | true", "{\"message\":\"text\"} | false", "{\"message\":[1]} | true",
        "{\"other\":{}} | false",
        "{\"a\":1,\"payload\":{\"b\":1}} | true", "{\"data\":null} | false", "{\"DATA\":{}} | false" })
    void aCarrierIsKnownByAMemberThatHoldsAnObject(String json, boolean carrier) {
        assertThat(Carriers.isOne(Value.ofJson(json))).isEqualTo(carrier);
    }

    @Test
    void aRowIsACarrierByItsColumns() {
        ColumnNames columns = new ColumnNames(List.of("Time", "Raw Data", "message"));
        assertThat(Carriers.isOne(Value.row(columns, new String[] { "1", "{\"a\":1}", "x" }))).isTrue();
        assertThat(Carriers.isOne(Value.row(columns, new String[] { "1", "x", "[1]" }))).isTrue();
        assertThat(Carriers.isOne(Value.row(columns, new String[] { "{\"a\":1}", "x", "y" }))).isFalse();
        assertThat(Carriers.isOne(Value.row(new ColumnNames(List.of("a")), new String[] { "{\"a\":1}" }))).isFalse();
    }

    @Test
    void theKnownRecordNearestToTheOutsideIsFound() {
        assertThat(inside("{\"a\":{\"b\":{\"k\":1}},\"c\":{\"k\":2}}")).containsExactly("2");
        assertThat(inside("{\"a\":\"{\\\"k\\\":3}\"}")).containsExactly("3");
        assertThat(inside("{\"a\":{\"b\":\"[{\\\"k\\\":4}]\"}}")).containsExactly("4");
        assertThat(inside("{\"k\":1}")).as("the carrier itself").isEmpty();
        assertThat(inside("{\"a\":{\"b\":\"text\"},\"c\":[1,\"x\"]}")).isEmpty();
    }

    @Test
    void allObjectsOfAListAreGivenWhereOneIsKnown() {
        List<Value> found = Carriers.inside(Value.ofJson("{\"a\":[{\"x\":1},5,{\"k\":2},\"{\\\"k\\\":3}\"]}"), KNOWN);
        assertThat(found).hasSize(3);
        assertThat(inside("{\"a\":[{\"b\":{\"k\":7}}]}")).containsExactly("7");
    }

    @Test
    void aRecordIsLookedForInSevenLevels() {
        assertThat(inside(nested(6))).containsExactly("1");
        assertThat(inside(nested(7))).isEmpty();
    }

    private static String nested(int levels) {
        return "{\"a\":".repeat(levels) + "{\"a\":{\"k\":1}}" + "}".repeat(levels);
    }

    @Test
    void membersWhoseNamesArePathsLeadToARecord() {
        Value row = Value.row(new ColumnNames(List.of("x", "event.k", "event.l")), new String[] { "1", "2", "3" });
        assertThat(Carriers.inside(row, KNOWN)).hasSize(1);
        assertThat(inside("{\"a\":{\"b.k\":5}}")).containsExactly("5");
    }
}

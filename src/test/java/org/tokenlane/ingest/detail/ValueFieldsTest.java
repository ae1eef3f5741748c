package org.tokenlane.ingest.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.ingest.text.ColumnNames;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.detail.RecordFields;

/** A record's fields by name: values, lists as JSON, presence, and the whole as it is written. */
class ValueFieldsTest {

    private static final String RECORD = "{\"CreationTime\": \"2026-09-10T08:00:00\",\"Id\":\"1\",\"Operation\":\"A\","
            + "\"RecordType\":1,\"Workload\":\"Exchange\",\"UserId\":\"u\",\"UserKey\":\"k\",\"Empty\":\"\","
            + "\"Null\":null,\"None\":[],\"List\":[\"a\\n\\\"\",2,{\"Deep\":true}],\"Deep\":{\"Er\":null,"
            + "\"Est\":\"x\"},"
            + "\"Parameters\":[{\"Name\":\"ForwardTo\",\"Value\":\"m\"}],\"Text\":\"[1, 2]\"}";

    private final RecordFields fields = of(RECORD);

    private static RecordFields of(String record) {
        byte[] bytes = record.getBytes(StandardCharsets.UTF_8);
        return new RecordDetails().file(bytes, Map.of()).detail(bytes).fields();
    }

    @Test
    void valuesAreTheTextsAtAPath() {
        assertThat(fields.values("operation")).containsExactly("A");
        assertThat(fields.values("List")).containsExactly("a\n\"", "2", "true");
        assertThat(fields.values("List.Deep")).containsExactly("true");
        assertThat(fields.values("Parameters.ForwardTo")).containsExactly("m");
        assertThat(fields.values("Empty")).containsExactly("");
        assertThat(fields.values("Null")).isEmpty();
        assertThat(fields.values("Odd")).isEmpty();
    }

    @Test
    void listsAndObjectsAreAlsoJson() {
        assertThat(fields.json("List")).containsExactly("[\"a\\n\\\"\",2,{\"Deep\":true}]");
        assertThat(fields.json("Deep")).containsExactly("{\"Er\":null,\"Est\":\"x\"}");
        assertThat(fields.json("None")).containsExactly("[]");
        assertThat(fields.json("Text")).containsExactly("[1,2]");
        assertThat(fields.json("Operation")).isEmpty();
        assertThat(fields.json("Odd")).isEmpty();
    }

    @Test
    void aFieldIsPresentWithoutAValueToo() {
        assertThat(fields.has("Operation")).isTrue();
        assertThat(fields.has("Empty")).isTrue();
        assertThat(fields.has("Null")).isTrue();
        assertThat(fields.has("None")).isTrue();
        assertThat(fields.has("Deep.Er")).isTrue();
        assertThat(fields.has("List.Deep")).isTrue();
        assertThat(fields.has("Deep.Odd")).isFalse();
        assertThat(fields.has("Odd")).isFalse();
        assertThat(fields.isTableRow()).isFalse();
    }

    @Test
    void theWholeIsAsItIsWrittenAndAsCompactJson() {
        assertThat(fields.asWritten()).hasSize(2);
        assertThat(fields.asWritten().get(0)).isEqualTo(RECORD);
        assertThat(fields.asWritten().get(1)).isEqualTo(RECORD.replace("\": \"", "\":\""));
        assertThat(fields.all()).contains("A", "x", "2", "");
    }

    @Test
    void anEmptyCellOfATableIsNotAField() {
        Value row = Value.row(new ColumnNames(List.of("Note", "Empty")), new String[] { "x", "" });
        RecordFields table = new ValueFields(row, row, "x,");
        assertThat(table.isTableRow()).isTrue();
        assertThat(table.has("Note")).isTrue();
        assertThat(table.has("Empty")).isFalse();
        assertThat(table.asWritten()).containsExactly("x,", "{\"Note\":\"x\",\"Empty\":null}");
        assertThat(RecordFields.NONE.has("x")).isFalse();
        assertThat(RecordFields.NONE.isTableRow()).isFalse();
        assertThat(List.of(RecordFields.NONE.json("x"), RecordFields.NONE.asWritten())).allMatch(List::isEmpty);
    }
}

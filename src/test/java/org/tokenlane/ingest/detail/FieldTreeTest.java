package org.tokenlane.ingest.detail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.detail.RecordField;

/** A record as a tree of its fields. */
class FieldTreeTest {

    private static List<RecordField> of(String json) {
        return FieldTree.of(Value.ofJson(json));
    }

    private static int levels(List<RecordField> fields) {
        return fields.isEmpty() ? 0 : 1 + levels(fields.getFirst().children());
    }

    @Test
    void fieldsInsideOthersAreShownToTheTwentyFifthLevel() {
        for (int depth : new int[] { 24, 25, 26, 40 }) {
            assertThat(levels(of("{\"a\":".repeat(depth) + "1" + "}".repeat(depth)))).as("depth %s", depth)
                    .isEqualTo(Math.min(depth, 25));
        }
    }

    @Test
    void aRecordOfManyFieldsIsShownAsFarAsTwentyThousand() {
        for (int count : new int[] { 19_999, 20_000, 20_001 }) {
            String fields = IntStream.range(0, count).mapToObj(i -> "\"f" + i + "\":1")
                    .collect(Collectors.joining(","));
            assertThat(of("{" + fields + "}")).hasSize(Math.min(count, 20_000));
            String items = IntStream.range(0, count).mapToObj(String::valueOf).collect(Collectors.joining(","));
            assertThat(of("[" + items + "]")).as("a list").hasSize(Math.min(count, 20_000));
        }
    }

    @Test
    void aPairOfNameAndValueIsAFieldOfThatName() {
        List<RecordField> pairs = of("{\"P\":[{\"Name\":\"To\",\"Value\":\"x\"},{\"Key\":\"k\",\"Value\":null},"
                + "{\"Name\":\"n\",\"Value\":1,\"More\":2},{\"Name\":\"n\"},\"plain\"]}").getFirst().children();
        assertThat(pairs).extracting(RecordField::name).containsExactly("To", "k", "[2]", "[3]", "[4]");
        assertThat(pairs.getFirst().value()).isEqualTo("x");
        assertThat(pairs.getFirst().isLeaf()).isTrue();
        assertThat(pairs.get(1).value()).isNull();
        assertThat(pairs.get(2).children()).extracting(RecordField::name).containsExactly("Name", "Value", "More");
    }

    @Test
    void jsonThatIsWrittenAsTextIsOpenedAndKeptAsItIsWritten() {
        RecordField field = of("{\"D\":\"{\\\"a\\\": [1, null]}\"}").getFirst();
        assertThat(field.value()).isEqualTo("{\"a\": [1, null]}");
        assertThat(field.children()).singleElement().satisfies(inner -> {
            assertThat(inner.name()).isEqualTo("a");
            assertThat(inner.value()).isEqualTo("[1,null]");
            assertThat(inner.children()).extracting(RecordField::value).containsExactly("1", null);
        });
    }
}

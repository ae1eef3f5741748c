package org.tokenlane.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Answers of query services, which name their columns once. */
class JsonRowsTest {

    private static final ColumnNames AB = new ColumnNames(List.of("A", "B"));

    private static List<String> rows(String text) {
        List<String> whole = Pieces.of(new JsonRowSplitter(AB), text);
        return whole;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "{\"tables\":[{\"name\":\"PrimaryResult\",\"columns\":[{\"name\":\"A\",\"type\":\"string\"},"
                + "{\"name\":\"B\"}],\"rows\":[",
        "{\"Tables\":[{\"TableName\":\"T\",\"Columns\":[{\"ColumnName\":\"A\"},{\"ColumnName\":\"B\"}],\"Rows\":[",
        "{\"FIELDS\":[\"A\",\"B\"],\"DATA\":[", "{\"fields\":[\"A\",\"B\"],\"data\":[",
        "{\"columns\":[\"A\",\"B\"],\"values\":[",
        "[{\"TableKind\":\"QueryProperties\",\"Columns\":[{\"ColumnName\":\"x\"}],\"Rows\":[[1]]},"
                + "{\"TableKind\":\"PrimaryResult\",\"Columns\":[{\"ColumnName\":\"A\"},{\"ColumnName\":\"B\"}],"
                + "\"Rows\":[" })
    void theRowsBeginBehindTheirBracket(String beginning) {
        assertThat(JsonRows.in(beginning + "[1,2]]}")).isEqualTo(new JsonRows(List.of("A", "B"), beginning.length()));
        assertThat(JsonRows.in(beginning + "]}")).as("no rows")
                .isEqualTo(new JsonRows(List.of("A", "B"), beginning.length()));
        assertThat(JsonRows.in(beginning + "{\"a\":1}]}")).as("objects").isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"rows\":[[1,2]],\"columns\":[\"A\"]}", "{\"columns\":[],\"rows\":[[1]]}", "[[1,2]]",
        "{\"columns\":{\"name\":\"A\"},\"rows\":[[1]]}", "{\"columns\":[\"A\"],\"rows\":5}", "{\"columns\":[\"A\"]}",
        "{\"columns\":[\"A\",\"rows\"", "{\"rows\":[[1]]}", "{\"columns\":[{\"type\":\"A\"}],\"rows\":[[1]]}",
        "{\"columns\":[{\"x\":{\"name\":\"A\"}}],\"rows\":[[1]]}", "x \"columns\" \"rows\"" })
    void rowsWithoutNamesInFrontOfThemAreNone(String text) {
        assertThat(JsonRows.in(text)).isNull();
    }

    @Test
    void eachListIsARowToTheEndOfTheTable() {
        String text = "[1,\"]\"],\n[2,\"\\\"]\"],[{\"x\":[1]},[2]]],\"more\":1}";
        assertThat(rows(text)).containsExactly("[1,\"]\"]", "[2,\"\\\"]\"]", "[{\"x\":[1]},[2]]");
        assertThat(Pieces.of(new JsonRowSplitter(AB), text, 1)).isEqualTo(rows(text));
        assertThat(rows("]}")).isEmpty();
        assertThat(rows("[1,2")).containsExactly("[1,2");
        assertThat(rows("oops\n[1,2]")).containsExactly("oops", "[1,2]");
    }

    @Test
    void theTableGoesOnInItsNextPiece() {
        assertThat(rows("[1,2]]},{\"FrameType\":\"TableFragment\",\"Rows\":[[3,4]]}]")).containsExactly("[1,2]",
                "[3,4]");
        assertThat(rows("[1,2]]},{\"columns\":[{\"name\":\"A\"},{\"name\":\"B\"}],\"rows\" : [[3,4]]}"))
                .containsExactly("[1,2]", "[3,4]");
        assertThat(rows("[1,2]]},{\"TableKind\":\"QueryCompletionInformation\",\"Columns\":[{\"ColumnName\":\"x\"}],"
                + "\"Rows\":[[9]]}]")).containsExactly("[1,2]");
        assertThat(rows("[1,2]]},{\"Columns\":[{\"ColumnName\":\"Value\"}],\"Rows\":[[9]]}]")).containsExactly("[1,2]");
        assertThat(rows("[1,2]]},{\"rows\":5}")).containsExactly("[1,2]");
    }

    @Test
    void aTableOfOtherColumnsIsOnePiece() {
        assertThat(rows("[1,2]]},{\"columns\":[{\"name\":\"A\"},{\"name\":\"C\"}],\"rows\":[[3,\"]\\\"]\"],[4,5]]},"
                + "{\"columns\":[{\"name\":\"A\"},{\"name\":\"B\"}],\"rows\":[[6,7]]}"))
                .containsExactly("[1,2]", "\"rows\":[[3,\"]\\\"]\"],[4,5]]", "[6,7]");
        assertThat(rows("[1,2]]},{\"columns\":[{\"name\":\"C\"}],\"rows\":[[3"))
                .containsExactly("[1,2]", "\"rows\":[[3");
    }

    @Test
    void aTableIsAboutTheQueryByItsLastKindOrItsColumns() {
        assertThat(JsonRows.isAboutTheQuery("\"TableKind\":\"QueryProperties\"")).isTrue();
        assertThat(JsonRows.isAboutTheQuery("\"tablename\" : \"@ExtendedProperties\"")).isTrue();
        assertThat(JsonRows.isAboutTheQuery("\"TableKind\":\"QueryProperties\" \"TableKind\":\"PrimaryResult\""))
                .isFalse();
        assertThat(JsonRows.isAboutTheQuery("\"Columns\":[{\"ColumnName\":\"Value\"}]")).isTrue();
        assertThat(JsonRows.isAboutTheQuery("\"Columns\":[{\"ColumnName\":\"Values\"}]")).isFalse();
        assertThat(JsonRows.isAboutTheQuery("")).isFalse();
        assertThat(JsonRows
                .isOfSameTable("\"columns\":[{\"name\":\"x\"}],\"columns\":[{\"name\":\"A\"},{\"name\":\"B\"}]", AB))
                .isTrue();
        assertThat(JsonRows.isOfSameTable("\"columns\":[{\"name\":\"B\"},{\"name\":\"A\"}]", AB)).isFalse();
        assertThat(JsonRows.isOfSameTable("\"TableFragment\"", AB)).isTrue();
        assertThat(JsonRows.isOfSameTable("", AB)).isFalse();
    }
}

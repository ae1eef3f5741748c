package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.ExposureTable.Column;

/** Which columns of a list stand on a page, and how wide. */
class ReportTablesTest {

    private static ExposureTable list(List<Column> columns, Object[]... rows) {
        return new ExposureTable("list", "List", columns,
                Arrays.stream(rows).map(row -> new ExposureTable.Row(Arrays.asList(row), new int[0], null)).toList());
    }

    private static List<String> titles(ExposureTable list) {
        return new ReportTables(100).of(list).table().columns().stream().map(ReportTable.Column::title).toList();
    }

    @Test
    void whatAllNeedIsSharedAsItIsNeeded() {
        ReportTable table = new ReportTables(100).of(list(List.of(Column.FOLDER, Column.MESSAGE_ID),
                new Object[] { "x".repeat(10), "y".repeat(20) }, new Object[] { "z", "z" })).table();
        assertThat(table.columns().get(1).share() / table.columns().getFirst().share()).isBetween(21.4f / 13.5f,
                21.6f / 13.5f);
        assertThat(sum(table)).isBetween(0.999f, 1.001f);
    }

    private static float sum(ReportTable table) {
        float all = 0;
        for (ReportTable.Column column : table.columns()) {
            all += column.share();
        }
        return all;
    }

    @Test
    void whereTheLineIsTooShortTheLongestWordsAreBrokenAndNoNumber() {
        List<Column> columns = List.of(Column.MAILBOX, Column.OPERATION, Column.FOLDER, Column.SUBJECT, Column.FROM,
                Column.COUNT);
        ReportTable table = new ReportTables(100).of(list(columns,
                IntStream.range(0, 6).mapToObj(i -> i == 5 ? "1234567" : "x".repeat(30)).toArray(),
                IntStream.range(0, 6).mapToObj(i -> i == 5 ? "7" : "y").toArray())).table();
        assertThat(table.columns().get(5).share()).as("seven digits of 128 letters, and the padding")
                .isBetween(8.499f / 128, 8.501f / 128);
        assertThat(table.columns().subList(0, 5)).extracting(ReportTable.Column::share)
                .allSatisfy(share -> assertThat(share).isBetween(0.186f, 0.187f));
    }

    @ParameterizedTest
    @CsvSource({ "/users, false", "/groups, true", "users, true" })
    void theItemStandsWhereAnOperationDoesNotEndWithIt(String item, boolean shown) {
        ExposureTable list = list(List.of(Column.OPERATION, Column.ITEM), new Object[] { "GET /users", item },
                new Object[] { "GET /me", "/me" });
        assertThat(titles(list).contains(Column.ITEM.title())).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({ "Payments, Other, true", "Payments, Invoices, false" })
    void whatTheSentenceNamesInEveryRowIsNotRepeated(String first, String second, boolean shown) {
        ExposureTable list = list(List.of(Column.OPERATION, Column.SENTENCE, Column.NAME, Column.ACTOR),
                new Object[] { "New-InboxRule", "Created the rule Payments.", first, "Created" },
                new Object[] { "Set-InboxRule", "Changed the rule Invoices.", second, "rule" });
        assertThat(titles(list).contains(Column.NAME.title())).isEqualTo(shown);
        assertThat(titles(list)).as("who did it is kept").contains(Column.OPERATION.title(), Column.ACTOR.title());
    }

    @Test
    void aSentenceGetsItsWidthWhereTheLineIsTooShort() {
        Object[] row = new Object[] { "x".repeat(30), "One two three", "x".repeat(30), "x".repeat(30), "x".repeat(30),
            "x".repeat(30) };
        ReportTable table = new ReportTables(100).of(list(List.of(Column.OPERATION, Column.SENTENCE, Column.MAILBOX,
                Column.DETAIL, Column.FROM, Column.CONDITIONS), row, new Object[] { "a", "b", "c", "d", "e", "f" }))
                .table();
        assertThat(table.columns().get(1).share()).isBetween(0.171f, 0.173f);
        assertThat(sum(table)).isBetween(0.999f, 1.001f);
    }

    @Test
    void theNumberOfCallsStandsWhereNotBothOfItsPartsDo() {
        Object[] row = { "GET", 3L, 4L };
        Object[] other = { "PUT", 1L, 2L };
        assertThat(titles(list(List.of(Column.OPERATION, Column.SUCCEEDED, Column.COUNT), row, other)))
                .contains(Column.COUNT.title());
        assertThat(titles(list(List.of(Column.OPERATION, Column.REFUSED, Column.COUNT), row, other)))
                .contains(Column.COUNT.title());
        assertThat(titles(list(List.of(Column.OPERATION, Column.SUCCEEDED, Column.REFUSED, Column.COUNT),
                new Object[] { "GET", 3L, 4L, 7L }, new Object[] { "PUT", 1L, 2L, 3L })))
                .contains(Column.REFUSED.title()).doesNotContain(Column.COUNT.title());
    }

    @Test
    void aTitleWhoseWordHasNoRoomGetsItFromTheOtherColumns() {
        ReportTable table = new ReportTable(List.of(new ReportTable.Column("Schritt", 0.06f),
                new ReportTable.Column("Gegenstand", 0.62f), new ReportTable.Column("Stand", 0.32f)), List.of());
        assertThat(table.columns().getFirst().share()).isBetween(10.59f / 128, 10.61f / 128);
        assertThat(sum(table)).isBetween(0.999f, 1.001f);
        ReportTable enough = new ReportTable(List.of(new ReportTable.Column("Schritt", 10.61f / 128),
                new ReportTable.Column("Stand", 1 - 10.61f / 128)), List.of());
        assertThat(enough.columns().getFirst().share()).as("and one that has it keeps its own")
                .isEqualTo(10.61f / 128);
    }

    @Test
    void aDateHasRoomInItsColumnHoweverMuchTheOthersNeed() {
        Object[] row = IntStream.range(0, 11).mapToObj(i -> i == 5 ? "2026-09-22 09:40:00" : "abcdefghij.".repeat(3))
                .toArray();
        List<Column> columns = List.of(Column.OPERATION, Column.MAILBOX, Column.DETAIL, Column.FROM, Column.CONDITIONS,
                Column.MESSAGE_ID, Column.FOLDER, Column.SUBJECT, Column.NAME, Column.ACTOR, Column.PATH);
        ReportTable table = new ReportTables(100).of(list(columns, row,
                IntStream.range(0, 11).mapToObj(i -> i == 5 ? "2026-09-23 09:40:00" : "c" + i).toArray())).table();
        assertThat(table.columns().get(5).share()).isGreaterThanOrEqualTo(11.49f / 128);
    }
}

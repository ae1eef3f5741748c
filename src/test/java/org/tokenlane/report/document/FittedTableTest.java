package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.report.document.ReportTable.Row;

/** Tables whose columns are as wide as their cells need. */
class FittedTableTest {

    private static final List<String> TITLES = List.of("Time", "In words", "App");

    private static List<Float> shares(ReportTable table) {
        return table.columns().stream().map(ReportTable.Column::share).toList();
    }

    @Test
    void aColumnWithoutAnyTextIsLeftOutAndOneWithAnyStays() {
        List<Row> rows = new ArrayList<>(Collections.nCopies(3, Row.of("12:00", "A sentence.", "")));
        assertThat(ColumnWidths.fitted(TITLES, 1, rows).columns()).extracting(ReportTable.Column::title)
                .containsExactly("Time", "In words");
        assertThat(ColumnWidths.fitted(TITLES, 1, rows).rows()).allSatisfy(
                row -> assertThat(row.cells()).containsExactly("12:00", "A sentence."));
        rows.add(Row.of("12:00", "A sentence.", "x"));
        assertThat(ColumnWidths.fitted(TITLES, 1, rows).columns()).hasSize(3);
        assertThat(ColumnWidths.fitted(TITLES, 1, List.of()).columns()).hasSize(3);
    }

    @Test
    void whatTheOthersDoNotNeedIsTheSentences() {
        ReportTable table = ColumnWidths.fitted(TITLES, 1, List.of(Row.of("12:00", "A sentence.", "App")));
        assertThat(shares(table).stream().mapToDouble(Float::doubleValue).sum()).isCloseTo(1, within(0.001));
        assertThat(shares(table).get(1)).isGreaterThan(0.8f);
        assertThat(shares(ColumnWidths.fitted(TITLES, -1, List.of(Row.of("12:00", "A word.", "App")))).get(1))
                .as("no column of sentences").isLessThan(0.6f);
    }

    @Test
    void wideCellsAmongTheFirstThousandRowsWidenTheirColumnAndOneBehindThemDoesNot() {
        List<Row> rows = new ArrayList<>(Collections.nCopies(999, Row.of("12:00", "A sentence.", "App")));
        float narrow = shares(ColumnWidths.fitted(TITLES, 1, rows)).get(2);
        Row wide = Row.of("12:00", "A sentence.", "Applicationwithalongname");
        rows.add(wide);
        assertThat(shares(ColumnWidths.fitted(TITLES, 1, rows)).get(2)).isGreaterThan(narrow);
        rows.add(999, Row.of("12:00", "A sentence.", "App"));
        assertThat(rows.indexOf(wide)).isEqualTo(1_000);
        assertThat(shares(ColumnWidths.fitted(TITLES, 1, rows)).get(2)).isEqualTo(narrow);
    }
}

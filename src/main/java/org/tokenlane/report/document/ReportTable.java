package org.tokenlane.report.document;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.TextKey;

/** A table of a report. */
public record ReportTable(List<Column> columns, List<Row> rows) {

    /**
     * A column.
     *
     * @param share
     *            its part of the table's width, from 0 to 1
     */
    public record Column(String title, float share) {

        static Column of(TextKey title, int percent) {
            return new Column(title.text(), percent / 100f);
        }
    }

    /** A row with a cell for each column. */
    public record Row(List<String> cells) {

        /** More letters would fill pages with one cell of a narrow column. */
        private static final int MOST_LETTERS = 800;

        public Row {
            cells = cells.stream().map(cell -> Plain.capped(cell, MOST_LETTERS)).toList();
        }

        /** A row of these cells, empty where nothing is known. */
        static Row of(@Nullable String... cells) {
            return new Row(Arrays.stream(cells).map(cell -> Objects.requireNonNullElse(cell, "")).toList());
        }
    }

    public ReportTable {
        columns = ColumnWidths.withRoomForTitles(columns);
        rows = List.copyOf(rows);
    }

    /** The same with the first rows only. */
    ReportTable first(int most) {
        return new ReportTable(columns, rows.subList(0, Math.min(most, rows.size())));
    }
}

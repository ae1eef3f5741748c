package org.tokenlane.report.document;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.TextKey;

/** A table of a report. */
public record ReportTable(List<Column> columns, List<Row> rows) {

    /** A column so many times as wide as its title needs has width to give. */
    private static final float WIDE = 1.6f;

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
        columns = withRoomForTitles(columns);
        rows = List.copyOf(rows);
    }

    /** Whatever the language, no word of a title is broken: what such a column needs is taken from the widest others. */
    private static List<Column> withRoomForTitles(List<Column> columns) {
        float needed = 0;
        float spare = 0;
        for (Column column : columns) {
            float least = ReportTables.shareOf(column.title());
            needed += Math.max(0, least - column.share());
            spare += Math.max(0, column.share() - WIDE * least);
        }
        if (needed <= 0 || needed > spare) {
            return List.copyOf(columns);
        }
        float taken = needed / spare;
        return columns.stream().map(column -> {
            float least = ReportTables.shareOf(column.title());
            return new Column(column.title(), Math.max(least,
                    column.share() - Math.max(0, column.share() - WIDE * least) * taken));
        }).toList();
    }

    /** The same with the first rows only. */
    ReportTable first(int most) {
        return new ReportTable(columns, rows.subList(0, Math.min(most, rows.size())));
    }
}

package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.tokenlane.report.ExposureTable;

/**
 * Fits lists of accessed data to the width of a page: columns that are empty, the same in every row, or said by the
 * columns beside them are left out; those of short words get the width that these need, and the others share the rest.
 */
final class ReportTables {

    /** What something was done to, which a sentence names. */
    private static final Set<ExposureTable.Column> OBJECTS = EnumSet.of(ExposureTable.Column.NAME,
            ExposureTable.Column.TARGET, ExposureTable.Column.PATH, ExposureTable.Column.SHARED_WITH,
            ExposureTable.Column.SUBJECT, ExposureTable.Column.RECIPIENTS, ExposureTable.Column.FORWARDS_TO,
            ExposureTable.Column.DESTINATION, ExposureTable.Column.FOLDER, ExposureTable.Column.ITEM,
            ExposureTable.Column.CONVERSATION);
    /** Of fewer rows each repeats what they have in common. */
    private static final int MANY = 3;

    /**
     * A list as it is laid out.
     *
     * @param common
     *            what all rows have in common, as a sentence; empty where there is nothing
     * @param more
     *            how many rows are left out
     */
    record Fitted(String common, ReportTable table, int more) {
    }

    private final int most;
    private final Set<ExposureTable.Column> saidOnce;

    /** @param most how many rows of a list are shown */
    ReportTables(int most) {
        this(most, Set.of());
    }

    /**
     * @param saidOnce
     *            what is said once above the rows that have it in common, however few they are
     */
    ReportTables(int most, Set<ExposureTable.Column> saidOnce) {
        this.most = most;
        this.saidOnce = saidOnce;
    }

    Fitted of(ExposureTable list) {
        // the rows are made when they are asked for, and each column asks for all
        List<ExposureTable.Row> rows = List.copyOf(list.rows().subList(0, Math.min(most, list.rows().size())));
        List<Integer> columns = new ArrayList<>();
        List<String> common = new ArrayList<>();
        for (int column = 0; column < list.columns().size(); column++) {
            ExposureTable.Column kind = list.columns().get(column);
            int number = column;
            List<String> values = rows.stream().map(row -> text(row, number)).distinct().limit(2).toList();
            if (values.size() == 1 && (values.getFirst().isEmpty() || values.getFirst().equals("0"))
                    || isLikeTheOneBefore(list, rows, column) || isEndOfTheOneBefore(list, rows, column)
                    || isSum(list, column) || isInTheSentence(list, rows, column)) {
                continue;
            }
            if (values.size() == 1
                    && (saidOnce.contains(kind) || rows.size() >= MANY && !kind.isCount())) {
                common.add(ReportText.COMMON_VALUE.text(kind.title(), values.getFirst()));
            } else {
                columns.add(column);
            }
        }
        if (columns.isEmpty()) {
            columns.add(0);
        }
        List<Float> shares = ColumnWidths.shared(
                columns.stream().map(column -> need(list.columns().get(column), rows, column)).toList());
        List<ReportTable.Column> shown = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            shown.add(new ReportTable.Column(list.columns().get(columns.get(i)).title(), shares.get(i)));
        }
        return new Fitted(common.isEmpty() ? "" : ReportText.COMMON.text(String.join("; ", common)),
                new ReportTable(shown, rows.stream()
                        .map(row -> new ReportTable.Row(columns.stream().map(column -> text(row, column)).toList()))
                        .toList()),
                list.rows().size() - rows.size());
    }

    /** The last time, where everything was done once. */
    private static boolean isLikeTheOneBefore(ExposureTable list, List<ExposureTable.Row> rows, int column) {
        return list.columns().get(column) == ExposureTable.Column.LAST
                && rows.stream().allMatch(row -> text(row, column).equals(text(row, column - 1)));
    }

    private static String text(ExposureTable.Row row, int column) {
        String text = row.text(column);
        return row.cells().get(column) instanceof ExposureTable.Moment ? ReportTimes.plain(text) : text;
    }

    /** What was asked for, where the operation ends with it ("GET /users" and "/users"). */
    private static boolean isEndOfTheOneBefore(ExposureTable list, List<ExposureTable.Row> rows, int column) {
        int operation = list.columns().indexOf(ExposureTable.Column.OPERATION);
        return list.columns().get(column) == ExposureTable.Column.ITEM && operation >= 0
                && rows.stream().allMatch(row -> text(row, operation).endsWith(" " + text(row, column)));
    }

    /** What was done, and to what, where the sentence names it in every row. */
    private static boolean isInTheSentence(ExposureTable list, List<ExposureTable.Row> rows, int column) {
        ExposureTable.Column kind = list.columns().get(column);
        int sentence = list.columns().indexOf(ExposureTable.Column.SENTENCE);
        return sentence >= 0 && (OBJECTS.contains(kind) || kind.isOperation())
                && rows.stream().allMatch(row -> text(row, sentence).contains(text(row, column)));
    }

    /** The number of calls, beside those that succeeded and those that were refused. */
    private static boolean isSum(ExposureTable list, int column) {
        return list.columns().get(column) == ExposureTable.Column.COUNT
                && list.columns().contains(ExposureTable.Column.SUCCEEDED)
                && list.columns().contains(ExposureTable.Column.REFUSED);
    }

    private static ColumnWidths.Need need(ExposureTable.Column column, List<ExposureTable.Row> rows, int number) {
        return column == ExposureTable.Column.SENTENCE ? ColumnWidths.Need.OF_SENTENCE
                : ColumnWidths.Need.of(column.title(),
                        ColumnWidths.telling(rows).stream().map(row -> text(row, number)).toList());
    }
}

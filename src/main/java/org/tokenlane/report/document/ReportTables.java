package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tokenlane.report.ExposureTable;

/**
 * Fits lists of accessed data to the width of a page: columns that are empty or the same in every row are left out,
 * those of long words are wider than others.
 */
final class ReportTables {

    private static final int LEAST = 4;
    private static final int MOST = 30;
    private static final int PADDING = 2;
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

    /** @param most how many rows of a list are shown */
    ReportTables(int most) {
        this.most = most;
    }

    Fitted of(ExposureTable list) {
        List<ExposureTable.Row> rows = list.rows().subList(0, Math.min(most, list.rows().size()));
        List<Integer> columns = new ArrayList<>();
        List<String> common = new ArrayList<>();
        for (int column = 0; column < list.columns().size(); column++) {
            ExposureTable.Column kind = list.columns().get(column);
            int number = column;
            List<String> values = rows.stream().map(row -> text(row, number)).distinct().limit(2).toList();
            if (values.size() == 1 && (values.getFirst().isEmpty() || values.getFirst().equals("0"))
                    || isLikeTheOneBefore(list, rows, column)) {
                continue;
            }
            if (values.size() == 1 && rows.size() >= MANY && !kind.isCount()) {
                common.add(ReportText.COMMON_VALUE.text(kind.title(), values.getFirst()));
            } else {
                columns.add(column);
            }
        }
        if (columns.isEmpty()) {
            columns.add(0);
        }
        int[] weights = columns.stream().mapToInt(column -> weight(list.columns().get(column), rows, column))
                .toArray();
        float all = IntStream.of(weights).sum();
        List<ReportTable.Column> shown = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            shown.add(new ReportTable.Column(list.columns().get(columns.get(i)).title(), weights[i] / all));
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

    /** What a column needs: its longest word, so that few words are broken; a little more for its padding. */
    private static int weight(ExposureTable.Column column, List<ExposureTable.Row> rows, int number) {
        int longest = Math.max(LEAST, longestWord(column.title()));
        for (ExposureTable.Row row : rows) {
            longest = Math.max(longest, longestWord(text(row, number)));
        }
        return Math.min(MOST, longest) + PADDING;
    }

    private static int longestWord(String text) {
        int longest = 0;
        int begin = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || text.charAt(i) == ' ') {
                longest = Math.max(longest, i - begin);
                begin = i + 1;
            }
        }
        return longest;
    }
}

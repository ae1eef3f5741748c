package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.tokenlane.report.ExposureTable;

/**
 * Fits lists of what was got at to the width of a page: columns that say nothing or the same in every line are left
 * out, those of texts are wider than those of numbers.
 */
final class ReportTables {

    private static final Set<String> WIDE = Set.of("Subject", "Path", "Internet message id", "What", "Target", "Item",
            "Searches and filters", "Chat, channel or meeting",
            "Does",
            "Words", "Recipients", "Site", "For", "Sends on to", "Link");
    private static final Set<String> COUNTED = Set.of("Times", "By hostile");
    private static final int TEXT = 5;
    private static final int WIDE_TEXT = 8;
    private static final int NUMBER = 3;
    /** Of fewer lines it is told in each what they have in common. */
    private static final int MANY = 3;

    /**
     * A list as it is laid out.
     *
     * @param common
     *            what all lines have in common, as a sentence; empty where nothing is
     * @param more
     *            how many lines are left out
     */
    record Table(String common, String[] header, List<String[]> rows, String[] widths, int more) {
    }

    private final int most;

    /** @param most how many lines of a list are shown */
    ReportTables(int most) {
        this.most = most;
    }

    Table of(ExposureTable list) {
        List<ExposureTable.Row> rows = list.rows().subList(0, Math.min(most, list.rows().size()));
        List<Integer> columns = new ArrayList<>();
        List<String> common = new ArrayList<>();
        for (int column = 0; column < list.columns().size(); column++) {
            String title = list.columns().get(column).title();
            int number = column;
            List<String> values = rows.stream().map(row -> text(row, number)).distinct().limit(2).toList();
            if (values.size() == 1 && (values.getFirst().isEmpty() || values.getFirst().equals("0"))
                    || isLikeTheOneBefore(list, rows, column)) {
                continue;
            }
            if (values.size() == 1 && rows.size() >= MANY && !COUNTED.contains(title)) {
                common.add(title + ": " + values.getFirst());
            } else {
                columns.add(column);
            }
        }
        if (columns.isEmpty()) {
            columns.add(0);
        }
        int[] weights = columns.stream().mapToInt(column -> weight(list.columns().get(column).title(), rows, column))
                .toArray();
        int all = IntStream.of(weights).sum();
        List<String[]> shown = new ArrayList<>();
        for (ExposureTable.Row row : rows) {
            shown.add(columns.stream().map(column -> text(row, column)).toArray(String[]::new));
        }
        return new Table(common.isEmpty() ? "" : "In every line: " + String.join("; ", common) + ".",
                columns.stream().map(column -> list.columns().get(column).title()).toArray(String[]::new), shown,
                IntStream.of(weights).mapToObj(weight -> String.format(Locale.ROOT, "%.1f%%", 100.0 * weight / all))
                        .toArray(String[]::new),
                list.rows().size() - rows.size());
    }

    /** The last time, where every line was done once. */
    private static boolean isLikeTheOneBefore(ExposureTable list, List<ExposureTable.Row> rows, int column) {
        return column > 0 && list.columns().get(column).title().startsWith("Last")
                && rows.stream().allMatch(row -> text(row, column).equals(text(row, column - 1)));
    }

    private static String text(ExposureTable.Row row, int column) {
        String text = row.text(column);
        return row.cells().get(column) instanceof ExposureTable.Moment ? text.replace('T', ' ').replace("Z", "") : text;
    }

    private static int weight(String title, List<ExposureTable.Row> rows, int column) {
        return rows.stream().allMatch(row -> row.text(column).matches("\\d*")) ? NUMBER
                : WIDE.contains(title) ? WIDE_TEXT : TEXT;
    }
}

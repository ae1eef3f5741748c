package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.tokenlane.report.ExposureTable;

/** Fits lists of what was got at to the width of a page: columns that say nothing are left out, those of texts are wider than those of numbers. */
final class ReportTables {

    private static final Set<String> WIDE = Set.of("Subject", "Path", "Internet message id", "What", "Target", "Item", "Searches and filters", "Chat, channel or meeting",
            "Does",
            "Words", "Recipients", "Site", "For", "Sends on to");
    private static final int TEXT = 5;
    private static final int WIDE_TEXT = 8;
    private static final int NUMBER = 3;

    /**
     * A list as it is laid out.
     *
     * @param more
     *            how many lines are left out
     */
    record Table(String[] header, List<String[]> rows, String[] widths, int more) {
    }

    private final int most;

    /** @param most how many lines of a list are shown */
    ReportTables(int most) {
        this.most = most;
    }

    Table of(ExposureTable list) {
        List<ExposureTable.Row> rows = list.rows().subList(0, Math.min(most, list.rows().size()));
        int[] columns = IntStream.range(0, list.columns().size()).filter(column -> rows.stream().anyMatch(row -> says(row.text(column)))).toArray();
        int[] weights = IntStream.of(columns).map(column -> weight(list.columns().get(column).title(), rows, column)).toArray();
        int all = Math.max(1, IntStream.of(weights).sum());
        List<String[]> shown = new ArrayList<>();
        for (ExposureTable.Row row : rows) {
            shown.add(IntStream.of(columns).mapToObj(row::text).toArray(String[]::new));
        }
        return new Table(IntStream.of(columns).mapToObj(column -> list.columns().get(column).title()).toArray(String[]::new), shown,
                IntStream.of(weights).mapToObj(weight -> String.format(Locale.ROOT, "%.1f%%", 100.0 * weight / all)).toArray(String[]::new),
                list.rows().size() - rows.size());
    }

    private static boolean says(String text) {
        return !text.isEmpty() && !text.equals("0");
    }

    private static int weight(String title, List<ExposureTable.Row> rows, int column) {
        return rows.stream().allMatch(row -> row.text(column).matches("\\d*")) ? NUMBER : WIDE.contains(title) ? WIDE_TEXT : TEXT;
    }
}

package org.tokenlane.ui.exposure;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Progress;
import org.tokenlane.report.ExposureTable;

/**
 * The rows of a list that the window shows, made before the window's thread is asked to show them: a row is put into
 * words when it is asked for, and a large case has a hundred thousand.
 *
 * @param kinds
 *            the first value of each column; null where none of the rows has one
 * @param filled
 *            the columns in which any of the rows has a text
 */
record ListedRows(List<ExposureTable.Row> rows, List<@Nullable Object> kinds, BitSet filled) {

    /** More than anybody reads; the export contains all. */
    static final int MOST_ROWS = 100_000;

    /** So many rows are made before the next frame would be painted. */
    static final int AT_ONCE = 500;

    static ListedRows of(ExposureTable list, Progress progress) {
        return of(list, MOST_ROWS, progress);
    }

    /** The first rows, so many at most. */
    static ListedRows of(ExposureTable list, int most, Progress progress) {
        int size = Math.min(most, list.rows().size());
        List<ExposureTable.Row> rows = new ArrayList<>(size);
        List<@Nullable Object> kinds = new ArrayList<>();
        list.columns().forEach(column -> kinds.add(null));
        BitSet filled = new BitSet();
        for (int number = 0; number < size; number++) {
            progress.stopIfCancelled();
            ExposureTable.Row row = list.rows().get(number);
            rows.add(row);
            for (int column = 0; column < kinds.size(); column++) {
                if (kinds.get(column) == null) {
                    kinds.set(column, row.cells().get(column));
                }
                if (!filled.get(column) && !row.text(column).isEmpty()) {
                    filled.set(column);
                }
            }
        }
        return new ListedRows(rows, kinds, filled);
    }
}

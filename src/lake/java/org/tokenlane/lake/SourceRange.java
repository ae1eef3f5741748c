package org.tokenlane.lake;

import java.io.Serializable;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file that is read in one go.
 *
 * @param order
 *            the place of the file among those that are indexed together
 * @param from
 *            where it begins to be looked for; the first record at or behind it is the first of the part. Of a Parquet
 *            file the number of the first row, counted from 0
 * @param to
 *            behind it no record of the part begins
 * @param isFirst
 *            whether reading begins with it, so that nothing before it is the end of another part
 * @param bytes
 *            about how many bytes are read
 * @param firstLine
 *            the line of the file on which the part begins
 * @param dateOrder
 *            how dates with slashes are read, by its code, or null
 * @param dateBasis
 *            why, by its code, or null
 * @param rows
 *            whether the file is a Parquet file
 * @param columns
 *            columns that all rows of a Parquet file have besides those in it
 */
public record SourceRange(int order, LakeFile file, long from, long to, boolean isFirst, long bytes, long firstLine,
        @Nullable String dateOrder, @Nullable String dateBasis, boolean rows, Map<String, String> columns)
        implements
            Serializable {

    /** A part of a file that was planned, on the line on which reading begins. */
    static SourceRange of(FilePlan plan, long from, long to) {
        return new SourceRange(plan.order(), plan.file(), from, to, from == plan.from(), to - from, plan.fromLine(),
                plan.dateOrder(), plan.dateBasis(), false, Map.of());
    }

    /** The rows of a Parquet file from one number to before another. */
    static SourceRange ofRows(FilePlan plan, long from, long to, long bytes) {
        return new SourceRange(plan.order(), plan.file(), from, to, true, bytes, from + 1, plan.dateOrder(),
                plan.dateBasis(), true, plan.columns());
    }

    /** Tells whether the part is less than a file, and not rows of a Parquet file. */
    boolean isPart() {
        return !rows && (from > 0 || to < file.bytes());
    }

    SourceRange onLine(long line) {
        return new SourceRange(order, file, from, to, isFirst, bytes, line, dateOrder, dateBasis, rows, columns);
    }
}

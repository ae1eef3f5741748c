package org.tokenlane.lake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;

/**
 * Makes one row of the rows of an event, field by field, as a case does: the richer record's value wins, a poorer one
 * fills what is missing.
 */
final class EventMerge {

    /** The richer shape first, then the later recorded, then in the order of the files' hashes. */
    private static final Comparator<Row> WINS = Comparator
            .<Row> comparingInt(row -> -row.getInt(at(RecordColumn.RICHNESS)))
            .thenComparing(row -> number(row, RecordColumn.RECORDED_AT, Long.MIN_VALUE), Comparator.reverseOrder())
            .thenComparing(row -> row.isNullAt(at(RecordColumn.FILE_SHA256)) ? row.getString(at(RecordColumn.FILE))
                    : row.getString(at(RecordColumn.FILE_SHA256)))
            .thenComparing(row -> row.getString(at(RecordColumn.FILE)))
            .thenComparing(row -> number(row, RecordColumn.OFFSET, 0))
            .thenComparing(row -> number(row, RecordColumn.NUMBER, 0));

    private EventMerge() {
    }

    static int at(RecordColumn column) {
        return column.ordinal();
    }

    static long number(Row row, RecordColumn column, long none) {
        return row.isNullAt(at(column)) ? none : row.getLong(at(column));
    }

    /** The rows in the order in which their fields win. */
    static List<Row> ordered(List<Row> rows) {
        List<Row> ordered = new ArrayList<>(rows);
        ordered.sort(WINS);
        return ordered;
    }

    /** One row of the rows of one event, which are in their order; the rows have the lake's columns in their order. */
    static Row merged(List<Row> rows) {
        if (rows.size() == 1) {
            return rows.getFirst();
        }
        Object[] merged = new Object[rows.getFirst().size()];
        for (int column = 0; column < merged.length; column++) {
            merged[column] = first(rows, column);
        }
        merged[at(RecordColumn.KEY)] = rows.stream().map(row -> (byte[]) row.get(at(RecordColumn.KEY)))
                .min(Arrays::compareUnsigned).orElseThrow();
        merged[at(RecordColumn.KIND)] = kind(rows);
        merged[at(RecordColumn.RESULT)] = rows.stream().map(row -> row.getString(at(RecordColumn.RESULT)))
                .filter(result -> !result.equals(EventResult.UNKNOWN.name())).findFirst()
                .orElse(EventResult.UNKNOWN.name());
        Row dated = rows.getFirst();
        Row withToken = rows.getFirst();
        @Nullable
        Long recorded = null;
        for (Row row : rows) {
            int better = Integer.compare(quality(row), quality(dated));
            dated = better > 0 || better == 0 && digits(row) > digits(dated) ? row : dated;
            withToken = origin(row).compareTo(origin(withToken)) > 0 ? row : withToken;
            long at = number(row, RecordColumn.RECORDED_AT, Long.MAX_VALUE);
            recorded = at != Long.MAX_VALUE && (recorded == null || at < recorded) ? Long.valueOf(at) : recorded;
        }
        for (RecordColumn column : List.of(RecordColumn.TIME, RecordColumn.TIME_NANOS, RecordColumn.TIME_QUALITY,
                RecordColumn.TIME_DIGITS, RecordColumn.DAY)) {
            merged[at(column)] = dated.get(at(column));
        }
        merged[RecordColumn.index(EventField.UTI)] = withToken.get(RecordColumn.index(EventField.UTI));
        merged[at(RecordColumn.UTI_ORIGIN)] = withToken.get(at(RecordColumn.UTI_ORIGIN));
        merged[at(RecordColumn.RECORDED_AT)] = recorded;
        return RowFactory.create(merged);
    }

    private static @Nullable Object first(List<Row> rows, int column) {
        for (Row row : rows) {
            if (!row.isNullAt(column)) {
                return row.get(column);
            }
        }
        return null;
    }

    private static String kind(List<Row> rows) {
        String kind = rows.getFirst().getString(at(RecordColumn.KIND));
        if (kind.equals(EventKind.SIGN_IN.name())) {
            for (Row row : rows) {
                String other = row.getString(at(RecordColumn.KIND));
                if (!other.equals(kind) && EventKind.valueOf(other).isSignIn()) {
                    return other;
                }
            }
        }
        return kind;
    }

    private static int quality(Row row) {
        return TimeQuality.valueOf(row.getString(at(RecordColumn.TIME_QUALITY))).code();
    }

    private static int digits(Row row) {
        return row.getInt(at(RecordColumn.TIME_DIGITS));
    }

    private static UtiOrigin origin(Row row) {
        return UtiOrigin.valueOf(row.getString(at(RecordColumn.UTI_ORIGIN)));
    }
}

package org.tokenlane.tables.sql;

import java.util.List;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.util.DateTimeUtils;
import org.h2.value.TypeInfo;
import org.h2.value.Value;
import org.h2.value.ValueArray;
import org.h2.value.ValueBigint;
import org.h2.value.ValueBoolean;
import org.h2.value.ValueDouble;
import org.h2.value.ValueNull;
import org.h2.value.ValueTimestamp;
import org.h2.value.ValueTimestampTimeZone;
import org.h2.value.ValueVarchar;
import org.jspecify.annotations.Nullable;
import org.tokenlane.tables.TableColumn;

/** A row of a table as H2 reads it: a value is made when it is asked for, so that the other columns cost nothing. */
final class SqlRow extends Row {

    private static final int BYTES = 32;

    private final List<TableColumn> columns;

    SqlRow(List<TableColumn> columns, int row) {
        this.columns = columns;
        setKey(row);
    }

    @Override
    public int getColumnCount() {
        return columns.size();
    }

    @Override
    public Value getValue(int index) {
        if (index == ROWID_INDEX) {
            return ValueBigint.get(getKey());
        }
        TableColumn column = columns.get(index);
        return value(column.kind(), column.at((int) getKey()));
    }

    private static Value value(TableColumn.Kind kind, @Nullable Object value) {
        if (value == null) {
            return ValueNull.INSTANCE;
        }
        return switch (kind) {
        case TEXT -> ValueVarchar.get((String) value);
        case TEXTS -> ValueArray.get(TypeInfo.TYPE_VARCHAR,
                ((List<?>) value).stream().map(text -> ValueVarchar.get((String) text)).toArray(Value[]::new),
                null);
        case TIME -> time((Long) value);
        case NUMBER -> ValueBigint.get((Long) value);
        case SHARE -> ValueDouble.get((Double) value);
        case TRUTH -> ValueBoolean.get((Boolean) value);
        };
    }

    private static Value time(long nanos) {
        return ValueTimestampTimeZone.fromDateValueAndNanos(
                DateTimeUtils.dateValueFromAbsoluteDay(Math.floorDiv(nanos, DateTimeUtils.NANOS_PER_DAY)),
                Math.floorMod(nanos, DateTimeUtils.NANOS_PER_DAY), 0);
    }

    static TypeInfo type(TableColumn.Kind kind) {
        return switch (kind) {
        case TEXT -> TypeInfo.TYPE_VARCHAR;
        case TEXTS -> TypeInfo.getTypeInfo(Value.ARRAY, -1, -1, TypeInfo.TYPE_VARCHAR);
        case TIME -> TypeInfo.getTypeInfo(Value.TIMESTAMP_TZ, -1, ValueTimestamp.MAXIMUM_SCALE, null);
        case NUMBER -> TypeInfo.TYPE_BIGINT;
        case SHARE -> TypeInfo.TYPE_DOUBLE;
        case TRUTH -> TypeInfo.TYPE_BOOLEAN;
        };
    }

    @Override
    public void setValue(int index, Value value) {
        throw new UnsupportedOperationException();
    }

    @Override
    public int getMemory() {
        return BYTES;
    }

    @Override
    public void copyFrom(SearchRow source) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Value[] getValueList() {
        Value[] all = new Value[columns.size()];
        for (int index = 0; index < all.length; index++) {
            all[index] = getValue(index);
        }
        return all;
    }
}

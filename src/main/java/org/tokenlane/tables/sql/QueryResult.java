package org.tokenlane.tables.sql;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What a query found, row by row as it is read: once, from the first to the last. Values are texts, {@code Long},
 * {@code Double}, {@code Boolean}, {@code Instant}, lists of these, or null.
 */
public final class QueryResult implements Iterator<List<@Nullable Object>> {

    private final ResultSet rows;
    private final Function<Throwable, RuntimeException> failed;
    private final List<String> columns = new ArrayList<>();
    private boolean read;
    private boolean more;

    QueryResult(ResultSet rows, Function<Throwable, RuntimeException> failed) throws SQLException {
        this.rows = rows;
        this.failed = failed;
        ResultSetMetaData described = rows.getMetaData();
        Set<String> taken = new HashSet<>();
        for (int column = 1; column <= described.getColumnCount(); column++) {
            String label = described.getColumnLabel(column);
            String name = label;
            for (int number = 2; !taken.add(name); number++) {
                name = label + "_" + number;
            }
            columns.add(name);
        }
    }

    /** The columns' names, no two the same. */
    public List<String> columns() {
        return columns;
    }

    @Override
    public boolean hasNext() {
        if (!read) {
            try {
                more = rows.next();
            } catch (SQLException | RuntimeException | OutOfMemoryError e) {
                throw failed.apply(e);
            }
            read = true;
        }
        return more;
    }

    @Override
    public List<@Nullable Object> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        read = false;
        try {
            List<@Nullable Object> row = new ArrayList<>();
            for (int column = 1; column <= columns.size(); column++) {
                row.add(value(column));
            }
            return row;
        } catch (SQLException | RuntimeException | OutOfMemoryError e) {
            throw failed.apply(e);
        }
    }

    private static @Nullable Object list(java.sql.@Nullable Array array) throws SQLException {
        return array == null ? null : plain(array.getArray());
    }

    private @Nullable Object value(int column) throws SQLException {
        return switch (rows.getMetaData().getColumnType(column)) {
        case Types.TIMESTAMP_WITH_TIMEZONE -> plain(rows.getObject(column, OffsetDateTime.class));
        case Types.ARRAY -> list(rows.getArray(column));
        case Types.TINYINT, Types.SMALLINT, Types.INTEGER, Types.BIGINT, Types.NUMERIC, Types.DECIMAL, Types.REAL,
                Types.FLOAT, Types.DOUBLE, Types.BOOLEAN ->
            plain(rows.getObject(column));
        default -> rows.getString(column);
        };
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return switch (value) {
        case null -> null;
        case OffsetDateTime time -> time.toInstant();
        case Object[] values -> Arrays.stream(values).map(QueryResult::plain).toList();
        case Boolean truth -> truth;
        case BigDecimal number -> isWhole(number) ? (Object) number.longValueExact() : (Object) number.doubleValue();
        case Double number -> number;
        case Float number -> number.doubleValue();
        case Number number -> number.longValue();
        default -> value.toString();
        };
    }

    private static boolean isWhole(BigDecimal number) {
        return number.stripTrailingZeros().scale() <= 0
                && number.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
    }
}

package org.tokenlane.tables.sql;

import java.util.function.IntUnaryOperator;
import org.h2.command.query.AllColumnsForPlan;
import org.h2.engine.SessionLocal;
import org.h2.index.Cursor;
import org.h2.index.Index;
import org.h2.index.IndexCondition;
import org.h2.index.IndexType;
import org.h2.message.DbException;
import org.h2.result.Row;
import org.h2.result.SearchRow;
import org.h2.result.SortOrder;
import org.h2.table.Column;
import org.h2.table.IndexColumn;
import org.h2.table.TableFilter;
import org.h2.value.Value;
import org.h2.value.ValueNull;
import org.jspecify.annotations.Nullable;

/** A way to the rows of a table: one after the other, or those with a text in a column, which joins are made by. */
final class SqlIndex extends Index {

    private static final int END = -1;
    /** What H2's own tables say that reading a row costs; a lookup costs about as much as a few rows. */
    private static final int COST_OF_ROW = 10;
    private static final int COST_OF_LOOKUP = 50;

    private final SqlTable rows;
    private final @Nullable TextLookup lookup;

    private SqlIndex(SqlTable table, String name, IndexColumn[] columns, IndexType type, @Nullable TextLookup lookup) {
        super(table, 0, name, columns, 0, type);
        this.rows = table;
        this.lookup = lookup;
    }

    static SqlIndex scan(SqlTable table) {
        return new SqlIndex(table, table.getName() + "_scan", IndexColumn.wrap(table.getColumns()),
                IndexType.createScan(false), null);
    }

    static SqlIndex lookup(SqlTable table, int column) {
        Column of = table.getColumn(column);
        return new SqlIndex(table, table.getName() + "_" + of.getName(), IndexColumn.wrap(new Column[] { of }),
                IndexType.createNonUnique(false, true, false),
                new TextLookup(table.rows(), table.rows().columns().get(column)));
    }

    @Override
    public double getCost(SessionLocal session, int @Nullable [] masks, TableFilter[] filters, int filter,
            SortOrder sortOrder, AllColumnsForPlan allColumns, boolean isSelect) {
        if (lookup == null) {
            return (double) COST_OF_ROW * (rows.getRowCountApproximation(session) + COST_OF_LOOKUP);
        }
        return masks != null && (masks[columnIds[0]] & IndexCondition.EQUALITY) == IndexCondition.EQUALITY
                ? COST_OF_LOOKUP
                : Long.MAX_VALUE;
    }

    /** H2 would look for each value of an {@code IN} in a scan, which has all rows each time. */
    @Override
    public boolean isFindUsingFullTableScan() {
        return lookup == null;
    }

    @Override
    public int getColumnIndex(Column column) {
        return lookup == null ? END : super.getColumnIndex(column);
    }

    @Override
    public boolean isFirstColumn(Column column) {
        return lookup != null && super.isFirstColumn(column);
    }

    @Override
    public Cursor find(SessionLocal session, @Nullable SearchRow first, @Nullable SearchRow last, boolean reverse) {
        TextLookup found = lookup;
        Value value = first == null ? null : first.getValue(columnIds[0]);
        if (found == null || value == null) {
            int all = rows.rows().rows();
            return new Rows(row -> row + 1 < all ? row + 1 : END);
        }
        if (value == ValueNull.INSTANCE && !rows.asksForNull()) {
            return new Rows(row -> END);
        }
        String text = value == ValueNull.INSTANCE ? null : value.getString();
        return new Rows(row -> row == END ? found.first(text) : found.after(row, text));
    }

    /** Goes from row to row; the row before the first is -1, as is the one after the last. */
    private final class Rows implements Cursor {

        private final IntUnaryOperator next;
        private @Nullable Row current;
        private int at = END;
        private boolean begun;

        Rows(IntUnaryOperator next) {
            this.next = next;
        }

        @Override
        public @Nullable Row get() {
            return current;
        }

        @Override
        public @Nullable SearchRow getSearchRow() {
            return current;
        }

        @Override
        public boolean next() {
            rows.check();
            at = begun && at == END ? END : next.applyAsInt(at);
            begun = true;
            current = at == END ? null : new SqlRow(rows.rows().columns(), at);
            return current != null;
        }

        @Override
        public boolean previous() {
            throw DbException.getInternalError();
        }
    }

    @Override
    public @Nullable String getCreateSQL() {
        return null;
    }

    @Override
    public void close(SessionLocal session) {
        // it holds nothing
    }

    @Override
    public void add(SessionLocal session, Row row) {
        throw readOnly();
    }

    @Override
    public void remove(SessionLocal session, Row row) {
        throw readOnly();
    }

    @Override
    public void remove(SessionLocal session) {
        throw readOnly();
    }

    @Override
    public void truncate(SessionLocal session) {
        throw readOnly();
    }

    private static DbException readOnly() {
        return DbException.getUnsupportedException("read-only"); // not for people
    }

    @Override
    public boolean needRebuild() {
        return false;
    }

    @Override
    public void checkRename() {
        throw readOnly();
    }

    @Override
    public long getRowCount(SessionLocal session) {
        return rows.getRowCount(session);
    }

    @Override
    public long getRowCountApproximation(SessionLocal session) {
        return rows.getRowCountApproximation(session);
    }
}

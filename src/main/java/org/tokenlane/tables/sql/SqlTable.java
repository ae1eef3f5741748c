package org.tokenlane.tables.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.h2.engine.SessionLocal;
import org.h2.index.Index;
import org.h2.schema.Schema;
import org.h2.table.Column;
import org.h2.table.TableType;
import org.h2.table.VirtualTable;
import org.tokenlane.tables.CaseTable;
import org.tokenlane.tables.TableColumn;

/** A table of a case inside H2, which reads its rows from the case's columns and can change nothing. */
final class SqlTable extends VirtualTable {

    /** What a table that has yet to be found is taken for when H2 plans a query. */
    private static final int USUAL_ROWS = 1000;

    private final CaseTable table;
    private final Runnable check;
    private final BooleanSupplier asksForNull;
    private final List<Index> indexes = new ArrayList<>();

    /**
     * @param check
     *            is run between rows, and ends the query with an exception where it is not wanted any more
     * @param asksForNull
     *            tells whether the query may look for rows without a text, which equal no other
     */
    SqlTable(Schema schema, CaseTable table, Runnable check, BooleanSupplier asksForNull) {
        super(schema, 0, table.name());
        this.table = table;
        this.check = check;
        this.asksForNull = asksForNull;
        setColumns(table.columns().stream().map(column -> new Column(column.name(), SqlRow.type(column.kind())))
                .toArray(Column[]::new));
        indexes.add(SqlIndex.scan(this));
        for (int column = 0; column < table.columns().size(); column++) {
            if (table.columns().get(column).kind() == TableColumn.Kind.TEXT) {
                indexes.add(SqlIndex.lookup(this, column));
            }
        }
    }

    CaseTable rows() {
        return table;
    }

    void check() {
        check.run();
    }

    boolean asksForNull() {
        return asksForNull.getAsBoolean();
    }

    @Override
    public TableType getTableType() {
        return TableType.EXTERNAL_TABLE_ENGINE;
    }

    @Override
    public Index getScanIndex(SessionLocal session) {
        return indexes.getFirst();
    }

    @Override
    public List<Index> getIndexes() {
        return indexes;
    }

    @Override
    public long getMaxDataModificationId() {
        return 0;
    }

    @Override
    public boolean isDeterministic() {
        return true;
    }

    @Override
    public boolean canGetRowCount(SessionLocal session) {
        return true;
    }

    @Override
    public long getRowCount(SessionLocal session) {
        return table.rows();
    }

    /** The events are there already; what the other tables have may have to be found, which planning must not do. */
    @Override
    public long getRowCountApproximation(SessionLocal session) {
        return table.name().equals("events") ? table.rows() : USUAL_ROWS;
    }
}

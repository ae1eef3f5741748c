package org.tokenlane.tables;

import java.util.List;
import java.util.function.IntSupplier;

/**
 * A table of a case. Its rows are made when they are read, so that a table costs nothing until somebody asks for it.
 */
public final class CaseTable {

    private final String name;
    private final List<TableColumn> columns;
    private final IntSupplier rows;

    CaseTable(String name, List<TableColumn> columns, IntSupplier rows) {
        this.name = name;
        this.columns = List.copyOf(columns);
        this.rows = rows;
    }

    public String name() {
        return name;
    }

    public List<TableColumn> columns() {
        return columns;
    }

    /** The number of rows; the first call may have to find them first. */
    public int rows() {
        return rows.getAsInt();
    }
}

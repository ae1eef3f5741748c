package org.tokenlane.tables.sql;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.tokenlane.tables.CaseTable;
import org.tokenlane.tables.TableColumn;

/**
 * Finds the rows of a table that have a text in a column, or that have none there. It is built for the first that is
 * looked up.
 */
final class TextLookup {

    private static final int END = -1;

    private final CaseTable table;
    private final TableColumn column;
    private int[] firstRows = {};
    private int[] nextRows = {};
    private int firstWithout = END;

    TextLookup(CaseTable table, TableColumn column) {
        this.table = table;
        this.column = column;
    }

    /** The first row with this text, or without any where it is null; -1 if there is none. */
    int first(@Nullable String text) {
        if (firstRows.length == 0) {
            build();
        }
        return text == null ? firstWithout : from(firstRows[slot(text)], text);
    }

    /** The next row with this text after a row that has it, or -1. */
    int after(int row, @Nullable String text) {
        return text == null ? nextRows[row] : from(nextRows[row], text);
    }

    private int from(int start, String text) {
        int row = start;
        while (row != END && !text.equals(column.at(row))) {
            row = nextRows[row];
        }
        return row;
    }

    private void build() {
        int rows = table.rows();
        firstRows = new int[Integer.highestOneBit(Math.max(1, rows)) * 2];
        nextRows = new int[rows];
        Arrays.fill(firstRows, END);
        for (int row = rows - 1; row >= 0; row--) {
            if (column.at(row) instanceof String text) {
                int slot = slot(text);
                nextRows[row] = firstRows[slot];
                firstRows[slot] = row;
            } else {
                nextRows[row] = firstWithout;
                firstWithout = row;
            }
        }
    }

    private int slot(String text) {
        int hash = text.hashCode() * 0x9E3779B9;
        return (hash ^ hash >>> 16) & firstRows.length - 1;
    }
}

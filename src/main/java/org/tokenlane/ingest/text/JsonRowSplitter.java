package org.tokenlane.ingest.text;

import java.nio.charset.StandardCharsets;

/**
 * Splits the rows of a query service's answer, each a JSON array of values. Behind the last row of a table it goes on
 * with further pieces of the same table ({@code TableFragment}); tables about the query itself hold no records.
 */
final class JsonRowSplitter extends RecordSplitter {

    private static final int LOOKED_BACK = 1 << 16;
    private static final int OTHER_TABLE = -2;

    private final ColumnNames columns;
    private boolean inRows = true;
    private boolean savedInRows = true;

    JsonRowSplitter(ColumnNames columns) {
        this.columns = columns;
    }

    @Override
    void save() {
        savedInRows = inRows;
    }

    @Override
    void restore() {
        inRows = savedInRows;
    }

    @Override
    boolean next(byte[] bytes, int from, int limit, boolean atEnd) {
        int i = from;
        while (true) {
            if (!inRows) {
                i = nextRows(bytes, i, limit);
                if (i == OTHER_TABLE) {
                    return true;
                }
                if (i < 0) {
                    return nothing(from, limit);
                }
                inRows = true;
            }
            while (i < limit && (bytes[i] <= ' ' && bytes[i] >= 0 || bytes[i] == ',')) {
                i++;
            }
            if (i >= limit) {
                return nothing(from, limit);
            }
            start = i;
            if (bytes[i] == '[') {
                return row(bytes, limit, atEnd);
            }
            if (bytes[i] != ']') {
                end = Math.max(i + 1, endOfLine(bytes, i, Math.min(limit, i + LONGEST_GARBAGE)));
                return true;
            }
            inRows = false;
            i++;
        }
    }

    /** Nothing begins here; where that goes on for too long, it is given as damage. */
    private boolean nothing(int from, int limit) {
        boolean tooLong = isTooLong(from, limit);
        start = tooLong ? from : limit;
        end = tooLong ? from + LONGEST_GARBAGE : limit;
        return tooLong;
    }

    private boolean row(byte[] bytes, int limit, boolean atEnd) {
        int depth = 0;
        for (int i = start; i < limit; i++) {
            switch (bytes[i]) {
            case '"' -> {
                for (i++; i < limit && bytes[i] != '"'; i++) {
                    i += bytes[i] == '\\' ? 1 : 0;
                }
            }
            case '[', '{' -> depth++;
            case ']', '}' -> {
                if (--depth == 0) {
                    end = i + 1;
                    return true;
                }
            }
            default -> {
                // everything else is content
            }
            }
        }
        end = isTooLong(limit) ? start + LONGEST_GARBAGE : limit;
        return atEnd || isTooLong(limit);
    }

    /**
     * The place behind the bracket that opens the next rows of the same table, or -1. Rows with other columns are a
     * piece of their own, which is rejected, but for those that a service adds about the query itself.
     */
    private int nextRows(byte[] bytes, int from, int limit) {
        for (int i = from; i < limit - 7; i++) {
            if (bytes[i] == '"' && (bytes[i + 1] | 0x20) == 'r' && bytes[i + 2] == 'o' && bytes[i + 3] == 'w'
                    && bytes[i + 4] == 's' && bytes[i + 5] == '"') {
                int open = i + 6;
                while (open < limit && (bytes[open] == ':' || bytes[open] <= ' ' && bytes[open] >= 0)) {
                    open++;
                }
                int back = Math.max(from, i - LOOKED_BACK);
                String before = new String(bytes, back, i - back, StandardCharsets.UTF_8);
                if (open >= limit || bytes[open] != '[') {
                    continue;
                }
                if (JsonRows.isOfSameTable(before, columns)) {
                    return open + 1;
                }
                if (!JsonRows.isAboutTheQuery(before)) {
                    start = i;
                    end = Math.min(endOfRows(bytes, open, limit), i + LONGEST_GARBAGE);
                    return OTHER_TABLE;
                }
            }
        }
        return -1;
    }

    private static int endOfRows(byte[] bytes, int open, int limit) {
        int depth = 0;
        for (int i = open; i < limit; i++) {
            if (bytes[i] == '"') {
                for (i++; i < limit && bytes[i] != '"'; i++) {
                    i += bytes[i] == '\\' ? 1 : 0;
                }
            } else if (i < limit && bytes[i] == '[') {
                depth++;
            } else if (i < limit && bytes[i] == ']' && --depth == 0) {
                return i + 1;
            }
        }
        return limit;
    }
}

package org.tokenlane.ingest.text;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Cuts well-formed rows of UTF-8 into their cells, without making text of the whole file first. What is not well-formed,
 * or may be something else than a record, is left to {@link CsvRows}. Used by one thread.
 */
final class CsvCells {

    /** The last delimiter that is one byte. */
    private static final char ASCII_END = 0x7f;
    /** What is not longer is made text of at once, as it may be a word in brackets. */
    private static final int LONGEST_WORD = "[Record]".length();

    private final ColumnNames columns;
    private final byte delimiter;
    private final Value[] cells;
    private byte[] unquoted = new byte[1 << 12];
    private int unquotedSize;

    CsvCells(ColumnNames columns, char delimiter) {
        this.columns = columns;
        this.delimiter = (byte) delimiter;
        this.cells = new Value[columns.size()];
    }

    /** Tells whether rows can be read from these bytes: they are UTF-8, with one byte between cells. */
    static boolean canRead(FileForm form, byte[] bytes, int from, int end) {
        if (form.charset() != StandardCharsets.UTF_8 || form.delimiter() > ASCII_END || form.columns() == null
                || form.columns().size() < 2 || form.columns().hasJsonCells()) {
            return false;
        }
        for (int i = from; i < end; i++) {
            if (bytes[i] == 0) {
                return false;
            }
            if (bytes[i] < 0) {
                return !RecordReader.hasNul(bytes, i, end)
                        && new String(bytes, from, end - from, StandardCharsets.UTF_8).indexOf('\ufffd') < 0;
            }
        }
        return true;
    }

    /** The row in these bytes, as {@link Value#row} makes it; {@link Value#MISSING} where it is none for this class. */
    Value row(byte[] bytes, int from, int end) {
        return cut(bytes, from, end) && hasMoreThanOneCell() && !HeaderNames.isAgain(columns, this::text)
                ? new ObjectValue(columns, cells.clone())
                : Value.MISSING;
    }

    /** Tells whether the row has as many cells as the table has columns, each of them whole. */
    private boolean cut(byte[] bytes, int from, int end) {
        if (from == end || bytes[from] == 0 || bytes[from] == '{' || bytes[from] == '[') {
            return false;
        }
        int column = 0;
        for (int at = from; column < cells.length; at++) {
            if (at < end && bytes[at] == '"') {
                at = unquote(bytes, at + 1, end);
                if (at < 0 || at < end && bytes[at] != delimiter) {
                    return false;
                }
                cells[column] = cell(column, unquoted, 0, unquotedSize);
            } else {
                int start = at;
                while (at < end && bytes[at] != delimiter) {
                    if (bytes[at] == '\n' || bytes[at] == '\r') {
                        return false;
                    }
                    at++;
                }
                cells[column] = cell(column, bytes, start, at);
            }
            column++;
            if (at == end) {
                return column == cells.length;
            }
        }
        return false;
    }

    /** Gives the place behind the closing quote, or -1 where there is none. */
    private int unquote(byte[] bytes, int from, int end) {
        if (unquoted.length < end - from) {
            unquoted = new byte[(end - from) * 2];
        }
        byte[] to = unquoted;
        int size = 0;
        for (int i = from; i < end; i++) {
            byte b = bytes[i];
            if (b == '"') {
                i++;
                if (i == end || bytes[i] != '"') {
                    unquotedSize = size;
                    return i;
                }
            }
            to[size++] = b;
        }
        return -1;
    }

    private Value cell(int column, byte[] bytes, int from, int end) {
        if (from == end) {
            return Value.MISSING;
        }
        return end - from > LONGEST_WORD && JsonText.begins(bytes, from, end) && !columns.isLocal(column)
                ? new JsonText(Arrays.copyOfRange(bytes, from, end))
                : ObjectValue.cell(columns, column, new String(bytes, from, end - from, StandardCharsets.UTF_8));
    }

    /** A row of one cell may be a whole line that a spreadsheet took for a cell. */
    private boolean hasMoreThanOneCell() {
        for (int i = 1; i < cells.length; i++) {
            if (cells[i] instanceof JsonText || !text(i).isBlank()) {
                return true;
            }
        }
        return false;
    }

    private String text(int column) {
        String text = cells[column].text();
        return text == null ? "" : text;
    }
}

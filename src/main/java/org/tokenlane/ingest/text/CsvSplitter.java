package org.tokenlane.ingest.text;

/**
 * Splits a table into its rows. A quote opens a cell only at the cell's beginning, a doubled quote inside is one quote.
 * Where a closing quote is followed by anything
 * but a delimiter or a line break, or a quote is never closed, the row is damaged: its first line is given as a row of
 * its own and the search goes on behind it, so
 * that one stray quote costs one row and not the file.
 */
final class CsvSplitter extends RecordSplitter {

    private final byte delimiter;

    CsvSplitter(char delimiter) {
        this.delimiter = (byte) delimiter;
    }

    @Override
    boolean next(byte[] bytes, int from, int limit, boolean atEnd) {
        if (isInLine()) {
            boolean found = goOn(bytes, from, limit, atEnd);
            if (found || isInLine()) {
                return found;
            }
        }
        int i = behindEmpty(bytes, from, limit, atEnd);
        start = i;
        if (i < limit && bytes[i] == 0) {
            end = endOfNuls(bytes, i, limit);
            return end < limit || atEnd || end - start >= LONGEST_GARBAGE;
        }
        boolean cellStart = true;
        while (i < limit) {
            byte b = bytes[i];
            if (b == '"' && cellStart) {
                i = endOfQuoted(bytes, i + 1, limit);
                if (i < 0) {
                    return line(bytes, limit);
                }
                if (i >= limit) {
                    return (atEnd || isTooLong(limit)) && line(bytes, limit);
                }
                cellStart = false;
                if (i + 1 == limit && !atEnd) {
                    return false;
                }
                i++;
            } else if (b == '\n' || b == '\r') {
                end = i;
                return !isTooLong(i) || line(bytes, limit);
            } else {
                cellStart = b == delimiter;
                i++;
            }
        }
        end = limit;
        return isTooLong(limit) ? line(bytes, limit) : atEnd && end > start;
    }

    /** Behind line breaks, rows of delimiters alone, which spreadsheets add, and the halves of line breaks in UTF-16. */
    private int behindEmpty(byte[] bytes, int from, int limit, boolean atEnd) {
        int i = from;
        int row = from;
        while (i < limit) {
            byte b = bytes[i];
            if (b == '\n' || b == '\r' || isHalf(bytes, from, i, limit, atEnd)) {
                row = ++i;
            } else if (b == delimiter) {
                i++;
            } else {
                return row;
            }
        }
        return atEnd ? limit : row;
    }

    /**
     * Gives the place of the closing quote, {@code limit} where there is none yet, or -1 where what follows it cannot
     * follow a cell.
     */
    private int endOfQuoted(byte[] bytes, int from, int limit) {
        int i = from;
        while (true) {
            while (i < limit && bytes[i] != '"') {
                i++;
            }
            if (i >= limit) {
                return limit;
            }
            if (i + 1 == limit) {
                return i;
            }
            byte behind = bytes[i + 1];
            if (behind == '"') {
                i += 2;
            } else {
                return behind == delimiter || behind == '\n' || behind == '\r' ? i : -1;
            }
        }
    }
}

package org.tokenlane.ingest.text;

/**
 * Finds where records begin and end in the bytes of a file without reading their content. Bytes above 127 are never
 * structure, so that it works on UTF-8 and, with
 * each unit folded to a byte, on UTF-16.
 */
abstract sealed class RecordSplitter permits CsvSplitter, JsonSplitter, JsonRowSplitter, LineSplitter {

    /** A record that is still open after so many bytes is taken for damaged. */
    static final int LONGEST_RECORD = 64 << 20;

    /** What is no record is given in pieces of at most so many bytes. */
    static final int LONGEST_GARBAGE = 1 << 20;

    /** Where the record found last begins. */
    protected int start;
    /** Where the record found last ends. */
    protected int end;
    /** As {@link #LONGEST_RECORD}. */
    private int longest = LONGEST_RECORD;
    private boolean inLine;
    private boolean savedInLine;

    /** Lets tests do with less text: a record that is still open after so many bytes is taken for damaged. */
    final RecordSplitter within(int bytes) {
        longest = bytes;
        return this;
    }

    /** Tells whether what begins at {@link #start} and goes on to here is taken for damaged, and given in pieces. */
    final boolean isTooLong(int to) {
        return isTooLong(start, to);
    }

    /** The same for what begins at {@code from}. */
    final boolean isTooLong(int from, int to) {
        return to - from > longest;
    }

    /**
     * Looks for the next record from {@code from} on. Where it returns false, there is none before {@code limit}; the
     * caller then offers more bytes from the same place
     * on, and {@code atEnd} when there are no more.
     */
    abstract boolean next(byte[] bytes, int from, int limit, boolean atEnd);

    /** Keeps the state at the end of the record found last, for {@link #restore()}. */
    void save() {
        savedInLine = inLine;
    }

    /** Goes back to the state that was kept last, so that bytes can be offered again. */
    void restore() {
        inLine = savedInLine;
    }

    /** Gives the line that begins at {@link #start}; one that is too long in pieces, of which this is the first. */
    final boolean line(byte[] bytes, int limit) {
        end = endOfLine(bytes, start, limit);
        if (isTooLong(end)) {
            end = start + LONGEST_GARBAGE;
            inLine = true;
        }
        return true;
    }

    /** Tells whether the record found last is a piece of a line that goes on: then {@link #goOn} comes next. */
    final boolean isInLine() {
        return inLine;
    }

    /** Gives the next piece of such a line without looking beyond it; what follows it begins with the line's end. */
    final boolean goOn(byte[] bytes, int from, int limit, boolean atEnd) {
        int most = Math.min(limit, from + LONGEST_GARBAGE);
        start = from;
        end = endOfLine(bytes, from, most);
        if (end == limit && !atEnd && end - from < LONGEST_GARBAGE) {
            return false;
        }
        inLine = end == most && !(atEnd && end == limit);
        return end > start;
    }

    /** The end of the run of NUL bytes that begins at {@code from}; disks and tools leave such runs between records. */
    protected static int endOfNuls(byte[] bytes, int from, int limit) {
        int i = from;
        while (i < limit && bytes[i] == 0 && i - from < LONGEST_GARBAGE) {
            i++;
        }
        return i;
    }

    /**
     * Tells whether a NUL byte is the second half of a line break in UTF-16: PowerShell appends in that encoding to a
     * file of another.
     */
    protected static boolean isHalf(byte[] bytes, int from, int at, int limit, boolean atEnd) {
        return bytes[at] == 0 && at > from && (bytes[at - 1] == '\n' || bytes[at - 1] == '\r')
                && (at + 1 < limit ? bytes[at + 1] != 0 : atEnd);
    }

    /** The end of the line that begins at {@code from}, its line break not counted. */
    protected static int endOfLine(byte[] bytes, int from, int limit) {
        int i = from;
        while (i < limit && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }
}

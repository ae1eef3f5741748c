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

    /** Tells whether what begins at {@link #start} and goes on to here is taken for damaged, and given in pieces. */
    final boolean isTooLong(int to) {
        return to - start > LONGEST_RECORD;
    }

    /**
     * Looks for the next record from {@code from} on. Where it returns false, there is none before {@code limit}; the
     * caller then offers more bytes from the same place
     * on, and {@code atEnd} when there are no more.
     */
    abstract boolean next(byte[] bytes, int from, int limit, boolean atEnd);

    /** Keeps the state at the end of the record found last, for {@link #restore()}. */
    void save() {
    }

    /** Goes back to the state that was kept last, so that bytes can be offered again. */
    void restore() {
    }

    /** The end of the run of NUL bytes that begins at {@code from}; disks and tools leave such runs between records. */
    protected static int endOfNuls(byte[] bytes, int from, int limit) {
        int i = from;
        while (i < limit && bytes[i] == 0 && i - from < LONGEST_GARBAGE) {
            i++;
        }
        return i;
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

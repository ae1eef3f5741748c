package org.tokenlane.ingest.text;

/**
 * A slice of a file that ends where a record ends: its bytes as they stand in the file, and where in them the records
 * are. The blocks of a file, one behind the
 * other, are the file.
 *
 * @param number
 *            counts the file's blocks from 0
 * @param bytes
 *            the slice
 * @param offsets
 *            where each record begins in the slice
 * @param lengths
 *            each record's length in bytes
 * @param lines
 *            the line of the file, counted from 1, on which each record begins
 * @param otherHeaders
 *            of each record of a table the line of the other header that it is or stands below, else 0; empty where the
 *            block has none
 */
public record Block(int number, byte[] bytes, int[] offsets, int[] lengths, int[] lines, int[] otherHeaders) {

    private static final int[] NONE = {};

    Block(int number, byte[] bytes, int[] offsets, int[] lengths, int[] lines) {
        this(number, bytes, offsets, lengths, lines, NONE);
    }

    /** One record by itself. */
    public static Block of(byte[] record) {
        return new Block(0, record, new int[] { 0 }, new int[] { record.length }, new int[] { 1 });
    }

    /** The same block, whose records are said to stand on other lines: those of the file from which they were taken. */
    public Block onLines(int[] others) {
        return new Block(number, bytes, offsets, lengths, others, otherHeaders);
    }

    /** The line of another table's header that the record is or stands below, or 0. */
    int otherHeader(int record) {
        return otherHeaders.length == 0 ? 0 : otherHeaders[record];
    }

    /** The number of records in this block. */
    public int size() {
        return offsets.length;
    }
}

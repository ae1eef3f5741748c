package org.tokenlane.ingest.text;

import java.util.List;

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
 * @param tables
 *            the tables below further headers, in the order of their records; none in a file with one header
 * @param isLast
 *            whether the file ends with it
 */
public record Block(int number, byte[] bytes, int[] offsets, int[] lengths, int[] lines, List<Table> tables,
        boolean isLast) {

    /**
     * The rows below a further header: files that were joined into one.
     *
     * @param first
     *            the first of the block's records that belongs to it
     * @param beginsHere
     *            whether that record is the header; else it is in an earlier block
     * @param form
     *            how its rows are written
     */
    public record Table(int first, boolean beginsHere, FileForm form) {
    }

    public Block {
        tables = List.copyOf(tables);
    }

    /** One record by itself. */
    public static Block of(byte[] record) {
        return new Block(0, record, new int[] { 0 }, new int[] { record.length }, new int[] { 1 }, List.of(), true);
    }

    /** The same block, whose records are said to stand on other lines: those of the file from which they were taken. */
    public Block onLines(int[] others) {
        return new Block(number, bytes, offsets, lengths, others, tables, isLast);
    }

    /** The number of records in this block. */
    public int size() {
        return offsets.length;
    }
}

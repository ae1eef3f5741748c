package org.tokenlane.model.column;

import java.nio.LongBuffer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A long number for each row. A short column is an array; a long one is a temporary file that is mapped into memory, outside the
 * heap. Several threads may read it.
 */
public final class LongColumn {

    /** 8 MB. */
    static final int MOST_IN_HEAP = 1 << 20;

    private final int size;
    private final long @Nullable [] heap;
    /** Empty where the numbers are in the heap. */
    private final LongBuffer file;

    /** A column of zeros. */
    public LongColumn(int size) {
        this(size, MOST_IN_HEAP);
    }

    LongColumn(int size, int mostInHeap) {
        this.size = size;
        heap = size <= mostInHeap ? new long[size] : null;
        file = heap != null ? LongBuffer.allocate(0)
                : SpillFile.zeros(Math.multiplyExact(size, Long.BYTES)).asLongBuffer();
    }

    public int size() {
        return size;
    }

    /** Tells whether the numbers are outside the heap. */
    boolean isInFile() {
        return heap == null;
    }

    public long get(int row) {
        return heap != null ? heap[row] : file.get(row);
    }

    public void set(int row, long value) {
        if (heap != null) {
            heap[row] = value;
        } else {
            file.put(row, value);
        }
    }

    /** Sets as many rows as there are values. */
    public void put(int firstRow, long[] values) {
        if (heap != null) {
            System.arraycopy(values, 0, heap, firstRow, values.length);
        } else {
            file.put(firstRow, values);
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LongColumn column && column.size == size
                && IntStream.range(0, size).allMatch(row -> get(row) == column.get(row));
    }

    @Override
    public int hashCode() {
        return Long.hashCode(IntStream.range(0, Math.min(size, 64)).mapToLong(this::get).sum());
    }
}

package org.tokenlane.model.column;

import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A number for each row. A short column is an array; a long one is a temporary file that is mapped into memory, outside the heap.
 * Several threads may read it.
 */
public final class IntColumn {

    /** 8 MB. */
    static final int MOST_IN_HEAP = 1 << 21;

    private final int size;
    private final int @Nullable [] heap;
    /** Empty where the numbers are in the heap. */
    private final IntBuffer file;

    /** A column of zeros. */
    public IntColumn(int size) {
        this(size, MOST_IN_HEAP);
    }

    IntColumn(int size, int mostInHeap) {
        this.size = size;
        heap = size <= mostInHeap ? new int[size] : null;
        file = heap != null ? IntBuffer.allocate(0)
                : SpillFile.zeros(Math.multiplyExact(size, Integer.BYTES)).asIntBuffer();
    }

    public static IntColumn of(int... values) {
        IntColumn column = new IntColumn(values.length);
        column.put(0, values);
        return column;
    }

    public int size() {
        return size;
    }

    /** Tells whether the numbers are outside the heap. */
    boolean isInFile() {
        return heap == null;
    }

    public int get(int row) {
        return heap != null ? heap[row] : file.get(row);
    }

    public void set(int row, int value) {
        if (heap != null) {
            heap[row] = value;
        } else {
            file.put(row, value);
        }
    }

    /** Sets as many rows as there are values. */
    public void put(int firstRow, int[] values) {
        if (heap != null) {
            System.arraycopy(values, 0, heap, firstRow, values.length);
        } else {
            file.put(firstRow, values);
        }
    }

    /** Some rows' numbers, as a copy. */
    public int[] copyOf(int fromRow, int toRow) {
        if (heap != null) {
            return Arrays.copyOfRange(heap, fromRow, toRow);
        }
        int[] some = new int[toRow - fromRow];
        file.get(fromRow, some);
        return some;
    }

    /** All numbers, as a copy in the heap. */
    public int[] toArray() {
        return copyOf(0, size);
    }

    /** Tells whether all numbers are at least the first and less than the second. */
    public boolean isWithin(int first, int end) {
        for (int row = 0; row < size; row++) {
            if (get(row) < first || get(row) >= end) {
                return false;
            }
        }
        return true;
    }

    /** How often each number from 0 on and below this one is there; there must be no others. */
    public int[] counts(int end) {
        int[] counts = new int[end];
        for (int row = 0; row < size; row++) {
            counts[get(row)]++;
        }
        return counts;
    }

    public IntStream stream() {
        return IntStream.range(0, size).map(this::get);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof IntColumn column && column.size == size
                && IntStream.range(0, size).allMatch(row -> get(row) == column.get(row));
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(copyOf(0, Math.min(size, 64)));
    }
}

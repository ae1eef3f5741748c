package org.tokenlane.query;

import java.util.Arrays;
import java.util.List;
import org.tokenlane.store.RowColumn;
import org.tokenlane.store.Segments;

/**
 * Which rows of the case are one event. A pure function of the rows: it does not depend on the order in which they were
 * imported. The rows of an event stand in the
 * order in which their fields win: the richer shape first, then the later recorded, then by the evidence's hash.
 */
final class RowGroups {

    private final int[] groupOfRow;
    private final int[] firstOfGroup;
    private final int[] rowsByGroup;

    private RowGroups(int[] groupOfRow, int groups) {
        this.groupOfRow = groupOfRow;
        firstOfGroup = new int[groups + 1];
        for (int group : groupOfRow) {
            firstOfGroup[group + 1]++;
        }
        for (int i = 0; i < groups; i++) {
            firstOfGroup[i + 1] += firstOfGroup[i];
        }
        rowsByGroup = new int[groupOfRow.length];
        int[] next = Arrays.copyOf(firstOfGroup, groups);
        for (int row = 0; row < groupOfRow.length; row++) {
            rowsByGroup[next[groupOfRow[row]]++] = row;
        }
    }

    static RowGroups of(Segments segments) {
        int rows = segments.rows();
        long[] high = longs(segments, RowColumn.KEY_HIGH);
        long[] low = longs(segments, RowColumn.KEY_LOW);
        long[] weakHigh = longs(segments, RowColumn.WEAK_KEY_HIGH);
        long[] weakLow = longs(segments, RowColumn.WEAK_KEY_LOW);
        boolean[] isWeak = new boolean[rows];
        for (Segments.Segment segment : segments.all()) {
            int[] weak = segment.ints(RowColumn.KEY_IS_WEAK);
            for (int i = 0; i < weak.length; i++) {
                isWeak[segment.firstRow() + i] = weak[i] == 1;
            }
        }
        int[] groupOfRow = new int[rows];
        KeyIndex keys = new KeyIndex(high, low);
        KeyIndex weakKeys = new KeyIndex(weakHigh, weakLow);
        int groups = 0;
        for (int row = 0; row < rows; row++) {
            if (!isWeak[row]) {
                int first = keys.putIfAbsent(row);
                groupOfRow[row] = first == row ? groups++ : groupOfRow[first];
                if ((weakHigh[row] | weakLow[row]) != 0) {
                    int holder = weakKeys.putIfAbsent(row);
                    if (holder != row && compare(high, low, row, holder) < 0) {
                        weakKeys.replace(row);
                    }
                }
            }
        }
        for (int row = 0; row < rows; row++) {
            if (isWeak[row]) {
                int holder = weakKeys.putIfAbsent(row);
                groupOfRow[row] = holder == row ? groups++ : groupOfRow[holder];
            }
        }
        return new RowGroups(groupOfRow, groups);
    }

    private static int compare(long[] high, long[] low, int a, int b) {
        int first = Long.compareUnsigned(high[a], high[b]);
        return first != 0 ? first : Long.compareUnsigned(low[a], low[b]);
    }

    private static long[] longs(Segments segments, RowColumn column) {
        long[] all = new long[segments.rows()];
        for (Segments.Segment segment : segments.all()) {
            System.arraycopy(segment.longs(column), 0, all, segment.firstRow(), segment.rows());
        }
        return all;
    }

    int groups() {
        return firstOfGroup.length - 1;
    }

    int groupOf(int row) {
        return groupOfRow[row];
    }

    /** The row of a group whose fields win. */
    int firstRow(int group) {
        return rowsByGroup[firstOfGroup[group]];
    }

    boolean isSingle(int group) {
        return firstOfGroup[group + 1] - firstOfGroup[group] == 1;
    }

    /** A column's value in the first of a group's rows that has one, else 0. */
    int firstNotZero(int[] column, int group) {
        int first = column[firstRow(group)];
        if (first != 0 || isSingle(group)) {
            return first;
        }
        for (int row : rows(group)) {
            if (column[row] != 0) {
                return column[row];
            }
        }
        return 0;
    }

    /** The rows of a group in the order in which their fields win. */
    int[] rows(int group) {
        return Arrays.copyOfRange(rowsByGroup, firstOfGroup[group], firstOfGroup[group + 1]);
    }

    /**
     * Puts the rows of each group in the order in which their fields win.
     *
     * @param richness
     *            by row
     * @param recordedAt
     *            by row
     * @param evidenceRank
     *            by row: the rank of its evidence's hash
     */
    void order(int[] richness, long[] recordedAt, int[] evidenceRank) {
        for (int group = 0; group < groups(); group++) {
            if (!isSingle(group)) {
                List<Integer> rows = Arrays.stream(rows(group)).boxed().sorted((a, b) -> {
                    int byShape = Integer.compare(richness[b], richness[a]);
                    int byTime = byShape != 0 ? byShape : Long.compare(recordedAt[b], recordedAt[a]);
                    int byEvidence = byTime != 0 ? byTime : Integer.compare(evidenceRank[a], evidenceRank[b]);
                    return byEvidence != 0 ? byEvidence : Integer.compare(a, b);
                }).toList();
                for (int i = 0; i < rows.size(); i++) {
                    rowsByGroup[firstOfGroup[group] + i] = rows.get(i);
                }
            }
        }
    }

    /** An index from a row's key to the first row that has it. */
    private static final class KeyIndex {

        private final long[] high;
        private final long[] low;
        private final int[] slots;

        KeyIndex(long[] high, long[] low) {
            this.high = high;
            this.low = low;
            this.slots = new int[Integer.highestOneBit(Math.max(8, high.length)) * 4];
        }

        int putIfAbsent(int row) {
            int slot = slot(row);
            if (slots[slot] == 0) {
                slots[slot] = row + 1;
            }
            return slots[slot] - 1;
        }

        void replace(int row) {
            slots[slot(row)] = row + 1;
        }

        private int slot(int row) {
            int mask = slots.length - 1;
            int slot = (int) (high[row] ^ low[row] >>> 32) & mask;
            while (slots[slot] != 0 && (high[slots[slot] - 1] != high[row] || low[slots[slot] - 1] != low[row])) {
                slot = slot + 1 & mask;
            }
            return slot;
        }
    }
}

package org.tokenlane.query;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.LongColumn;
import org.tokenlane.store.RowColumn;
import org.tokenlane.store.Segments;

/**
 * Which rows of the case are one event. A pure function of the rows: it does not depend on the order in which they were
 * imported. The rows of an event stand in the
 * order in which their fields win: the richer shape first, then the later recorded, then by the evidence's hash.
 */
final class RowGroups {

    private final IntColumn groupOfRow;
    private final IntColumn firstOfGroup;
    private final IntColumn rowsByGroup;

    private RowGroups(IntColumn groupOfRow, int groups) {
        this.groupOfRow = groupOfRow;
        firstOfGroup = new IntColumn(groups + 1);
        int rows = groupOfRow.size();
        for (int row = 0; row < rows; row++) {
            int group = groupOfRow.get(row);
            firstOfGroup.set(group, firstOfGroup.get(group) + 1);
        }
        for (int group = 1; group <= groups; group++) {
            firstOfGroup.set(group, firstOfGroup.get(group) + firstOfGroup.get(group - 1));
        }
        rowsByGroup = new IntColumn(rows);
        // each has the end of its group by now; from behind, ends become starts, and rows keep their order
        for (int row = rows - 1; row >= 0; row--) {
            int group = groupOfRow.get(row);
            firstOfGroup.set(group, firstOfGroup.get(group) - 1);
            rowsByGroup.set(firstOfGroup.get(group), row);
        }
    }

    /**
     * Groups the rows.
     *
     * @param high
     *            the upper halves of their keys
     */
    static RowGroups of(Segments segments, LongColumn high) {
        int rows = segments.rows();
        LongColumn low = segments.longs(RowColumn.KEY_LOW);
        LongColumn weakHigh = segments.longs(RowColumn.WEAK_KEY_HIGH);
        LongColumn weakLow = segments.longs(RowColumn.WEAK_KEY_LOW);
        BitSet isWeak = new BitSet(rows);
        for (Segments.Segment segment : segments.all()) {
            int[] weak = segment.ints(RowColumn.KEY_IS_WEAK);
            for (int i = 0; i < weak.length; i++) {
                isWeak.set(segment.firstRow() + i, weak[i] == 1);
            }
        }
        IntColumn groupOfRow = new IntColumn(rows);
        KeyIndex keys = new KeyIndex(high, low);
        KeyIndex weakKeys = new KeyIndex(weakHigh, weakLow);
        int groups = 0;
        for (int row = isWeak.nextClearBit(0); row < rows; row = isWeak.nextClearBit(row + 1)) {
            int first = keys.putIfAbsent(row);
            groupOfRow.set(row, first == row ? groups++ : groupOfRow.get(first));
            if ((weakHigh.get(row) | weakLow.get(row)) != 0) {
                int holder = weakKeys.putIfAbsent(row);
                if (holder != row && compare(high, low, row, holder) < 0) {
                    weakKeys.replace(row);
                }
            }
        }
        for (int row = isWeak.nextSetBit(0); row >= 0; row = isWeak.nextSetBit(row + 1)) {
            int holder = weakKeys.putIfAbsent(row);
            groupOfRow.set(row, holder == row ? groups++ : groupOfRow.get(holder));
        }
        return new RowGroups(groupOfRow, groups);
    }

    private static int compare(LongColumn high, LongColumn low, int a, int b) {
        int first = Long.compareUnsigned(high.get(a), high.get(b));
        return first != 0 ? first : Long.compareUnsigned(low.get(a), low.get(b));
    }

    int groups() {
        return firstOfGroup.size() - 1;
    }

    int groupOf(int row) {
        return groupOfRow.get(row);
    }

    /** The row of a group whose fields win. */
    int firstRow(int group) {
        return rowsByGroup.get(firstOfGroup.get(group));
    }

    boolean isSingle(int group) {
        return groups() == groupOfRow.size() || firstOfGroup.get(group + 1) - firstOfGroup.get(group) == 1;
    }

    /** A column's value in the first of a group's rows that has one, else 0. */
    int firstNotZero(IntColumn column, int group) {
        int first = column.get(firstRow(group));
        if (first != 0 || isSingle(group)) {
            return first;
        }
        for (int row : rows(group)) {
            if (column.get(row) != 0) {
                return column.get(row);
            }
        }
        return 0;
    }

    /** The rows of a group in the order in which their fields win. */
    int[] rows(int group) {
        return rowsByGroup.copyOf(firstOfGroup.get(group), firstOfGroup.get(group + 1));
    }

    /**
     * Puts the rows of each group in the order in which their fields win.
     *
     * @param richness
     *            by row
     * @param recordedAt
     *            by row; not asked for where each row is a group of its own
     * @param evidenceRank
     *            by row: the rank of its evidence's hash
     */
    void order(IntUnaryOperator richness, Supplier<LongColumn> recordedAt, IntUnaryOperator evidenceRank) {
        if (groups() == groupOfRow.size()) { // each row is a group of its own
            return;
        }
        LongColumn recorded = recordedAt.get();
        for (int group = 0; group < groups(); group++) {
            if (!isSingle(group)) {
                List<Integer> rows = Arrays.stream(rows(group)).boxed().sorted((a, b) -> {
                    int byShape = Integer.compare(richness.applyAsInt(b), richness.applyAsInt(a));
                    int byTime = byShape != 0 ? byShape : Long.compare(recorded.get(b), recorded.get(a));
                    int byEvidence = byTime != 0 ? byTime
                            : Integer.compare(evidenceRank.applyAsInt(a), evidenceRank.applyAsInt(b));
                    return byEvidence != 0 ? byEvidence : Integer.compare(a, b);
                }).toList();
                rowsByGroup.put(firstOfGroup.get(group), rows.stream().mapToInt(Integer::intValue).toArray());
            }
        }
    }

    /** An index from a row's key to the first row that has it. */
    private static final class KeyIndex {

        private final LongColumn high;
        private final LongColumn low;
        private final IntColumn slots;
        private final int mask;

        KeyIndex(LongColumn high, LongColumn low) {
            this.high = high;
            this.low = low;
            slots = new IntColumn(Integer.highestOneBit(Math.max(8, high.size())) * 4);
            mask = slots.size() - 1;
        }

        int putIfAbsent(int row) {
            int slot = slot(row);
            int taken = slots.get(slot);
            if (taken == 0) {
                slots.set(slot, row + 1);
                return row;
            }
            return taken - 1;
        }

        void replace(int row) {
            slots.set(slot(row), row + 1);
        }

        private int slot(int row) {
            long ownHigh = high.get(row);
            long ownLow = low.get(row);
            int slot = (int) (ownHigh ^ ownLow >>> 32) & mask;
            for (int taken = slots.get(slot); taken != 0
                    && (high.get(taken - 1) != ownHigh || low.get(taken - 1) != ownLow); taken = slots.get(slot)) {
                slot = slot + 1 & mask;
            }
            return slot;
        }
    }
}

package org.tokenlane.query;

import java.util.Arrays;
import org.tokenlane.model.event.AuditEvent;

/** The events in the order of their times: which group of rows each is, and when it was. */
final class EventOrder {

    private final RowGroups groups;
    private final int[] groupOfEvent;
    private final int[] eventOfGroup;
    private final long[] times;
    private final byte[] qualities;
    private final byte[] digits;

    /**
     * @param rowTimes
     *            by row, as the arrays behind it
     * @param keys
     *            the upper halves of the rows' keys
     */
    EventOrder(RowGroups groups, long[] rowTimes, int[] rowQualities, int[] rowDigits, long[] keys) {
        this.groups = groups;
        long[] timeOfGroup = new long[groups.groups()];
        byte[] qualityOfGroup = new byte[timeOfGroup.length];
        byte[] digitsOfGroup = new byte[timeOfGroup.length];
        mergeTimes(rowTimes, rowQualities, rowDigits, timeOfGroup, qualityOfGroup, digitsOfGroup);
        groupOfEvent = inTimeOrder(timeOfGroup, keys);
        eventOfGroup = new int[groupOfEvent.length];
        times = new long[groupOfEvent.length];
        qualities = new byte[times.length];
        digits = new byte[times.length];
        for (int event = 0; event < times.length; event++) {
            int group = groupOfEvent[event];
            eventOfGroup[group] = event;
            times[event] = timeOfGroup[group];
            qualities[event] = qualityOfGroup[group];
            digits[event] = digitsOfGroup[group];
        }
    }

    int[] groupOfEvent() {
        return groupOfEvent;
    }

    int[] eventOfGroup() {
        return eventOfGroup;
    }

    long[] times() {
        return times;
    }

    byte[] qualities() {
        return qualities;
    }

    byte[] digits() {
        return digits;
    }

    /** The most certain, then the most precise of the rows' times. */
    private void mergeTimes(long[] rowTimes, int[] rowQualities, int[] rowDigits, long[] time, byte[] quality,
            byte[] digits) {
        for (int group = 0; group < time.length; group++) {
            int best = groups.firstRow(group);
            if (!groups.isSingle(group)) {
                for (int row : groups.rows(group)) {
                    if (rowQualities[row] > rowQualities[best]
                            || rowQualities[row] == rowQualities[best] && rowDigits[row] > rowDigits[best]) {
                        best = row;
                    }
                }
            }
            time[group] = rowTimes[best];
            quality[group] = (byte) rowQualities[best];
            digits[group] = (byte) rowDigits[best];
        }
    }

    /** The groups by time, undated ones last, those of one moment by their keys. */
    private int[] inTimeOrder(long[] timeOfGroup, long[] keys) {
        long[] sortable = new long[timeOfGroup.length];
        for (int i = 0; i < sortable.length; i++) {
            sortable[i] = timeOfGroup[i] == AuditEvent.NO_TIME ? Long.MAX_VALUE : timeOfGroup[i];
        }
        long[] sorted = sortable.clone();
        Arrays.parallelSort(sorted);
        int[] taken = new int[sorted.length];
        int[] order = new int[sorted.length];
        for (int group = 0; group < sortable.length; group++) {
            int start = lowerBound(sorted, sortable[group]);
            order[start + taken[start]++] = group;
        }
        for (int start = 0; start < order.length; start += taken[start]) {
            if (taken[start] > 1) {
                Integer[] tied = Arrays.stream(order, start, start + taken[start]).boxed().toArray(Integer[]::new);
                Arrays.sort(tied,
                        (a, b) -> Long.compareUnsigned(smallestKey(groups, keys, a), smallestKey(groups, keys, b)));
                for (int i = 0; i < tied.length; i++) {
                    order[start + i] = tied[i];
                }
            }
        }
        return order;
    }

    /** The smallest of the keys of a group's rows, which is the same in whatever order they came. */
    static long smallestKey(RowGroups groups, long[] keys, int group) {
        if (groups.isSingle(group)) {
            return keys[groups.firstRow(group)];
        }
        long smallest = -1;
        for (int row : groups.rows(group)) {
            smallest = Long.compareUnsigned(keys[row], smallest) < 0 ? keys[row] : smallest;
        }
        return smallest;
    }

    private static int lowerBound(long[] sorted, long value) {
        int from = 0;
        int to = sorted.length;
        while (from < to) {
            int middle = from + to >>> 1;
            if (sorted[middle] < value) {
                from = middle + 1;
            } else {
                to = middle;
            }
        }
        return from;
    }
}

package org.tokenlane.query;

import java.util.Arrays;
import java.util.Comparator;
import java.util.PriorityQueue;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.LongColumn;
import org.tokenlane.model.event.AuditEvent;

/** The events in the order of their times: which group of rows each is, and when it was. */
final class EventOrder {

    /** So many groups are sorted at once; more are sorted in runs, which are merged then. */
    static final int MOST_AT_ONCE = 1 << 20;

    private final RowGroups groups;
    private final LongColumn keys;
    private final IntColumn groupOfEvent;
    private final IntColumn eventOfGroup;
    private final LongColumn times;
    private final byte[] qualities;
    private final byte[] digits;

    /**
     * @param rowTimes
     *            by row, as the columns behind it
     * @param keys
     *            the upper halves of the rows' keys
     */
    EventOrder(RowGroups groups, LongColumn rowTimes, IntColumn rowQualities, IntColumn rowDigits, LongColumn keys) {
        this(groups, rowTimes, rowQualities, rowDigits, keys, MOST_AT_ONCE);
    }

    EventOrder(RowGroups groups, LongColumn rowTimes, IntColumn rowQualities, IntColumn rowDigits, LongColumn keys,
            int mostAtOnce) {
        this.groups = groups;
        this.keys = keys;
        LongColumn timeOfGroup = new LongColumn(groups.groups());
        byte[] qualityOfGroup = new byte[groups.groups()];
        byte[] digitsOfGroup = new byte[groups.groups()];
        mergeTimes(rowTimes, rowQualities, rowDigits, timeOfGroup, qualityOfGroup, digitsOfGroup);
        groupOfEvent = inTimeOrder(timeOfGroup, mostAtOnce);
        eventOfGroup = new IntColumn(groups.groups());
        times = new LongColumn(groups.groups());
        qualities = new byte[groups.groups()];
        digits = new byte[groups.groups()];
        for (int event = 0; event < qualities.length; event++) {
            int group = groupOfEvent.get(event);
            eventOfGroup.set(group, event);
            times.set(event, timeOfGroup.get(group));
            qualities[event] = qualityOfGroup[group];
            digits[event] = digitsOfGroup[group];
        }
    }

    IntColumn groupOfEvent() {
        return groupOfEvent;
    }

    IntColumn eventOfGroup() {
        return eventOfGroup;
    }

    LongColumn times() {
        return times;
    }

    byte[] qualities() {
        return qualities;
    }

    byte[] digits() {
        return digits;
    }

    /** The most certain, then the most precise of the rows' times. */
    private void mergeTimes(LongColumn rowTimes, IntColumn rowQualities, IntColumn rowDigits, LongColumn time,
            byte[] quality, byte[] digits) {
        for (int group = 0; group < quality.length; group++) {
            int best = groups.firstRow(group);
            if (!groups.isSingle(group)) {
                for (int row : groups.rows(group)) {
                    int byQuality = Integer.compare(rowQualities.get(row), rowQualities.get(best));
                    if (byQuality > 0 || byQuality == 0 && rowDigits.get(row) > rowDigits.get(best)) {
                        best = row;
                    }
                }
            }
            time.set(group, rowTimes.get(best));
            quality[group] = (byte) rowQualities.get(best);
            digits[group] = (byte) rowDigits.get(best);
        }
    }

    /** The groups by time, undated ones last, those of one moment by their keys. */
    private IntColumn inTimeOrder(LongColumn timeOfGroup, int mostAtOnce) {
        IntColumn order = new IntColumn(timeOfGroup.size());
        boolean inOrder = true;
        for (int from = 0; from < order.size(); from += mostAtOnce) {
            order.put(from, sorted(timeOfGroup, from, Math.min(order.size(), from + mostAtOnce)));
            inOrder &= from == 0 || compare(timeOfGroup, order.get(from - 1), order.get(from)) <= 0;
        }
        return inOrder ? order : merged(order, timeOfGroup, mostAtOnce);
    }

    private static long sortable(long time) {
        return time == AuditEvent.NO_TIME ? Long.MAX_VALUE : time;
    }

    private int compare(LongColumn timeOfGroup, int a, int b) {
        int byTime = Long.compare(sortable(timeOfGroup.get(a)), sortable(timeOfGroup.get(b)));
        return byTime != 0 ? byTime : byKey(a, b);
    }

    private int byKey(int a, int b) {
        int byKey = Long.compareUnsigned(smallestKey(groups, keys, a), smallestKey(groups, keys, b));
        return byKey != 0 ? byKey : Integer.compare(a, b);
    }

    /** These groups in their order. */
    private int[] sorted(LongColumn timeOfGroup, int from, int to) {
        long[] sortable = new long[to - from];
        for (int i = 0; i < sortable.length; i++) {
            sortable[i] = sortable(timeOfGroup.get(from + i));
        }
        long[] sorted = sortable.clone();
        Arrays.parallelSort(sorted);
        int[] taken = new int[sorted.length];
        int[] order = new int[sorted.length];
        for (int i = 0; i < sortable.length; i++) {
            int start = lowerBound(sorted, sortable[i]);
            order[start + taken[start]++] = from + i;
        }
        for (int start = 0; start < order.length; start += taken[start]) {
            if (taken[start] > 1) {
                sortTied(order, start, start + taken[start]);
            }
        }
        return order;
    }

    private void sortTied(int[] order, int from, int to) {
        Integer[] tied = Arrays.stream(order, from, to).boxed().toArray(Integer[]::new);
        Arrays.sort(tied, this::byKey);
        for (int i = 0; i < tied.length; i++) {
            order[from + i] = tied[i];
        }
    }

    /** A run of sorted groups, from which the first is taken again and again. */
    private static final class SortedRun {

        private int at;
        private final int end;

        SortedRun(int at, int end) {
            this.at = at;
            this.end = end;
        }
    }

    private IntColumn merged(IntColumn runs, LongColumn timeOfGroup, int length) {
        Comparator<SortedRun> byFirst = (a, b) -> compare(timeOfGroup, runs.get(a.at), runs.get(b.at));
        PriorityQueue<SortedRun> queue = new PriorityQueue<>(byFirst);
        for (int from = 0; from < runs.size(); from += length) {
            queue.add(new SortedRun(from, Math.min(runs.size(), from + length)));
        }
        IntColumn merged = new IntColumn(runs.size());
        int next = 0;
        while (!queue.isEmpty()) {
            SortedRun run = queue.remove();
            SortedRun other = queue.peek();
            // files follow one another more often than they overlap
            do {
                merged.set(next++, runs.get(run.at++));
            } while (run.at < run.end && (other == null || byFirst.compare(run, other) <= 0));
            if (run.at < run.end) {
                queue.add(run);
            }
        }
        return merged;
    }

    /** The smallest of the keys of a group's rows, which is the same in whatever order they came. */
    static long smallestKey(RowGroups groups, LongColumn keys, int group) {
        if (groups.isSingle(group)) {
            return keys.get(groups.firstRow(group));
        }
        long smallest = -1;
        for (int row : groups.rows(group)) {
            smallest = Long.compareUnsigned(keys.get(row), smallest) < 0 ? keys.get(row) : smallest;
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

package org.tokenlane.detect.answer;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.query.CaseEvents;

/** How long after its event each log had the record, for the records that say when they arrived. */
final class LogDelays {

    /**
     * The delays of a log, in nanoseconds.
     *
     * @param records
     *            the events whose records say when they arrived
     */
    record Delay(long median, long longest, int records) {
    }

    private LogDelays() {
    }

    /**
     * The delays of the logs that state them. A record that is dated before its event counts as without delay. A log in
     * which no record has any is left out: it gives one time twice, and says nothing of arrival.
     */
    static Map<LogSource, Delay> of(CaseEvents events) {
        int[] sizes = new int[LogSource.values().length];
        long[][] delays = new long[sizes.length][];
        Arrays.setAll(delays, source -> new long[16]);
        for (int event = 0; event < events.size(); event++) {
            long recorded = events.time(event) == AuditEvent.NO_TIME ? AuditEvent.NO_TIME : events.recordedAt(event);
            if (recorded != AuditEvent.NO_TIME) {
                int source = events.source(event).ordinal();
                if (sizes[source] == delays[source].length) {
                    delays[source] = Arrays.copyOf(delays[source], 2 * sizes[source]);
                }
                delays[source][sizes[source]++] = Math.max(0, recorded - events.time(event));
            }
        }
        Map<LogSource, Delay> found = new EnumMap<>(LogSource.class);
        for (LogSource source : LogSource.values()) {
            int size = sizes[source.ordinal()];
            if (size > 0) {
                long[] sorted = Arrays.copyOf(delays[source.ordinal()], size);
                Arrays.sort(sorted);
                if (sorted[size - 1] > 0) {
                    found.put(source, new Delay(median(sorted), sorted[size - 1], size));
                }
            }
        }
        return found;
    }

    /** The middle one; of an even number the mean of the two in the middle. */
    static long median(long[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle]
                : sorted[middle - 1] + (sorted[middle] - sorted[middle - 1]) / 2;
    }
}

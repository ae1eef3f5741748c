package org.tokenlane.correlate;

import java.util.Arrays;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/**
 * Runs of alike events: such as follow one another, in whatever order they are shown, with the same operation, result,
 * user, address, session and token. Held as where each
 * begins, so that a million events cost four megabytes at most.
 */
public final class EventRuns {

    private final int[] events;
    private final int[] starts;

    private EventRuns(int[] events, int[] starts) {
        this.events = events;
        this.starts = starts;
    }

    /**
     * Finds the runs.
     *
     * @param events
     *            in the order in which they are shown; not copied and not to be changed
     */
    public static EventRuns of(int[] events, Correlation correlation) {
        CaseEvents all = correlation.events();
        IntColumn operations = all.codes(EventField.OPERATION);
        IntColumn users = all.codes(EventField.UPN);
        IntColumn addresses = all.codes(EventField.IP);
        int[] starts = new int[Math.max(16, events.length / 4)];
        int size = 0;
        for (int i = 0; i < events.length; i++) {
            int event = events[i];
            int before = i == 0 ? -1 : events[i - 1];
            boolean alike = i > 0 && operations.get(event) == operations.get(before)
                    && users.get(event) == users.get(before)
                    && addresses.get(event) == addresses.get(before)
                    && correlation.session(event) == correlation.session(before)
                    && correlation.token(event) == correlation.token(before)
                    && all.result(event) == all.result(before);
            if (!alike) {
                if (size == starts.length) {
                    starts = Arrays.copyOf(starts, size * 2);
                }
                starts[size++] = i;
            }
        }
        return new EventRuns(events, Arrays.copyOf(starts, size));
    }

    /** The number of runs, those of a single event included. */
    public int size() {
        return starts.length;
    }

    /** Where the run begins among the events. */
    public int start(int run) {
        return starts[run];
    }

    /** How many events it has, at least 1. */
    public int length(int run) {
        return (run + 1 < starts.length ? starts[run + 1] : events.length) - starts[run];
    }

    /** The run that the event at this place is in. */
    public int runAt(int place) {
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 2;
    }

    /** The number of the run's event at this place, 0 being its first. */
    public int event(int run, int place) {
        return events[starts[run] + place];
    }

    /** All events, in the order in which they are shown. */
    public int[] events() {
        return events;
    }
}

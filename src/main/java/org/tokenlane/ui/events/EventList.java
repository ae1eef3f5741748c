package org.tokenlane.ui.events;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import javafx.collections.ObservableListBase;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.EventRuns;
import org.tokenlane.ui.state.OpenCase;

/**
 * The lines of the table, without an object per event. A line is the number of an event or, where runs are folded,
 * {@code ~run} for a run of several events; the events of an expanded run follow its line. Immutable; expanding a run
 * makes a new list.
 */
final class EventList extends ObservableListBase<Integer> {

    private final @Nullable OpenCase open;
    private final int[] events;
    private final @Nullable EventRuns runs;
    private final BitSet opened;
    private final int[] lines;
    /** The lines of expanded runs, ascending. */
    private final int[] openedLines;

    private EventList(@Nullable OpenCase open, int[] events, @Nullable EventRuns runs, BitSet opened) {
        this.open = open;
        this.events = events;
        this.runs = runs;
        this.opened = opened;
        this.openedLines = new int[opened.cardinality()];
        this.lines = runs == null ? events : folded();
    }

    /** No case is open, and nothing to list. */
    static EventList empty() {
        return unfolded(null, new int[0]);
    }

    static EventList unfolded(@Nullable OpenCase open, int[] events) {
        return new EventList(open, events, null, new BitSet());
    }

    /** Finds the runs, which takes a moment for a million events. */
    static EventList folded(OpenCase open, int[] events) {
        return new EventList(open, events, EventRuns.of(events, open.correlation()), new BitSet());
    }

    private EventRuns runs() {
        return Objects.requireNonNull(runs, "the list is not folded"); // not for people
    }

    private int[] folded() {
        int size = runs().size();
        for (int run = opened.nextSetBit(0); run >= 0; run = opened.nextSetBit(run + 1)) {
            size += runs().length(run);
        }
        int[] made = new int[size];
        int line = 0;
        int atOpened = 0;
        for (int run = 0; run < runs().size(); run++) {
            int length = runs().length(run);
            if (length == 1) {
                made[line++] = runs().event(run, 0);
                continue;
            }
            if (opened.get(run)) {
                openedLines[atOpened++] = line;
                made[line++] = ~run;
                System.arraycopy(events, runs().start(run), made, line, length);
                line += length;
            } else {
                made[line++] = ~run;
            }
        }
        return made;
    }

    /** The case of the events; null if none is open. */
    @Nullable
    OpenCase open() {
        return open;
    }

    /** The case of the events; only for a list that has some. */
    OpenCase ofCase() {
        return Objects.requireNonNull(open, "no case is open"); // not for people
    }

    @Override
    public Integer get(int index) {
        return lines[index];
    }

    /** Two lists are the same only if they are one: a property that shows a list compares it with the one before. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }

    @Override
    public int size() {
        return lines.length;
    }

    @Override
    public int indexOf(Object line) {
        if (line instanceof Integer number) {
            for (int i = 0; i < lines.length; i++) {
                if (lines[i] == number) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** All events in the order in which they are listed, also those of collapsed runs. */
    int[] events() {
        return events;
    }

    boolean isFolded() {
        return runs != null;
    }

    /** How many lines represent several events. */
    int folds() {
        int count = 0;
        for (int line : lines) {
            count += line < 0 ? 1 : 0;
        }
        return count;
    }

    static boolean isRun(int line) {
        return line < 0;
    }

    /** How many events the line represents. */
    int count(int line) {
        return line < 0 ? runs().length(~line) : 1;
    }

    /** The first, by its place in the list, of the line's events; with {@code last} the last. */
    int event(int line, boolean last) {
        return line >= 0 ? line : runs().event(~line, last ? runs().length(~line) - 1 : 0);
    }

    /** The line's event at a place, 0 being its first. */
    int event(int line, int place) {
        return line >= 0 ? line : runs().event(~line, place);
    }

    boolean isOpened(int line) {
        return line < 0 && opened.get(~line);
    }

    /** The index of the line of the expanded run that the line at this index belongs to, or -1. */
    int parent(int index) {
        int at = Arrays.binarySearch(openedLines, index);
        int before = at >= 0 ? -1 : -at - 2;
        return before >= 0 && index <= openedLines[before] + count(lines[openedLines[before]]) ? openedLines[before]
                : -1;
    }

    /** The list with a run expanded, or collapsed again. */
    EventList toggled(int line) {
        BitSet now = (BitSet) opened.clone();
        now.flip(~line);
        return new EventList(open, events, runs, now);
    }

    /**
     * The index of the line that shows an event: its own, or that of its collapsed run; -1 if the event is not listed.
     */
    int lineOf(int event) {
        int own = event < 0 ? -1 : indexOf(event);
        if (own >= 0 || runs == null || event < 0) {
            return own;
        }
        for (int place = 0; place < events.length; place++) {
            if (events[place] == event) {
                return indexOf(~runs().runAt(place));
            }
        }
        return -1;
    }

    /** The events of the lines at these ascending indexes, each once, in the order in which they are listed. */
    int[] eventsAt(int[] indexes) {
        if (runs == null) {
            int[] chosen = new int[indexes.length];
            for (int i = 0; i < indexes.length; i++) {
                chosen[i] = lines[indexes[i]];
            }
            return chosen;
        }
        long size = 0;
        for (int index : indexes) {
            size += count(lines[index]);
        }
        int[] chosen = new int[Math.toIntExact(Math.min(size, events.length))];
        int at = 0;
        int taken = -1;
        for (int index : indexes) {
            if (lines[index] < 0) {
                int run = ~lines[index];
                System.arraycopy(events, runs().start(run), chosen, at, runs().length(run));
                at += runs().length(run);
                // the events listed below an expanded run are already in
                taken = opened.get(run) ? index + runs().length(run) : taken;
            } else if (index > taken) {
                chosen[at++] = lines[index];
            }
        }
        return Arrays.copyOf(chosen, at);
    }
}

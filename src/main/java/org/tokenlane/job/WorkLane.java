package org.tokenlane.job;

/**
 * Where a task waits for its turn. No task waits for one of another lane, so that short work is never held up by long.
 */
public enum WorkLane {

    /** Reads something for what is on the screen: a filter, an event's details, a list. */
    SHORT(2),
    /** Changes something small in the case or the settings; one after the other, in the order that was asked for. */
    CHANGE(1),
    /** Takes its time: an import, the rules, a report. */
    LONG(4);

    private final int threads;

    WorkLane(int threads) {
        this.threads = threads;
    }

    int threads() {
        return threads;
    }
}

package org.tokenlane.ui.events;

import javafx.collections.ObservableListBase;

/** The numbers of events as a list for a table: as large as need be, and not an object per event. */
final class EventList extends ObservableListBase<Integer> {

    private final int[] events;

    EventList(int[] events) {
        this.events = events;
    }

    @Override
    public Integer get(int index) {
        return events[index];
    }

    @Override
    public int size() {
        return events.length;
    }

    @Override
    public int indexOf(Object event) {
        for (int i = 0; i < events.length; i++) {
            if (event instanceof Integer number && events[i] == number) {
                return i;
            }
        }
        return -1;
    }

    int[] events() {
        return events;
    }
}

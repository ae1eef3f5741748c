package org.tokenlane.ui.events;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import java.util.function.Supplier;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.ui.state.Messages;

/** Finds the lines of the event list that show a text in one of the visible columns. */
final class EventFinder {

    private static final int STRIDE = 1 << 10;

    private final EventsViewModel model;
    private final Supplier<List<EventColumn>> columns;
    private final Messages messages;
    private final Runner background;
    private String wanted = "";

    EventFinder(EventsViewModel model, Supplier<List<EventColumn>> columns, Messages messages, Runner background) {
        this.model = model;
        this.columns = columns;
        this.messages = messages;
        this.background = background;
    }

    void wanted(String text) {
        wanted = text.strip().toLowerCase(Locale.ROOT);
    }

    /** Tells whether a cell shows the text that is looked for. */
    boolean isHit(String cell) {
        return !wanted.isEmpty() && cell.toLowerCase(Locale.ROOT).contains(wanted);
    }

    /**
     * Looks for the next line with the text, from a row on, once around; is silent where the list changed meanwhile.
     *
     * @param step
     *            1 for the next, -1 for the one before
     * @param found
     *            takes the row, or -1 where no line has the text
     */
    void next(int from, int step, IntConsumer found) {
        EventList list = model.events().get();
        List<EventColumn> shown = columns.get();
        String text = wanted;
        MarkedEvents marks = model.marks();
        ZoneId zone = model.zone();
        if (text.isEmpty() || list.size() == 0) {
            found.accept(-1);
            return;
        }
        background.latest("find", WorkLane.SHORT, progress -> {
            int start = from < 0 ? step > 0 ? -1 : list.size() : from;
            for (int i = 1; i <= list.size(); i++) {
                int row = Math.floorMod(start + step * i, list.size());
                if (i % STRIDE == 0) {
                    progress.stopIfCancelled();
                }
                int line = list.get(row);
                for (EventColumn column : shown) {
                    if (model.cell(list, column, line, marks, zone).toLowerCase(Locale.ROOT).contains(text)) {
                        return row;
                    }
                }
            }
            return -1;
        }).onDone(row -> {
            // a row of one list is another event in the next
            if (list == model.events().get()) {
                found.accept(row);
            }
        }).onFailed(failure -> messages.failed(EventsText.FIND_FAILED, failure)).start();
    }
}

package org.tokenlane.ui.events;

import javafx.scene.control.TableRow;

/** A row of the events table; the colour of its edge shows the verdict on its event. */
final class EventRow extends TableRow<Integer> {

    private final EventsViewModel model;
    private String verdict = "";

    EventRow(EventsViewModel model) {
        this.model = model;
    }

    @Override
    protected void updateItem(Integer line, boolean empty) {
        super.updateItem(line, empty);
        EventList list = model.events().get();
        boolean shown = !empty && line != null && list.open() != null;
        String now = shown ? model.verdictWord(list.event(line, 0)) : "";
        if (!now.equals(verdict)) {
            getStyleClass().remove("verdict-" + verdict);
            verdict = now;
            if (!now.isEmpty()) {
                getStyleClass().add("verdict-" + now);
            }
        }
    }
}

package org.tokenlane.ui.events;

import java.util.function.IntConsumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.ContextMenuEvent;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.time.Durations;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Around;
import org.tokenlane.ui.state.Navigation;

/** What a right click on a cell of the events table offers: what its value allows, then what the line allows. */
final class EventMenu {

    private final Navigation navigation;
    private final Around around;
    private final EventsViewModel model;
    private final EventActions actions;
    private final IntConsumer toggle;

    /**
     * @param toggle
     *            expands or collapses a run, given its line
     */
    EventMenu(Navigation navigation, Around around, EventsViewModel model, EventActions actions, IntConsumer toggle) {
        this.navigation = navigation;
        this.around = around;
        this.model = model;
        this.actions = actions;
        this.toggle = toggle;
    }

    void show(EventColumn column, EventCell cell, ContextMenuEvent event) {
        if (cell.isEmpty() || cell.getItem() == null) {
            return;
        }
        int line = model.events().get().get(cell.getIndex());
        ContextMenu menu = ofValue(column, line, cell.getItem());
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        if (EventList.isRun(line)) {
            boolean opened = model.events().get().isOpened(line);
            menu.getItems().add(Captions.action(opened ? EventsText.CLOSE_RUN : EventsText.OPEN_RUN,
                    () -> toggle.accept(line)));
        }
        menu.getItems().addAll(Captions.action(EventsText.ONLY_SELECTED, actions::onlySelected),
                Captions.action(EventsText.MARK, actions::mark),
                Captions.action(EventsText.AROUND, around::look,
                        Durations.exact(around.span().get())),
                Captions.action(EventsText.COPY_CSV, () -> actions.copy(false)),
                Captions.action(EventsText.COPY_JSON, () -> actions.copy(true)));
        menu.show(cell, event.getScreenX(), event.getScreenY());
    }

    private ContextMenu ofValue(EventColumn column, int line, String text) {
        EventList list = model.events().get();
        long time = list.ofCase().events().time(list.event(line, false));
        if (text.isEmpty() || model.isMixed(column, line)) {
            return new ContextMenu();
        }
        if (column.isTime()) {
            return time == AuditEvent.NO_TIME ? new ContextMenu() : ValueMenu.ofTime(navigation, time, text);
        }
        Filter is = model.filter(column, line);
        return is == null ? ValueMenu.of(navigation, column.filter(), text) : ValueMenu.of(navigation, is, text);
    }
}

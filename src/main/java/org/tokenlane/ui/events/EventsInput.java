package org.tokenlane.ui.events;

import java.util.function.Consumer;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** Keys and double clicks in the events table: copying, and expanding and collapsing runs as in a tree. */
final class EventsInput {

    private static final KeyCombination COPY_JSON = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN,
            KeyCombination.SHIFT_DOWN);
    private static final KeyCombination COPY = new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN);

    private final TableView<Integer> table;
    private final Consumer<Integer> toggle;
    private final Consumer<Boolean> copy;

    /**
     * @param toggle
     *            expands or collapses a run, given its line
     * @param copy
     *            copies the selected rows, as JSON or else as CSV
     */
    EventsInput(TableView<Integer> table, Consumer<Integer> toggle, Consumer<Boolean> copy) {
        this.table = table;
        this.toggle = toggle;
        this.copy = copy;
        // before the table itself, which uses left and right for columns
        table.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        table.addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
    }

    private void key(KeyEvent event) {
        if (COPY_JSON.match(event)) {
            copy.accept(true);
        } else if (COPY.match(event)) {
            copy.accept(false);
        } else if (event.isShortcutDown() || event.isAltDown() || event.isShiftDown() || !fold(event.getCode())) {
            return;
        }
        event.consume();
    }

    /** Tells whether the key did something here. */
    private boolean fold(KeyCode key) {
        EventList list = (EventList) table.getItems();
        int row = table.getSelectionModel().getSelectedIndex();
        if (!list.isFolded() || row < 0 || row >= list.size()) {
            return false;
        }
        int line = list.get(row);
        boolean run = EventList.isRun(line);
        if (run && (key == KeyCode.ENTER || key == KeyCode.RIGHT && !list.isOpened(line)
                || key == KeyCode.LEFT && list.isOpened(line))) {
            toggle.accept(line);
            return true;
        }
        if (key == KeyCode.LEFT && list.parent(row) >= 0) {
            table.getSelectionModel().clearAndSelect(list.parent(row));
            table.scrollTo(Math.max(0, list.parent(row) - 3));
            return true;
        }
        return key == KeyCode.LEFT || key == KeyCode.RIGHT;
    }

    private void click(MouseEvent event) {
        int row = table.getSelectionModel().getSelectedIndex();
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && row >= 0
                && row < table.getItems().size()
                && EventList.isRun(table.getItems().get(row)) && event.getTarget() instanceof javafx.scene.Node node
                && isInRow(node)) {
            toggle.accept(table.getItems().get(row));
        }
    }

    private static boolean isInRow(javafx.scene.Node node) {
        for (javafx.scene.Node at = node; at != null
                && !at.getStyleClass().contains("fold-sign"); at = at.getParent()) {
            if (at instanceof javafx.scene.control.TableRow<?> row) {
                return !row.isEmpty();
            }
        }
        return false;
    }
}

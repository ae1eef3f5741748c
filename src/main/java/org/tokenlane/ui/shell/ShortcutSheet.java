package org.tokenlane.ui.shell;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** All shortcuts on one sheet. */
final class ShortcutSheet extends StackPane {

    private static final List<String[]> TIMELINE = List.of(new String[] { "Wheel, + and -", "Zoom" },
            new String[] { "Drag, Shift+Left and Right", "Move" },
            new String[] { "Shift+drag", "Choose a stretch of time" },
            new String[] { "Left and Right", "Event before, event after" },
            new String[] { "Home and End", "First event, last event" }, new String[] { "F", "Show all of it" },
            new String[] { "Click", "Select an event" },
            new String[] { "Double-click, Enter", "Open the event's token" });

    private static final List<String[]> EVENTS = List.of(
            new String[] { "Right, Enter, double-click", "Open a folded run" }, new String[] { "Left", "Close it" },
            new String[] { "Ctrl+C", "Copy as CSV" }, new String[] { "Ctrl+Shift+C", "Copy as JSON" },
            new String[] { "Space", "Card of a value in Values" });

    private final Button close = new Button("Close");

    ShortcutSheet(Actions actions) {
        getStyleClass().add("search-veil");
        FlowPane groups = new FlowPane(36, 18);
        actions.all().stream().map(Actions.Action::menu).distinct().forEach(menu -> groups.getChildren()
                .add(group(menu,
                        actions.all().stream().filter(action -> action.menu().equals(menu) && !action.keys().isEmpty())
                                .map(action -> new String[] { keys(action.keys()), action.text() })
                                .toList())));
        groups.getChildren().addAll(group("In the timeline", TIMELINE), group("In events and values", EVENTS));
        Label title = new Label("Shortcuts");
        title.getStyleClass().add("pane-title");
        close.setCancelButton(true);
        close.setOnAction(event -> setVisible(false));
        VBox box = new VBox(14, title, groups, close);
        box.getStyleClass().add("search-box");
        box.setPadding(new Insets(18));
        box.setMaxSize(880, USE_PREF_SIZE);
        getChildren().add(box);
        setVisible(false);
    }

    private static String keys(String keys) {
        return keys.replace("Shortcut", "Ctrl").replace("Slash", "/");
    }

    private static VBox group(String title, List<String[]> lines) {
        GridPane grid = new GridPane(14, 3);
        for (String[] line : lines) {
            Label keys = new Label(line[0]);
            keys.getStyleClass().add("keys");
            grid.addRow(grid.getRowCount(), keys, new Label(line[1]));
        }
        Label heading = new Label(title);
        heading.getStyleClass().add("section-title");
        return new VBox(6, heading, grid);
    }

    void open() {
        setVisible(true);
        close.requestFocus();
    }
}

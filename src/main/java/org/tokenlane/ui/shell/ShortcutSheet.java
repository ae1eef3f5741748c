package org.tokenlane.ui.shell;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Shortcut;

/** All shortcuts on one sheet. */
final class ShortcutSheet extends StackPane {

    /** Keys and what they do. */
    private record Line(Text keys, Text action) {

        Line(TextKey keys, TextKey action, Object... arguments) {
            this(keys.with(arguments), action.with());
        }
    }

    private static final List<Line> TIMELINE = List.of(new Line(ShellText.KEYS_ZOOM, ShellText.ZOOM),
            new Line(ShellText.KEYS_MOVE, ShellText.MOVE, Shortcut.MOVE_LEFT, Shortcut.MOVE_RIGHT),
            new Line(ShellText.KEYS_STRETCH, ShellText.STRETCH),
            new Line(ShellText.KEYS_NEIGHBOUR, ShellText.NEIGHBOUR), new Line(ShellText.KEYS_ENDS, ShellText.ENDS),
            new Line(ShellText.KEYS_WHOLE, ShellText.WHOLE), new Line(ShellText.KEYS_CLICK, ShellText.CLICK),
            new Line(ShellText.KEYS_TOKEN, ShellText.TOKEN));

    private static final List<Line> EVENTS = List.of(new Line(ShellText.KEYS_UNFOLD, ShellText.UNFOLD),
            new Line(ShellText.KEYS_REFOLD, ShellText.REFOLD),
            new Line(ShellText.KEYS, ShellText.COPY_CSV, Shortcut.COPY_CSV),
            new Line(ShellText.KEYS, ShellText.COPY_JSON, Shortcut.COPY_JSON),
            new Line(ShellText.KEYS_CARD, ShellText.CARD));

    private final FlowPane groups = new FlowPane(36, 18);
    private final Button close = Captions.button(ShellText.CLOSE);

    ShortcutSheet() {
        getStyleClass().add("search-veil");
        close.setCancelButton(true);
        close.setOnAction(event -> setVisible(false));
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        VBox box = new VBox(14, Captions.paneTitle(ShellText.SHORTCUTS), scroll, close);
        box.getStyleClass().add("search-box");
        box.setPadding(new Insets(18));
        box.setMaxSize(1180, USE_PREF_SIZE);
        groups.setPrefWrapLength(1120);
        StackPane.setMargin(box, new Insets(24));
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                setVisible(false);
                event.consume();
            }
        });
        setVisible(false);
    }

    /** Fills the sheet. */
    void list(Actions actions) {
        actions.menus().forEach(menu -> groups.getChildren().add(group(menu, actions.shortcuts(menu).entrySet()
                .stream().map(entry -> new Line(ShellText.KEYS.with(entry.getKey()), entry.getValue())).toList())));
        groups.getChildren().addAll(group(ShellText.GROUP_TIMELINE, TIMELINE), group(ShellText.GROUP_EVENTS, EVENTS));
    }

    private static VBox group(TextKey title, List<Line> lines) {
        GridPane grid = new GridPane(14, 3);
        for (Line line : lines) {
            Label keys = Captions.label(line.keys());
            keys.getStyleClass().add("keys");
            grid.addRow(grid.getRowCount(), keys, Captions.label(line.action()));
        }
        return new VBox(6, Captions.heading(title), grid);
    }

    void open() {
        setVisible(true);
        close.requestFocus();
    }
}

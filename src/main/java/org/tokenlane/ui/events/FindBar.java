package org.tokenlane.ui.events;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.tokenlane.ui.kit.Captions;

/** Looks for a text in the lines of the table, without filtering: Enter goes to the next, Shift+Enter back. */
final class FindBar extends HBox {

    private final TextField text = new TextField();
    private final Label said = new Label();
    private final TableView<Integer> table;
    private final EventFinder finder;
    private final RowGoer rows;

    /** Selects a row of the table and shows it. */
    interface RowGoer {
        void go(int row);
    }

    FindBar(TableView<Integer> table, EventFinder finder, RowGoer rows) {
        super(6);
        this.table = table;
        this.finder = finder;
        this.rows = rows;
        text.setId("find");
        Captions.prompt(text, EventsText.FIND_PROMPT);
        text.setPrefColumnCount(16);
        said.getStyleClass().add("muted");
        said.setId("find-said");
        Button up = Captions.iconButton("bi-chevron-up", EventsText.FIND_PREVIOUS);
        up.setOnAction(event -> hop(-1));
        Button down = Captions.iconButton("bi-chevron-down", EventsText.FIND_NEXT);
        down.setOnAction(event -> hop(1));
        Button close = Captions.iconButton("bi-x", EventsText.FIND_CLOSE);
        close.setOnAction(event -> close());
        getChildren().addAll(text, up, down, said, close);
        getChildren().stream().filter(Button.class::isInstance).forEach(button -> button.getStyleClass().add("flat"));
        setAlignment(Pos.CENTER_LEFT);
        setPadding(new Insets(0, 10, 4, 10));
        text.textProperty().addListener((property, before, now) -> {
            finder.wanted(now);
            Captions.value(said, "");
            table.refresh();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                hop(event.isShiftDown() ? -1 : 1);
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    private void hop(int step) {
        finder.next(table.getSelectionModel().getSelectedIndex(), step, row -> {
            if (row < 0) {
                Captions.set(said, EventsText.FIND_NOTHING);
            } else {
                Captions.set(said, EventsText.FIND_AT, row + 1, table.getItems().size());
                rows.go(row);
            }
        });
    }

    void open() {
        setVisible(true);
        text.requestFocus();
        text.selectAll();
    }

    private void close() {
        setVisible(false);
        text.clear();
        table.requestFocus();
    }
}

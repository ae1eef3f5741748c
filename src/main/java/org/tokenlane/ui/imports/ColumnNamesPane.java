package org.tokenlane.ui.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.WrappedLabel;

/**
 * Where the analyst says which column of a table is one that its export format has under another name or in another
 * language.
 */
final class ColumnNamesPane extends VBox {

    private static final String NONE = ImportsText.NO_COLUMN.text();
    private static final int IN_A_ROW = 3;

    private final ImportViewModel model;

    ColumnNamesPane(ImportViewModel model) {
        super(6);
        this.model = model;
        setId("column-names");
        show(null);
    }

    /** Shows the columns that this file lacks; nothing where none is missing. */
    void show(@Nullable ImportRow row) {
        getChildren().clear();
        boolean any = row != null && model.phase().get() != ImportViewModel.Phase.RUNNING && !row.columns().isEmpty()
                && (!row.missing().isEmpty() || !model.columnNames().isEmpty());
        setVisible(any);
        setManaged(any);
        if (row == null || !any) {
            return;
        }
        GridPane grid = new GridPane(8, 5);
        List<String> wanted = new ArrayList<>(model.columnNames().values());
        row.missing().stream().filter(name -> !wanted.contains(name)).forEach(wanted::add);
        for (int i = 0; i < wanted.size(); i++) {
            Label name = Captions.label(ImportsText.COLUMN_IS, Texts.oneLine(wanted.get(i)));
            GridPane.setHalignment(name, HPos.RIGHT);
            grid.add(name, i % IN_A_ROW * 2, i / IN_A_ROW);
            grid.add(choice(row, wanted.get(i)), i % IN_A_ROW * 2 + 1, i / IN_A_ROW);
        }
        ScrollPane scroll = new ScrollPane(grid);
        scroll.setFitToWidth(true);
        scroll.setMaxHeight(110);
        getChildren().addAll(
                new WrappedLabel(ImportsText.COLUMNS_MISSING.with(Texts.oneLine(row.name())), "muted"),
                scroll);
    }

    private ComboBox<String> choice(ImportRow row, String wanted) {
        ComboBox<String> choice = new ComboBox<>();
        choice.setId("column-" + wanted.replaceAll("[^A-Za-z0-9]", ""));
        choice.setMaxWidth(190);
        choice.getItems().add(NONE);
        Map<String, String> named = model.columnNames();
        named.forEach((column, standsFor) -> {
            if (standsFor.equals(wanted)) {
                choice.getItems().add(column);
                choice.getSelectionModel().select(column);
            }
        });
        row.columns().stream().filter(column -> !named.containsValue(column)).forEach(choice.getItems()::add);
        if (choice.getSelectionModel().isEmpty()) {
            choice.getSelectionModel().select(NONE);
        }
        choice.valueProperty()
                .addListener((property, before, now) -> model.name(NONE.equals(now) ? null : now, wanted));
        return choice;
    }
}

package org.tokenlane.ui.findings;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.likeness.Alike;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.job.Runner;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Rules;
import org.tokenlane.ui.state.Selection;

/** The sessions similar to the malicious ones, the most similar first, with what they have in common. */
final class VictimsPane extends BorderPane {

    private final VictimsViewModel model;
    private final Navigation navigation;
    private final TableView<Alike> table = new TableView<>();

    VictimsPane(Selection selection, Navigation navigation, Rules rules, Marking marking,
            ObservableValue<Enrichment> enrichment, Messages messages, Runner background) {
        this.navigation = navigation;
        model = new VictimsViewModel(selection, rules, marking, enrichment, messages, background);
        table.setId("victims");
        Captions.accessible(table, FindingsText.ALIKE_SESSIONS);
        table.setFixedCellSize(26);
        Label state = new Label();
        state.setId("victims-state");
        state.textProperty().bind(model.state());
        table.setPlaceholder(state);
        TableColumn<Alike, Integer> points = column(FindingsText.LIKENESS, 80, Alike::points);
        points.getStyleClass().add("number");
        table.getColumns().add(points);
        table.getColumns().add(column(FindingsText.USER, 230, alike -> Texts.oneLine(Texts.orEmpty(alike.upn()))));
        table.getColumns()
                .add(column(FindingsText.IN_COMMON, 620, alike -> Texts.oneLine(String.join("; ", alike.reasons()))));
        table.getColumns().add(column(FindingsText.SESSION_ID, 280, Alike::sessionId));
        table.setRowFactory(view -> row());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(table.getSelectionModel().getSelectedItem());
            }
        });
        Label like = new Label();
        like.setId("victims-of");
        like.textProperty().bind(model.of());
        like.setMinWidth(0);
        Button compare = Captions.button("bi-people", FindingsText.COMPARE);
        compare.setId("compare");
        compare.setMinWidth(USE_PREF_SIZE);
        Captions.tip(compare, FindingsText.COMPARE_TIP);
        compare.disableProperty().bind(model.running().or(model.hostileIsEmpty()));
        compare.setOnAction(event -> model.compare());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(10, like, gap, compare);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(6, 10, 6, 10));
        setTop(heading);
        setCenter(table);
        model.found().addListener((property, before, now) -> table.setItems(FXCollections.observableArrayList(now)));
    }

    /** Whether it is visible. */
    BooleanProperty shown() {
        return model.shown();
    }

    private static <T> TableColumn<Alike, T> column(FindingsText title, double width, Function<Alike, T> value) {
        TableColumn<Alike, T> column = Captions.column(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        return column;
    }

    private TableRow<Alike> row() {
        TableRow<Alike> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                open(row.getItem());
            }
        });
        row.setOnContextMenuRequested(event -> {
            if (row.getItem() != null) {
                ValueMenu.of(navigation, FilterField.SESSION, row.getItem().sessionId())
                        .show(row, event.getScreenX(), event.getScreenY());
            }
        });
        return row;
    }

    private void open(@Nullable Alike alike) {
        if (alike != null) {
            List<Integer> events = alike.events();
            navigation.investigate(alike.sessionId(), events.isEmpty() ? -1 : events.getFirst());
        }
    }
}

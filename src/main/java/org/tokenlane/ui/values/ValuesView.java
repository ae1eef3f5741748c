package org.tokenlane.ui.values;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.job.Runner;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.text.Count;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.ColumnLayout;
import org.tokenlane.ui.kit.ColumnMenu;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.KnownOrigins;
import org.tokenlane.ui.state.MarkSubject;
import org.tokenlane.ui.state.Markable;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Selection;

/** The values of a field among the events that the filter selects, with their counts. */
public final class ValuesView extends BorderPane {

    private final Navigation navigation;
    private final KnownOrigins library;
    private final Display display;
    private final ObservableValue<Enrichment> enrichment;
    private final ValuesViewModel model;
    private final TableView<ValuesViewModel.Line> table = new TableView<>();
    private final Label facts = new Label();

    public ValuesView(Selection selection, Navigation navigation, KnownOrigins library, Display display,
            ObservableValue<Enrichment> enrichment, Messages messages, Runner background) {
        this.navigation = navigation;
        this.library = library;
        this.display = display;
        this.enrichment = enrichment;
        this.model = new ValuesViewModel(selection, enrichment, messages, background);
        table.setId("values");
        Captions.accessible(table, ValuesText.VALUES_OF);
        table.setFixedCellSize(24);
        Markable.offer(table, () -> {
            ValuesViewModel.Line line = table.getSelectionModel().getSelectedItem();
            return line == null ? MarkSubject.NONE : MarkSubject.value(model.field().get(), line.value());
        });
        ColumnMenu.on(table);
        table.setPlaceholder(Captions.label(ValuesText.NO_VALUE));
        table.getColumns().add(column(ValueColumn.VALUE, ValuesViewModel.Line::value, Texts::oneLine));
        TableColumn<ValuesViewModel.Line, Integer> events = column(ValueColumn.EVENTS, ValuesViewModel.Line::events,
                count -> Texts.number(count));
        events.getStyleClass().add("number");
        events.setSortType(TableColumn.SortType.DESCENDING);
        table.getColumns().add(events);
        table.getColumns().add(column(ValueColumn.FIRST, ValuesViewModel.Line::first,
                nanos -> Times.seconds(nanos, display.zone().get())));
        table.getColumns().add(
                column(ValueColumn.LAST, ValuesViewModel.Line::last,
                        nanos -> Times.seconds(nanos, display.zone().get())));
        table.getColumns()
                .add(column(ValueColumn.EXTERNAL_DATA, this::known, Texts::oneLine));
        table.setRowFactory(view -> row());
        ComboBox<FilterField> fields = new ComboBox<>();
        fields.setId("values-field");
        Captions.accessible(fields, ValuesText.VALUES_OF);
        fields.getItems().setAll(ValuesViewModel.FIELDS);
        fields.valueProperty().bindBidirectional(model.field());
        fields.setConverter(Captions.words(field -> Texts.name(field.fields().getFirst())));
        facts.getStyleClass().add("muted");
        Button card = Captions.button("bi-card-text", ValuesText.CARD);
        card.setId("values-card");
        Captions.tip(card, ValuesText.CARD_TIP);
        card.disableProperty().bind(table.getSelectionModel().selectedItemProperty().isNull());
        card.setOnAction(event -> card(card));
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.SPACE) {
                card(table);
            }
        });
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(10, Captions.label(ValuesText.VALUES_OF), fields, facts, gap, card);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(4, 10, 4, 10));
        setTop(heading);
        setCenter(table);
        model.found().addListener((property, before, now) -> fill(now));
        library.library().addListener((property, before, now) -> fill(model.found().get()));
        display.zone().addListener((property, before, now) -> headers());
        headers();
        fill(model.found().get());
    }

    private static <T> TableColumn<ValuesViewModel.Line, T> column(ValueColumn shown,
            Function<ValuesViewModel.Line, T> value, Function<T, String> words) {
        TableColumn<ValuesViewModel.Line, T> column = Captions.column(shown);
        column.setId(shown.id());
        column.setUserData(shown);
        column.setPrefWidth(shown.width());
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                Captions.value(this, empty || item == null ? "" : words.apply(item));
            }
        });
        return column;
    }

    /** What the library of earlier cases and other data beside the logs say of a value. */
    private String known(ValuesViewModel.Line line) {
        List<String> all = new ArrayList<>(library.about(model.found().get().field(), line.value()));
        if (!line.externalData().isEmpty()) {
            all.add(line.externalData());
        }
        return String.join("; ", all);
    }

    private TableRow<ValuesViewModel.Line> row() {
        TableRow<ValuesViewModel.Line> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && row.getItem() != null) {
                navigation.change(
                        view -> view.with(new Filter.FieldIs(model.field().get(), List.of(row.getItem().value()))));
            }
        });
        row.setOnContextMenuRequested(event -> {
            if (row.getItem() != null) {
                ValueMenu.of(navigation, model.field().get(), row.getItem().value()).show(row, event.getScreenX(),
                        event.getScreenY());
            }
        });
        return row;
    }

    private void card(Node at) {
        ValuesViewModel.Line line = table.getSelectionModel().getSelectedItem();
        if (line != null) {
            Bounds place = at.localToScreen(at.getBoundsInLocal());
            navigation.showCard(model.field().get(), line.value(), place.getMinX() + 20, place.getMinY() + 20);
        }
    }

    private void headers() {
        for (TableColumn<ValuesViewModel.Line, ?> column : table.getColumns()) {
            if (column.getUserData() == ValueColumn.FIRST || column.getUserData() == ValueColumn.LAST) {
                Captions.title(column, (ValueColumn) column.getUserData(), Times.name(display.zone().get()));
            }
        }
        table.refresh();
    }

    private void fill(ValuesViewModel.Found found) {
        List<TableColumn<ValuesViewModel.Line, ?>> order = List.copyOf(table.getSortOrder());
        table.setItems(FXCollections.observableArrayList(found.lines()));
        table.getSortOrder().setAll(order);
        table.sort();
        Captions.value(facts, ValuesText.COUNTED.text(Count.VALUES.of(found.all()),
                found.all() > found.lines().size() ? found.lines().size() : 0, found.without() == 0 ? 0 : 1,
                Count.EVENTS.of(found.without())));
    }

    /** The columns that are shown, their order and widths, as {@link ColumnLayout} writes them. */
    public String columnLayout() {
        return ColumnLayout.of(table.getColumns());
    }

    public void layColumnsOut(String layout) {
        ColumnLayout.apply(layout, table.getColumns());
    }

    /** The field whose values are counted. */
    public ObjectProperty<FilterField> field() {
        return model.field();
    }

    /** Gives the keyboard to the table. */
    public void focusTable() {
        table.requestFocus();
    }
}

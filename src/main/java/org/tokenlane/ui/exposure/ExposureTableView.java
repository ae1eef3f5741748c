package org.tokenlane.ui.exposure;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Progress;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.ColumnMenu;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Selection;

/** One list of the exposure. Selecting a line selects its first event; opening it filters to its events. */
final class ExposureTableView extends BorderPane {

    private static final double NARROW = 80;
    private static final double TIME = 150;
    private static final double WIDE = 220;

    private final Selection selection;
    private final Navigation navigation;
    private final Display display;
    private final Messages messages;
    private final Runner background;
    private final TableView<ExposureTable.Row> table = new TableView<>();
    private final Label more = new Label();
    private final Label nothing = Captions.label(ExposureText.NOTHING_OF_THIS_KIND);
    private @Nullable ExposureTable shown;
    private Task<?> task = Task.NONE;
    private boolean known = true;

    ExposureTableView(Selection selection, Navigation navigation, Display display, Messages messages,
            Runner background) {
        this.messages = messages;
        this.background = background;
        this.selection = selection;
        this.navigation = navigation;
        this.display = display;
        setCenter(table);
        more.getStyleClass().add("muted");
        more.setPadding(new Insets(3, 8, 3, 8));
        table.setId("exposure-table");
        Captions.accessible(table, ExposureText.LIST);
        table.setFixedCellSize(24);
        ColumnMenu.on(table);
        nothing.setId("exposure-nothing-of-this-kind");
        table.setPlaceholder(nothing);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null) {
                selection.event().set(now.events()[0]);
            }
        });
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                narrow(table.getSelectionModel().getSelectedItem());
            } else if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
                copy();
            }
        });
        table.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                narrow(table.getSelectionModel().getSelectedItem());
            }
        });
        display.zone().addListener((property, before, now) -> show(shown));
    }

    /** Whether it is known what was accessed, so that an empty list says something. */
    void answered(boolean now) {
        known = now;
        nothing.setVisible(known && !task.isUnderWay());
    }

    /** Shows a list, or none where it is null. */
    void show(@Nullable ExposureTable list) {
        task.cancel();
        shown = list;
        table.getSelectionModel().clearSelection();
        table.getColumns().clear();
        table.setItems(FXCollections.emptyObservableList());
        setBottom(null);
        if (list == null) {
            answered(known);
        } else if (list.rows().size() <= ListedRows.AT_ONCE) {
            fill(list, ListedRows.of(list, Progress.NONE));
        } else {
            nothing.setVisible(false);
            task = background.latest("exposure-rows", WorkLane.SHORT, progress -> ListedRows.of(list, progress))
                    .onDone(rows -> fill(list, rows))
                    .onFailed(failure -> messages.failed(ExposureText.NOT_FOUND, failure)).start();
        }
    }

    private void fill(ExposureTable list, ListedRows rows) {
        for (int number = 0; number < list.columns().size(); number++) {
            table.getColumns().add(column(list.columns().get(number), number, rows));
        }
        table.setItems(FXCollections.observableList(rows.rows()));
        table.scrollTo(0);
        Captions.set(more, ExposureText.TOO_MANY_ROWS, rows.rows().size(), list.rows().size());
        setBottom(rows.rows().size() < list.rows().size() ? more : null);
        answered(known);
    }

    private TableColumn<ExposureTable.Row, Object> column(ExposureTable.Column given, int number,
            ListedRows rows) {
        Object sample = rows.kinds().get(number);
        TableColumn<ExposureTable.Row, Object> column = Captions.valueColumn(
                sample instanceof ExposureTable.Moment
                        ? given.title().replace("(UTC)", "(" + Times.name(display.zone().get()) + ")")
                        : given.title());
        column.setPrefWidth(sample instanceof ExposureTable.Moment ? TIME : sample instanceof Integer ? NARROW : WIDE);
        if (sample instanceof Integer) {
            column.getStyleClass().add("number");
        }
        // the menu of the table can show a column without values
        column.setVisible(rows.filled().get(number));
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().cells().get(number)));
        column.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(Object item, boolean empty) {
                super.updateItem(item, empty);
                Captions.value(this, empty || item == null ? "" : words(item));
                setOnContextMenuRequested(empty ? null
                        : event -> menu(given.field(), item).show(this, event.getScreenX(), event.getScreenY()));
            }
        });
        return column;
    }

    private String words(Object cell) {
        return switch (cell) {
        case ExposureTable.Moment moment -> Times.seconds(moment.nanos(), display.zone().get());
        case Integer count -> Texts.number(count);
        default -> Texts.oneLine(cell.toString());
        };
    }

    private ContextMenu menu(@Nullable FilterField field, @Nullable Object cell) {
        String value = cell == null ? "" : cell.toString();
        boolean several = field == FilterField.TOKEN && value.indexOf(',') >= 0;
        ContextMenu menu = value.isEmpty() ? new ContextMenu()
                : ValueMenu.of(navigation, several ? null : field, value);
        ExposureTable.Row selected = table.getSelectionModel().getSelectedItem();
        MenuItem events = Captions.action(ExposureText.FILTER_TO_LINE, () -> narrow(selected));
        events.setDisable(selected == null || selected.filter() == null);
        MenuItem rows = Captions.action(ExposureText.COPY_LINES, this::copy);
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().addAll(events, rows);
        return menu;
    }

    private void narrow(ExposureTable.@Nullable Row row) {
        Filter filter = row == null ? null : row.filter();
        if (filter != null) {
            navigation.change(view -> view.with(filter));
        }
    }

    private void copy() {
        List<ExposureTable.Row> selected = List.copyOf(table.getSelectionModel().getSelectedItems());
        ExposureTable list = shown;
        if (list != null && !selected.isEmpty()) {
            ValueMenu.copy(ExposureViewModel.csv(list, selected));
        }
    }
}

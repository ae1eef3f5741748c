package org.tokenlane.ui.events;

import java.io.File;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.BitSet;
import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.report.EventExport;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** The events that the filter chooses, as a table. */
public final class EventsView extends BorderPane {

    /** More than a clipboard should be given; so many are saved to a file instead. */
    private static final int MOST_COPIED = 100_000;

    private final Workbench workbench;
    private final EventsViewModel model;
    private final TableView<Integer> table = new TableView<>();
    private final Label facts = new Label();
    private boolean following;

    public EventsView(Workbench workbench) {
        this.workbench = workbench;
        this.model = new EventsViewModel(workbench);
        table.setId("events");
        table.setFixedCellSize(24);
        table.setTableMenuButtonVisible(true);
        table.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        table.setPlaceholder(new Label("No event fits the filter."));
        EventColumn.ALL.forEach(column -> table.getColumns().add(column(column)));
        table.setSortPolicy(sorted -> {
            TableColumn<Integer, ?> first = sorted.getSortOrder().isEmpty() ? null : sorted.getSortOrder().getFirst();
            model.sort(first == null ? null : (EventColumn) first.getUserData(), first != null && first.getSortType() == TableColumn.SortType.DESCENDING);
            return true;
        });
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                following = true;
                workbench.event().set(now);
                following = false;
            }
        });
        workbench.event().addListener((property, before, now) -> followEvent(now.intValue()));
        model.events().addListener((property, before, now) -> fill(now));
        workbench.zone().addListener((property, before, now) -> {
            headers();
            table.refresh();
        });
        table.setOnKeyPressed(event -> {
            if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN, KeyCombination.SHIFT_DOWN).match(event)) {
                copy(true);
            } else if (new KeyCodeCombination(KeyCode.C, KeyCombination.SHORTCUT_DOWN).match(event)) {
                copy(false);
            }
        });
        setTop(heading());
        setCenter(table);
        headers();
        fill(model.events().get());
    }

    private HBox heading() {
        facts.getStyleClass().add("muted");
        Button save = new Button("Save…", new FontIcon("bi-download"));
        save.setTooltip(new Tooltip("Saves the selected events, or all that are listed, as CSV or JSON Lines (Ctrl+S)"));
        save.setOnAction(event -> save());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(10, facts, gap, save);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(4, 10, 4, 10));
        return heading;
    }

    private TableColumn<Integer, String> column(EventColumn column) {
        TableColumn<Integer, String> shown = new TableColumn<>(column.title());
        shown.setUserData(column);
        shown.setPrefWidth(column.width());
        shown.setVisible(column.shown());
        shown.setCellValueFactory(cell -> new ReadOnlyStringWrapper(model.cell(column, cell.getValue())));
        shown.setCellFactory(view -> new TableCell<>() {
            @Override
            protected void updateItem(String text, boolean empty) {
                super.updateItem(text, empty);
                setText(empty || text == null ? "" : Texts.oneLine(text));
                getStyleClass().remove("failure");
                if (!empty && column.title().equals(EventColumn.RESULT) && "Failure".equals(text)) {
                    getStyleClass().add("failure");
                }
                setOnContextMenuRequested(empty ? null : event -> menu(column, text).show(this, event.getScreenX(), event.getScreenY()));
            }
        });
        return shown;
    }

    private ContextMenu menu(EventColumn column, String text) {
        ContextMenu menu = text == null || text.isEmpty() ? new ContextMenu()
                : ValueMenu.of(column.filter(), text, part -> workbench.change(view -> view.with(part)), part -> workbench.go(ViewState.of(part)));
        MenuItem csv = new MenuItem("Copy selected rows as CSV");
        csv.setOnAction(event -> copy(false));
        MenuItem json = new MenuItem("Copy selected rows as JSON");
        json.setOnAction(event -> copy(true));
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        menu.getItems().addAll(csv, json);
        return menu;
    }

    private void headers() {
        table.getColumns().stream().filter(column -> ((EventColumn) column.getUserData()).title().equals(EventColumn.TIME))
                .forEach(column -> column.setText("Time (" + Times.name(workbench.zone().get()) + ")"));
    }

    private void fill(EventList events) {
        following = true;
        table.setItems(events);
        following = false;
        int all = workbench.openCase().get() == null ? 0 : workbench.openCase().get().events().size();
        facts.setText(events.size() == all ? Texts.count(all, "event") : Texts.number(events.size()) + " of " + Texts.count(all, "event"));
        followEvent(workbench.event().get());
    }

    private void followEvent(int event) {
        if (following) {
            return;
        }
        following = true;
        int row = event < 0 ? -1 : model.events().get().indexOf(event);
        if (row < 0) {
            table.getSelectionModel().clearSelection();
        } else if (!Integer.valueOf(event).equals(table.getSelectionModel().getSelectedItem())) {
            table.getSelectionModel().clearAndSelect(row);
            table.scrollTo(Math.max(0, row - 3));
        }
        following = false;
    }

    private int[] selected() {
        int[] events = model.events().get().events();
        List<Integer> rows = table.getSelectionModel().getSelectedIndices();
        return rows.stream().mapToInt(row -> events[row]).toArray();
    }

    private List<EventExport.Column> columns() {
        return model.exported(table.getVisibleLeafColumns().stream().map(column -> (EventColumn) column.getUserData()).toList());
    }

    private void copy(boolean json) {
        int[] rows = selected();
        if (rows.length > MOST_COPIED) {
            workbench.problem()
                    .set(Texts.count(rows.length, "row") + " are too many for the clipboard (up to " + Texts.number(MOST_COPIED) + "): save them instead (Ctrl+S).");
            return;
        }
        List<EventExport.Column> columns = columns();
        var correlation = workbench.openCase().get().correlation();
        workbench.background().run(() -> {
            StringWriter text = new StringWriter();
            if (json) {
                EventExport.jsonLines(new PrintWriter(text), correlation, set(rows));
            } else {
                EventExport.csv(text, columns, rows);
            }
            return text.toString();
        }, ValueMenu::copy, failure -> workbench.problem().set("The rows could not be copied: " + failure.getMessage()));
    }

    private static BitSet set(int[] events) {
        BitSet set = new BitSet();
        for (int event : events) {
            set.set(event);
        }
        return set;
    }

    /** Saves the selected events where there are several, else all that are listed. */
    public void save() {
        if (workbench.openCase().get() == null) {
            return;
        }
        int[] rows = table.getSelectionModel().getSelectedIndices().size() > 1 ? selected() : model.events().get().events();
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Save " + Texts.count(rows.length, "event"));
        chooser.setInitialFileName("events.csv");
        chooser.getExtensionFilters().addAll(new FileChooser.ExtensionFilter("CSV, the columns as shown", "*.csv"),
                new FileChooser.ExtensionFilter("JSON Lines, all fields", "*.jsonl"));
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file == null) {
            return;
        }
        List<EventExport.Column> columns = columns();
        var correlation = workbench.openCase().get().correlation();
        workbench.background().run(() -> {
            try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file.toPath(), StandardCharsets.UTF_8))) {
                if (file.getName().endsWith(".jsonl")) {
                    EventExport.jsonLines(out, correlation, set(rows));
                } else {
                    EventExport.csv(out, columns, rows);
                }
                if (out.checkError()) {
                    throw new java.io.IOException("the disk may be full");
                }
            }
            return rows.length;
        }, saved -> workbench.problem().set(Texts.count(saved, "event") + " saved to " + file),
                failure -> workbench.problem().set("The events could not be saved to " + file + ": " + failure.getMessage()));
    }

    /** Gives the keyboard to the table. */
    public void focusTable() {
        table.requestFocus();
    }
}

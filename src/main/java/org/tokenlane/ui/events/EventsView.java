package org.tokenlane.ui.events;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.time.Durations;
import org.tokenlane.report.EventExport;
import org.tokenlane.report.EventForm;
import org.tokenlane.ui.kit.ColumnLayout;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.RowSelection;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Workbench;

/** The events that the filter chooses, as a table. */
public final class EventsView extends BorderPane {

    private static final String JSON_LINES = ".jsonl";
    /** A run's line shows two times. */
    private static final double TIMES = 216;
    private static final int MOST_CHOSEN = 1_000;

    private final Workbench workbench;
    private final Dialogs dialogs;
    private final EventsViewModel model;
    private final EventOutput output;
    private final TableView<Integer> table = new TableView<>();
    private final RowSelection<Integer> selection = RowSelection.of(table);
    private final Label facts = new Label();
    private boolean following;

    public EventsView(Workbench workbench, Dialogs dialogs) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.model = new EventsViewModel(workbench);
        this.output = new EventOutput(workbench.background());
        table.setId("events");
        table.setFixedCellSize(24);
        table.setTableMenuButtonVisible(true);
        table.setPlaceholder(new Label("No event fits the filter."));
        EventColumn.ALL.forEach(column -> table.getColumns().add(column(column)));
        table.setSortPolicy(sorted -> {
            TableColumn<Integer, ?> first = sorted.getSortOrder().isEmpty() ? null : sorted.getSortOrder().getFirst();
            if (!following) {
                model.sort(first == null ? null : (EventColumn) first.getUserData(),
                        first != null && first.getSortType() == TableColumn.SortType.DESCENDING);
            }
            return true;
        });
        // the table would copy the position of every selected row to find it again, which other items make needless
        table.setOnSort(event -> {
            if (!following) {
                selection.clearSelection();
            }
        });
        selection.selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                following = true;
                workbench.event().set(model.events().get().event(now, false));
                following = false;
            }
        });
        table.setRowFactory(view -> new EventRow(model));
        workbench.marking().marked().addListener((property, before, now) -> table.refresh());
        workbench.event().addListener((property, before, now) -> followEvent(now.intValue()));
        model.events().addListener((property, before, now) -> fill(before, now));
        model.folded().addListener((property, before, now) -> widenTimes(now));
        workbench.zone().addListener((property, before, now) -> {
            // two clocks side by side as soon as they differ
            table.getColumns().stream()
                    .filter(column -> ((EventColumn) column.getUserData()).title().equals(EventColumn.TIME_UTC))
                    .forEach(column -> column.setVisible(!now.normalized().equals(ZoneOffset.UTC)));
            headers();
            table.refresh();
        });
        new EventsInput(table, this::toggle, this::copy);
        setTop(heading());
        setCenter(table);
        headers();
        fill(null, model.events().get());
    }

    private HBox heading() {
        facts.getStyleClass().add("muted");
        facts.setId("events-facts");
        ToggleButton fold = new ToggleButton("Fold runs", new FontIcon("bi-arrows-collapse"));
        fold.setId("fold-runs");
        fold.setTooltip(new Tooltip(
                "Makes one line of events that follow one another with the same operation, result, user, address, session and token (Ctrl+Shift+F)"));
        fold.selectedProperty().bindBidirectional(model.folded());
        Button save = new Button("Save…", new FontIcon("bi-download"));
        save.setTooltip(new Tooltip(
                "Saves the selected events, or all that are listed, as CSV, JSON Lines, for Timesketch or as STIX (Ctrl+S)"));
        save.setOnAction(event -> save());
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(output.progress());
        Button stop = new Button("Stop");
        stop.setId("stop-writing");
        stop.setOnAction(event -> output.cancel());
        HBox busy = new HBox(6, progress, stop);
        busy.setAlignment(Pos.CENTER);
        busy.visibleProperty().bind(output.progress().greaterThanOrEqualTo(0));
        busy.managedProperty().bind(busy.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(10, facts, gap, busy, fold, save);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(4, 10, 4, 10));
        return heading;
    }

    private TableColumn<Integer, String> column(EventColumn column) {
        TableColumn<Integer, String> shown = new TableColumn<>(column.title());
        shown.setId(column.title());
        shown.setUserData(column);
        shown.setPrefWidth(column.width());
        shown.setVisible(column.shown());
        shown.setCellValueFactory(cell -> new ReadOnlyStringWrapper(model.cell(column, cell.getValue())));
        shown.setCellFactory(view -> {
            EventCell cell = new EventCell(column, model, this::toggle);
            cell.setOnContextMenuRequested(event -> menu(column, cell, event));
            return cell;
        });
        return shown;
    }

    private void menu(EventColumn column, EventCell cell, ContextMenuEvent event) {
        if (cell.isEmpty() || cell.getItem() == null) {
            return;
        }
        int line = model.events().get().get(cell.getIndex());
        ContextMenu menu = values(column, line, cell.getItem());
        if (!menu.getItems().isEmpty()) {
            menu.getItems().add(new SeparatorMenuItem());
        }
        if (EventList.isRun(line)) {
            menu.getItems().add(ValueMenu.item(model.events().get().isOpened(line) ? "Close this run" : "Open this run",
                    () -> toggle(line)));
        }
        menu.getItems().addAll(ValueMenu.item("Only the selected events", this::onlySelected),
                ValueMenu.item("Mark…", this::mark),
                ValueMenu.item("Around this event (±" + Durations.exact(workbench.around().span().get()) + ")",
                        workbench.around()::look),
                ValueMenu.item("Copy selected rows as CSV", () -> copy(false)),
                ValueMenu.item("Copy selected rows as JSON", () -> copy(true)));
        menu.show(cell, event.getScreenX(), event.getScreenY());
    }

    private ContextMenu values(EventColumn column, int line, String text) {
        EventList list = model.events().get();
        long time = list.open().events().time(list.event(line, false));
        if (text.isEmpty() || EventList.isRun(line) && text.equals(EventsViewModel.SEVERAL)) {
            return new ContextMenu();
        }
        if (column.isTime()) {
            return time == AuditEvent.NO_TIME ? new ContextMenu() : ValueMenu.ofTime(workbench, time, text);
        }
        Filter is = model.filter(column, line);
        return is == null ? ValueMenu.of(workbench, column.filter(), text) : ValueMenu.of(workbench, is, text);
    }

    private void headers() {
        table.getColumns().stream()
                .filter(column -> ((EventColumn) column.getUserData()).title().equals(EventColumn.TIME))
                .forEach(column -> column.setText("Time (" + Times.name(workbench.zone().get()) + ")"));
    }

    /** Makes room for the second time of a run, and gives it back; a width that the analyst chose stays. */
    private void widenTimes(boolean wide) {
        for (TableColumn<Integer, ?> column : table.getColumns()) {
            EventColumn shown = (EventColumn) column.getUserData();
            if (shown.isTime() && column.getWidth() == (wide ? shown.width() : TIMES)) {
                column.setPrefWidth(wide ? TIMES : shown.width());
            }
        }
    }

    private void fill(EventList before, EventList events) {
        following = true;
        // other items make the table forget what it is sorted by
        List<TableColumn<Integer, ?>> order = List.copyOf(table.getSortOrder());
        table.setItems(events);
        table.getSortOrder().setAll(order);
        following = false;
        if (events.isFolded()) {
            // the number of a run means other events in another list
            table.refresh();
        }
        int all = events.open() == null ? 0 : events.open().events().size();
        int listed = events.events().length;
        facts.setText(
                (listed == all ? Texts.count(all, "event") : Texts.number(listed) + " of " + Texts.count(all, "event"))
                        + (events.isFolded() ? " in " + Texts.count(events.size(), "line") : ""));
        if (before == null || before.events() != events.events()) {
            followEvent(workbench.event().get());
        }
    }

    /** Opens or closes a run, whose line is then the selected one. */
    private void toggle(int line) {
        model.toggle(line);
        selection.clearAndSelect(model.events().get().indexOf(line));
    }

    private void followEvent(int event) {
        if (following) {
            return;
        }
        following = true;
        EventList list = model.events().get();
        int row = list.lineOf(event);
        if (row < 0) {
            selection.clearSelection();
        } else if (row != selection.getSelectedIndex()) {
            selection.clearAndSelect(row);
            table.scrollTo(Math.max(0, row - 3));
        }
        following = false;
    }

    private List<EventExport.Column> columns() {
        return model.exported(
                table.getVisibleLeafColumns().stream().map(column -> (EventColumn) column.getUserData()).toList());
    }

    private void copy(boolean json) {
        EventList list = model.events().get();
        if (selection.isEmpty() || isBusy()) {
            return;
        }
        int[] rows = list.eventsAt(selection.selected());
        EventOutput.Content content = new EventOutput.Content(list.open(), json ? null : columns(), EventForm.JSONL,
                rows);
        output.text(content, ValueMenu::copy, fitted -> {
            boolean save = dialogs.agrees("Too much for the clipboard",
                    Texts.count(rows.length, "row") + " are selected; about " + Texts.number(fitted)
                            + " of them fit into the clipboard. They can be saved as a file instead.",
                    "Save as a file…");
            if (save) {
                save(rows, "events" + (json ? JSON_LINES : ".csv"));
            }
        }, failure -> failed("The rows could not be copied: ", failure));
    }

    private boolean isBusy() {
        if (output.isBusy()) {
            workbench.problem().set("Events are still being written; wait for the end or stop it first.");
        }
        return output.isBusy();
    }

    /** Makes the selected events the filter, so that exposure, values and exports are of them alone. */
    public void onlySelected() {
        EventList list = model.events().get();
        int[] chosen = list.open() == null || selection.isEmpty() ? new int[0] : list.eventsAt(selection.selected());
        if (chosen.length == 0 || chosen.length > MOST_CHOSEN) {
            workbench.problem().set(chosen.length == 0 ? "Select events first."
                    : "More than " + Texts.number(MOST_CHOSEN)
                            + " events are too many to be named one by one: mark them with a tag and filter by that.");
            return;
        }
        workbench.change(view -> view
                .with(new Filter.EventIs(Arrays.stream(chosen).mapToObj(list.open().events()::id).toList())));
    }

    /** Asks for the marks to be put on the selected events: on one of them also by what it belongs to. */
    public void mark() {
        int[] chosen = model.events().get().open() == null || selection.isEmpty() ? new int[0]
                : model.events().get().eventsAt(selection.selected());
        if (chosen.length > 1) {
            workbench.marking().askAboutEvents(chosen);
        } else {
            workbench.marking().askAboutSelected();
        }
    }

    private void failed(String what, Exception failure) {
        workbench.problem().set(failure instanceof CancellationException ? "Stopped; nothing was written."
                : what + failure.getMessage());
    }

    /** Saves the selected events where there are several, else all that are listed. */
    public void save() {
        EventList list = model.events().get();
        if (list.open() != null && !isBusy()) {
            int[] chosen = list.eventsAt(selection.selected());
            save(chosen.length > 1 ? chosen : list.events(), "events.csv");
        }
    }

    private void save(int[] rows, String name) {
        List<String> kinds = new ArrayList<>(List.of("CSV, the columns as shown|*.csv"));
        Arrays.stream(EventForm.values()).filter(form -> form != EventForm.CSV)
                .forEach(form -> kinds.add(form.title() + "|*" + form.ending()));
        if (name.endsWith(JSON_LINES)) {
            kinds.add(0, kinds.remove(1));
        }
        Path file = dialogs.fileToWrite("Save " + Texts.count(rows.length, "event"), name, kinds);
        if (file == null) {
            return;
        }
        EventForm asked = EventForm.ofName(file.getFileName().toString());
        boolean table = asked == null || asked == EventForm.CSV;
        output.save(new EventOutput.Content(model.events().get().open(), table ? columns() : null, asked, rows),
                workbench.view().get().filter().toText(), file,
                saved -> workbench.problem().set(Texts.count(saved, "event") + " saved to " + file),
                failure -> failed("The events could not be saved to " + file + ": ", failure));
    }

    /** Whether runs of alike events are one line. */
    public BooleanProperty folded() {
        return model.folded();
    }

    /** The columns that are shown, their order and widths, as {@link ColumnLayout} writes them. */
    public String columnLayout() {
        return ColumnLayout.of(table.getColumns());
    }

    public void layColumnsOut(String layout) {
        ColumnLayout.apply(layout, table.getColumns());
    }

    /** Gives the keyboard to the table. */
    public void focusTable() {
        table.requestFocus();
    }
}

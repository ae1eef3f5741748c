package org.tokenlane.ui.events;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.job.Runner;
import org.tokenlane.model.text.Count;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.ColumnLayout;
import org.tokenlane.ui.kit.ColumnMenu;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.Late;
import org.tokenlane.ui.kit.RowSelection;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Around;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.EventTexts;
import org.tokenlane.ui.state.KnownOrigins;
import org.tokenlane.ui.state.MarkSubject;
import org.tokenlane.ui.state.Markable;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Selection;

/** The events that the filter selects, as a table. */
public final class EventsView extends BorderPane {

    /** The line of a run shows two times. */
    private static final double TIMES = 216;

    private static final PseudoClass STALE = PseudoClass.getPseudoClass("stale");

    private final Selection selection;
    private final Marking marking;
    private final Display display;
    private final EventTexts texts;
    private final EventsViewModel model;
    private final EventActions actions;
    private final EventFinder finder;
    private final FindBar find;
    private final QuickFilters quick;
    private final EventMenu menu;
    private final TableView<Integer> table = new TableView<>();
    private final RowSelection<Integer> rowSelection = RowSelection.of(table);
    private final Label facts = new Label();
    private boolean following;

    public EventsView(Selection selection, Navigation navigation, Marking marking, KnownOrigins library,
            CaseAnswers answers,
            Around around, Display display, EventTexts texts, Messages messages, Runner background, Dialogs dialogs) {
        this.selection = selection;
        this.marking = marking;
        this.display = display;
        this.texts = texts;
        this.model = new EventsViewModel(selection, navigation, marking, library, display, texts, messages, background);
        this.actions = new EventActions(selection, marking, messages, background, dialogs, model, rowSelection,
                answers, this::shownColumns);
        this.finder = new EventFinder(model, this::shownColumns, messages, background);
        this.find = new FindBar(table, finder, row -> {
            rowSelection.clearAndSelect(row);
            table.scrollTo(Math.max(0, row - 3));
        });
        this.quick = new QuickFilters(table, navigation);
        this.menu = new EventMenu(navigation, around, model, actions, this::toggle);
        table.setId("events");
        Captions.accessible(table, EventsText.TABLE);
        table.setFixedCellSize(24);
        Markable.offer(table, () -> MarkSubject.events(actions.selected()));
        ColumnMenu.on(table);
        table.setPlaceholder(Captions.label(EventsText.NO_EVENT));
        library.library().addListener((property, before, now) -> table.refresh());
        Arrays.stream(EventColumn.values()).forEach(column -> table.getColumns().add(column(column)));
        table.setSortPolicy(sorted -> {
            TableColumn<Integer, ?> first = sorted.getSortOrder().isEmpty() ? null : sorted.getSortOrder().getFirst();
            if (!following) {
                model.sort(first == null ? null : of(first),
                        first != null && first.getSortType() == TableColumn.SortType.DESCENDING);
            }
            return true;
        });
        // the table would copy the position of every selected row to find it again; the new items make that unnecessary
        table.setOnSort(event -> {
            if (!following) {
                rowSelection.clearSelection();
            }
        });
        rowSelection.selectedItemProperty().addListener((property, before, now) -> {
            if (now != null && !following) {
                following = true;
                selection.event().set(model.events().get().event(now, false));
                following = false;
            }
        });
        table.setRowFactory(view -> new EventRow(model));
        Late.of(selection.busy()).addListener((property, before, now) -> {
            table.pseudoClassStateChanged(STALE, now);
            facts.pseudoClassStateChanged(STALE, now);
        });
        marking.marked().addListener((property, before, now) -> table.refresh());
        texts.read().addListener((property, before, now) -> table.refresh());
        selection.event().addListener((property, before, now) -> followEvent(now.intValue()));
        model.events().addListener((property, before, now) -> fill(before, now));
        model.folded().addListener((property, before, now) -> widenTimes(now));
        display.zone().addListener((property, before, now) -> {
            // two clocks side by side as soon as they differ
            table.getColumns().stream()
                    .filter(column -> of(column) == EventColumn.TIME_UTC)
                    .forEach(column -> column.setVisible(!now.normalized().equals(ZoneOffset.UTC)));
            headers();
            table.refresh();
        });
        new EventsInput(table, this::toggle, actions::copy);
        setTop(new VBox(heading(), find));
        setCenter(table);
        headers();
        fill(null, model.events().get());
    }

    private HBox heading() {
        facts.getStyleClass().add("muted");
        facts.setId("events-facts");
        ToggleButton fold = Captions.toggle(EventsText.FOLD);
        fold.setGraphic(new FontIcon("bi-arrows-collapse"));
        fold.setId("fold-runs");
        Captions.tip(fold, EventsText.FOLD_TIP, Shortcut.FOLD_RUNS);
        fold.selectedProperty().bindBidirectional(model.folded());
        Button save = Captions.button("bi-download", EventsText.SAVE);
        Captions.tip(save, EventsText.SAVE_TIP, Shortcut.SAVE_EVENTS);
        save.setOnAction(event -> save());
        ProgressBar progress = new ProgressBar();
        progress.progressProperty().bind(actions.output().progress());
        Button stop = Captions.button(EventsText.STOP);
        stop.setId("stop-writing");
        stop.setOnAction(event -> actions.output().cancel());
        HBox busy = new HBox(6, progress, stop);
        busy.setAlignment(Pos.CENTER);
        busy.visibleProperty().bind(actions.output().progress().greaterThanOrEqualTo(0));
        busy.managedProperty().bind(busy.visibleProperty());
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        ToggleButton funnel = new ToggleButton();
        funnel.setGraphic(new FontIcon("bi-funnel"));
        funnel.setId("quick-filters");
        Captions.tip(funnel, EventsText.QUICK_TIP);
        Captions.accessible(funnel, EventsText.QUICK_TIP);
        funnel.selectedProperty().addListener((property, before, now) -> quick.show(now));
        fold.setMinWidth(USE_PREF_SIZE);
        save.setMinWidth(USE_PREF_SIZE);
        HBox heading = new HBox(10, facts, gap, busy, funnel, fold, save);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(4, 10, 4, 10));
        return heading;
    }

    private static EventColumn of(TableColumn<?, ?> column) {
        return (EventColumn) column.getUserData();
    }

    private TableColumn<Integer, String> column(EventColumn column) {
        TableColumn<Integer, String> shown = Captions.column(column);
        shown.setId(column.id());
        shown.setUserData(column);
        shown.setPrefWidth(column.width());
        shown.setVisible(column.shown());
        shown.setCellValueFactory(cell -> new ReadOnlyStringWrapper(model.cell(column, cell.getValue())));
        shown.setCellFactory(view -> {
            EventCell cell = new EventCell(column, model, finder, this::toggle);
            cell.setOnContextMenuRequested(event -> menu.show(column, cell, event));
            return cell;
        });
        return shown;
    }

    private void headers() {
        table.getColumns().stream()
                .filter(column -> of(column) == EventColumn.TIME)
                .forEach(column -> Captions.title(column, EventsText.TIME_IN_ZONE,
                        Times.name(display.zone().get())));
    }

    /** Makes room for the second time of a run, or gives it back; a width that the analyst set stays. */
    private void widenTimes(boolean wide) {
        for (TableColumn<Integer, ?> column : table.getColumns()) {
            EventColumn shown = of(column);
            if (shown.isTime() && column.getWidth() == (wide ? shown.width() : TIMES)) {
                column.setPrefWidth(wide ? TIMES : shown.width());
            }
        }
    }

    private void fill(@Nullable EventList before, EventList events) {
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
        String counted = listed == all ? Count.EVENTS.of(all)
                : EventsText.LISTED.text(listed, Count.EVENTS.of(all));
        int inferred = model.inferredBeside();
        counted = inferred == 0 ? counted : EventsText.AND_INFERRED.text(counted, inferred);
        Captions.value(facts, events.isFolded() ? EventsText.IN_LINES.text(counted, Count.LINES.of(events.size()))
                : counted);
        if (before == null || before.events() != events.events()) {
            followEvent(selection.event().get());
        }
    }

    /** Expands or collapses a run, whose line is then selected. */
    private void toggle(int line) {
        model.toggle(line);
        rowSelection.clearAndSelect(model.events().get().indexOf(line));
    }

    private void followEvent(int event) {
        if (following) {
            return;
        }
        following = true;
        EventList list = model.events().get();
        int row = list.lineOf(event);
        if (row < 0) {
            rowSelection.clearSelection();
        } else if (row != rowSelection.getSelectedIndex()) {
            rowSelection.clearAndSelect(row);
            table.scrollTo(Math.max(0, row - 3));
        }
        following = false;
    }

    private List<EventColumn> shownColumns() {
        return table.getVisibleLeafColumns().stream().map(EventsView::of).toList();
    }

    /** Makes the selected events the filter, so that exposure, values and exports are about them alone. */
    public void onlySelected() {
        actions.onlySelected();
    }

    /** Asks which marks to put on the selected events; for a single one, also on what it belongs to. */
    public void mark() {
        actions.mark();
    }

    /** Saves the selected events if there are several, else all listed ones. */
    public void save() {
        actions.save();
    }

    /** Whether runs of similar events are one line. */
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

    /** Looks for a text in the lines of the table. */
    public void find() {
        find.open();
    }

    /** Gives the keyboard to the table. */
    public void focusTable() {
        table.requestFocus();
    }
}

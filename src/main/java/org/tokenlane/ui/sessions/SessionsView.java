package org.tokenlane.ui.sessions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableCell;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Through;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.finding.Risk;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.time.Durations;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.ColumnLayout;
import org.tokenlane.ui.kit.ColumnMenu;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.MarkSubject;
import org.tokenlane.ui.state.Markable;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Rules;
import org.tokenlane.ui.state.Selection;

/** The sessions that have events which the filter selects. */
public final class SessionsView extends BorderPane {

    /** The rows of so many sessions are made before anybody sees that they were not there. */
    private static final int FEW = 5_000;

    private final Navigation navigation;
    private final Marking marking;
    private final Display display;
    private final Messages messages;
    private final Runner background;
    private final SessionsViewModel model;
    private Task<?> filling = Task.NONE;
    private final TreeTableView<SessionRow> table = new TreeTableView<>();
    private final CheckBox byUser = Captions.checkBox(SessionsText.BY_USER);
    private final Label facts = new Label();

    public SessionsView(Selection selection, Navigation navigation, Rules rules, Marking marking, Display display,
            ObservableValue<Enrichment> enrichment, Messages messages, Runner background) {
        this.navigation = navigation;
        this.marking = marking;
        this.display = display;
        this.messages = messages;
        this.background = background;
        this.model = new SessionsViewModel(selection, rules, marking, enrichment, messages, background);
        table.setId("sessions");
        Captions.accessible(table, SessionsText.TITLE);
        table.setShowRoot(false);
        ColumnMenu.on(table);
        table.setFixedCellSize(26);
        table.setPlaceholder(Captions.label(SessionsText.NO_SESSION));
        Markable.offer(table, () -> {
            TreeItem<SessionRow> item = table.getSelectionModel().getSelectedItem();
            SessionFacts marked = item == null ? null : item.getValue().facts();
            return item == null ? MarkSubject.NONE
                    : marked == null ? MarkSubject.value(FilterField.UPN, item.getValue().user())
                            : MarkSubject.value(FilterField.SESSION, marked.sessionId());
        });
        columns();
        table.setRowFactory(view -> row());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(table.getSelectionModel().getSelectedItem());
            }
        });
        byUser.setId("by-user");
        byUser.selectedProperty().addListener((property, before, now) -> fill(model.sessions()));
        Label title = Captions.paneTitle(SessionsText.TITLE);
        facts.getStyleClass().add("muted");
        Label hint = Captions.muted(SessionsText.HINT);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(10, title, facts, gap, hint, byUser);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(6, 10, 6, 10));
        setTop(heading);
        setCenter(table);
        setBottom(new ApplicationsView(new ApplicationsViewModel(selection, navigation, rules, messages, background),
                display));
        model.sessions()
                .addListener((ListChangeListener<SessionFacts>) change -> fill(model.sessions()));
        model.countries().addListener((property, before, now) -> table.refresh());
        display.zone().addListener((property, before, now) -> {
            headers();
            table.refresh();
        });
        // the bars are drawn, not styled
        display.dark().addListener((property, before, now) -> table.refresh());
        headers();
    }

    private TreeTableRow<SessionRow> row() {
        TreeTableRow<SessionRow> row = new TreeTableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && row.getTreeItem() != null) {
                open(row.getTreeItem());
            }
        });
        row.setOnContextMenuRequested(event -> {
            if (row.getItem() != null) {
                SessionFacts facts = row.getItem().facts();
                ContextMenu menu = facts == null ? ValueMenu.of(navigation, FilterField.UPN, row.getItem().user())
                        : ValueMenu.of(navigation, FilterField.SESSION, facts.sessionId());
                menu.show(row, event.getScreenX(), event.getScreenY());
            }
        });
        return row;
    }

    private void open(@Nullable TreeItem<SessionRow> item) {
        if (item != null && item.getValue().facts() != null) {
            navigation.investigate(item.getValue().facts().sessionId());
        }
    }

    private void columns() {
        Map<SessionColumn, TreeTableColumn<SessionRow, ?>> columns = new EnumMap<>(SessionColumn.class);
        columns.put(SessionColumn.USER, text(SessionColumn.USER, SessionRow::user, FilterField.UPN, SessionRow::users));
        columns.put(SessionColumn.RISK, risk());
        columns.put(SessionColumn.VERDICT, verdict());
        columns.put(SessionColumn.FIRST, time(SessionColumn.FIRST, SessionFacts::first));
        columns.put(SessionColumn.DURATION, duration());
        columns.put(SessionColumn.SIGN_INS, number(SessionColumn.SIGN_INS, SessionFacts::signIns));
        columns.put(SessionColumn.TOKENS, number(SessionColumn.TOKENS, SessionFacts::tokens));
        columns.put(SessionColumn.OPERATIONS, number(SessionColumn.OPERATIONS, SessionFacts::operations));
        columns.put(SessionColumn.ORIGINS, number(SessionColumn.ORIGINS, SessionFacts::origins));
        columns.put(SessionColumn.BY_WORKLOAD,
                drawn(SessionColumn.BY_WORKLOAD, () -> new WorkloadCell(display, model)));
        columns.put(SessionColumn.ACTIVITY, drawn(SessionColumn.ACTIVITY, () -> new SparklineCell(display, model)));
        columns.put(SessionColumn.COUNTRIES,
                text(SessionColumn.COUNTRIES, row -> row.countriesShown(model.countries().get()),
                        FilterField.COUNTRY, SessionRow::countries));
        columns.put(SessionColumn.IPS,
                text(SessionColumn.IPS, row -> String.join(", ", row.ips()), FilterField.IP, SessionRow::ips));
        columns.put(SessionColumn.LAST, time(SessionColumn.LAST, SessionFacts::last));
        columns.get(SessionColumn.LAST).setVisible(false);
        columns.put(SessionColumn.THROUGH, text(SessionColumn.THROUGH, row -> String.join(", ",
                model.through(row).through().stream().map(Through::text).toList()), FilterField.USER_TYPE,
                row -> List.of()));
        columns.put(SessionColumn.HOME_TENANT, text(SessionColumn.HOME_TENANT,
                row -> String.join(", ", model.through(row).homes()), FilterField.HOME,
                row -> model.through(row).homes()));
        columns.put(SessionColumn.RESOURCE_TENANT, text(SessionColumn.RESOURCE_TENANT,
                row -> String.join(", ", model.through(row).resources()), FilterField.TENANT,
                row -> model.through(row).resources()));
        showTenants(columns);
        columns.put(SessionColumn.SESSION_ID,
                text(SessionColumn.SESSION_ID, SessionRow::sessionId, FilterField.SESSION, SessionRow::sessionIds));
        table.getColumns().setAll(columns.values());
    }

    /** They take no room until a record says something of them. */
    private void showTenants(Map<SessionColumn, TreeTableColumn<SessionRow, ?>> columns) {
        Map<SessionColumn, TreeTableColumn<SessionRow, ?>> ofTenants = new EnumMap<>(columns);
        ofTenants.keySet().retainAll(
                EnumSet.of(SessionColumn.THROUGH, SessionColumn.HOME_TENANT, SessionColumn.RESOURCE_TENANT));
        ofTenants.values().forEach(column -> column.setVisible(false));
        ofTenants.remove(SessionColumn.RESOURCE_TENANT);
        model.through().addListener((property, before, now) -> {
            if (before.isEmpty() && !now.isEmpty()) {
                ofTenants.values().forEach(column -> column.setVisible(true));
            }
            table.refresh();
        });
    }

    private static <T> TreeTableColumn<SessionRow, T> column(SessionColumn column,
            Function<SessionRow, @Nullable T> value,
            Supplier<TreeTableCell<SessionRow, T>> cell) {
        TreeTableColumn<SessionRow, T> made = Captions.treeColumn(column);
        made.setId(column.id());
        made.setUserData(column);
        made.setPrefWidth(column.width());
        made.setCellValueFactory(row -> new ReadOnlyObjectWrapper<>(value.apply(row.getValue().getValue())));
        made.setCellFactory(table -> cell.get());
        return made;
    }

    private TreeTableColumn<SessionRow, Risk> risk() {
        TreeTableColumn<SessionRow, Risk> risk = column(SessionColumn.RISK, model::risk, RiskCell::new);
        risk.setComparator(Comparator.comparingInt(Risk::points));
        risk.setSortType(TreeTableColumn.SortType.DESCENDING);
        return risk;
    }

    private TreeTableColumn<SessionRow, Verdict> verdict() {
        TreeTableColumn<SessionRow, Verdict> verdict = column(SessionColumn.VERDICT, model::verdict,
                () -> new VerdictCell(model));
        verdict.setComparator(Comparator.nullsLast(Comparator.naturalOrder()));
        // takes no room until the analyst marks something
        verdict.setVisible(false);
        marking.marked().addListener((property, before, now) -> {
            if (!now.counts().isEmpty() && before.counts().isEmpty()) {
                verdict.setVisible(true);
            }
            table.refresh();
        });
        return verdict;
    }

    private void headers() {
        for (TreeTableColumn<SessionRow, ?> column : table.getColumns()) {
            if (column.getUserData() == SessionColumn.FIRST || column.getUserData() == SessionColumn.LAST) {
                Captions.title(column, (SessionColumn) column.getUserData(), Times.name(display.zone().get()));
            }
        }
    }

    /** A column of words; a right click in it is about the values that they are made of. */
    private TreeTableColumn<SessionRow, String> text(SessionColumn column, Function<SessionRow, String> value,
            FilterField field, Function<SessionRow, List<String>> values) {
        return column(column, value, () -> {
            TreeTableCell<SessionRow, String> cell = plain(Texts::oneLine);
            cell.setOnContextMenuRequested(event -> {
                SessionRow row = cell.getTableRow() == null ? null : cell.getTableRow().getItem();
                List<String> found = row == null ? List.of() : values.apply(row);
                if (!found.isEmpty()) {
                    ValueMenu.ofEach(navigation, field, found).show(cell, event.getScreenX(), event.getScreenY());
                    event.consume();
                }
            });
            return cell;
        });
    }

    private static TreeTableColumn<SessionRow, Integer> number(SessionColumn column,
            Function<SessionFacts, Integer> value) {
        TreeTableColumn<SessionRow, Integer> numbers = column(column, row -> row.sum(value),
                () -> plain(count -> Texts.number(count)));
        numbers.getStyleClass().add("number");
        numbers.setSortType(TreeTableColumn.SortType.DESCENDING);
        return numbers;
    }

    private TreeTableColumn<SessionRow, Long> time(SessionColumn column, Function<SessionFacts, Long> value) {
        return column(column, row -> row.facts() == null ? null : value.apply(row.facts()),
                () -> plain(nanos -> Times.seconds(nanos, display.zone().get())));
    }

    private static TreeTableColumn<SessionRow, Long> duration() {
        return column(SessionColumn.DURATION, SessionRow::duration, () -> plain(Durations::units));
    }

    private static TreeTableColumn<SessionRow, SessionRow> drawn(SessionColumn column,
            Supplier<TreeTableCell<SessionRow, SessionRow>> cell) {
        TreeTableColumn<SessionRow, SessionRow> drawn = column(column, row -> row, cell);
        drawn.setSortable(false);
        return drawn;
    }

    private static <T> TreeTableCell<SessionRow, T> plain(Function<T, String> words) {
        return new TreeTableCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                Captions.value(this, empty || item == null ? "" : words.apply(item));
            }
        };
    }

    /** Lists sessions; where there are many, their rows are made outside the window's thread. */
    void fill(List<SessionFacts> sessions) {
        List<SessionFacts> listed = List.copyOf(sessions);
        boolean grouped = byUser.isSelected();
        filling.cancel();
        if (listed.size() <= FEW) {
            list(Listed.of(listed, grouped));
            return;
        }
        filling = background.latest("session-rows", WorkLane.SHORT, progress -> Listed.of(listed, grouped))
                .onDone(this::list)
                .onFailed(failure -> messages.failed(SessionsText.NOT_LISTED, failure)).start();
    }

    /** The rows, how many sessions they list, and how many of these have several origins. */
    private record Listed(TreeItem<SessionRow> root, int sessions, long several) {

        static Listed of(List<SessionFacts> sessions, boolean grouped) {
            return new Listed(rows(sessions, grouped), sessions.size(),
                    sessions.stream().filter(one -> one.origins() > 1).count());
        }
    }

    private void list(Listed listed) {
        table.setRoot(listed.root());
        table.sort();
        Captions.value(facts,
                SessionsText.LISTED.text(listed.sessions(), Count.SESSIONS.of(model.all()), listed.several()));
    }

    private static TreeItem<SessionRow> rows(List<SessionFacts> sessions, boolean grouped) {
        TreeItem<SessionRow> root = new TreeItem<>(new SessionRow("", List.of(), null));
        if (!grouped) {
            root.getChildren().setAll(sessions.stream().map(one -> new TreeItem<>(SessionRow.of(one))).toList());
            return root;
        }
        Map<String, List<SessionFacts>> users = new TreeMap<>();
        for (SessionFacts one : sessions) {
            users.computeIfAbsent(SessionRow.of(one).user(), user -> new ArrayList<>()).add(one);
        }
        root.getChildren().setAll(users.entrySet().stream().map(user -> {
            TreeItem<SessionRow> item = new TreeItem<>(new SessionRow(user.getKey(), user.getValue(), null));
            item.getChildren().setAll(user.getValue().stream().map(one -> new TreeItem<>(SessionRow.of(one))).toList());
            return item;
        }).toList());
        return root;
    }

    /** The columns that are shown, their order and widths, as {@link ColumnLayout} writes them. */
    public String columnLayout() {
        return ColumnLayout.of(table.getColumns());
    }

    public void layColumnsOut(String layout) {
        ColumnLayout.apply(layout, table.getColumns());
    }

    /** Groups the sessions by user, or lists them without users again. */
    public void toggleByUser() {
        byUser.setSelected(!byUser.isSelected());
    }

    /** Gives the keyboard to the table. */
    public void focusTable() {
        table.requestFocus();
    }

}

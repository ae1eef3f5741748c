package org.tokenlane.ui.sessions;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.CheckBox;
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
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.finding.Risk;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.time.Durations;
import org.tokenlane.ui.kit.ColumnLayout;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Workbench;

/** All sessions that have events which the filter chooses. */
public final class SessionsView extends BorderPane {

    private final Workbench workbench;
    private final SessionsViewModel model;
    private final TreeTableView<SessionRow> table = new TreeTableView<>();
    private final CheckBox byUser = new CheckBox("By user");
    private final Label facts = new Label();

    public SessionsView(Workbench workbench) {
        this.workbench = workbench;
        this.model = new SessionsViewModel(workbench);
        table.setId("sessions");
        table.setShowRoot(false);
        table.setTableMenuButtonVisible(true);
        table.setFixedCellSize(26);
        table.setPlaceholder(new Label("No session has events that fit the filter."));
        columns();
        table.setRowFactory(view -> row());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(table.getSelectionModel().getSelectedItem());
            }
        });
        byUser.setId("by-user");
        byUser.selectedProperty().addListener((property, before, now) -> fill(model.sessions()));
        Label title = new Label("Sessions");
        title.getStyleClass().add("pane-title");
        facts.getStyleClass().add("muted");
        Label hint = new Label("Double-click or Enter opens a session");
        hint.getStyleClass().add("muted");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(10, title, facts, gap, hint, byUser);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(6, 10, 6, 10));
        setTop(heading);
        setCenter(table);
        model.sessions()
                .addListener((javafx.collections.ListChangeListener<SessionFacts>) change -> fill(model.sessions()));
        workbench.zone().addListener((property, before, now) -> {
            headers();
            table.refresh();
        });
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
                boolean session = row.getItem().facts() != null;
                String value = session ? row.getItem().facts().sessionId() : row.getItem().user();
                ValueMenu.of(workbench, session ? FilterField.SESSION : FilterField.UPN, value).show(row,
                        event.getScreenX(), event.getScreenY());
            }
        });
        return row;
    }

    private void open(TreeItem<SessionRow> item) {
        if (item != null && item.getValue().facts() != null) {
            workbench.investigate(item.getValue().facts().sessionId());
        }
    }

    private void columns() {
        TreeTableColumn<SessionRow, String> user = text("User", 210, SessionRow::user, FilterField.UPN,
                SessionRow::users);
        TreeTableColumn<SessionRow, Integer> origins = number("Origins", 62, facts -> facts.origins());
        TreeTableColumn<SessionRow, Long> first = time("First", facts -> facts.first());
        TreeTableColumn<SessionRow, Long> last = time("Last", facts -> facts.last());
        TreeTableColumn<SessionRow, Long> duration = new TreeTableColumn<>("Duration");
        duration.setId("Duration");
        duration.setPrefWidth(86);
        duration.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue().duration()));
        duration.setCellFactory(column -> plain(Durations::units));
        TreeTableColumn<SessionRow, SessionRow> workloads = new TreeTableColumn<>("By workload");
        workloads.setId("By workload");
        workloads.setPrefWidth(110);
        workloads.setSortable(false);
        workloads.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
        workloads.setCellFactory(column -> new WorkloadCell(workbench, model));
        TreeTableColumn<SessionRow, SessionRow> activity = new TreeTableColumn<>("Activity");
        activity.setId("Activity");
        activity.setPrefWidth(120);
        activity.setSortable(false);
        activity.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue()));
        activity.setCellFactory(column -> new SparklineCell(workbench, model));
        ObservableList<TreeTableColumn<SessionRow, ?>> all = table.getColumns();
        all.add(user);
        all.add(risk());
        all.add(verdict());
        all.add(first);
        all.add(duration);
        all.add(number("Sign-ins", 66, SessionFacts::signIns));
        all.add(number("Tokens", 62, SessionFacts::tokens));
        all.add(number("Operations", 82, SessionFacts::operations));
        all.add(origins);
        all.add(workloads);
        all.add(activity);
        all.add(text("Countries", 84, row -> row.countriesShown(workbench.enrichment().get()), FilterField.COUNTRY,
                SessionRow::countries));
        all.add(text("IPs", 190, row -> String.join(", ", row.ips()), FilterField.IP, SessionRow::ips));
        all.add(last);
        all.add(text("Session ID", 290, row -> row.facts() == null ? "" : row.facts().sessionId(), FilterField.SESSION,
                row -> row.facts() == null ? List.of() : List.of(row.facts().sessionId())));
        last.setVisible(false);
    }

    private TreeTableColumn<SessionRow, Risk> risk() {
        TreeTableColumn<SessionRow, Risk> risk = new TreeTableColumn<>("Risk");
        risk.setId("Risk");
        risk.setPrefWidth(230);
        risk.setComparator(Comparator.comparingInt(Risk::points));
        risk.setSortType(TreeTableColumn.SortType.DESCENDING);
        risk.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(model.risk(cell.getValue().getValue())));
        risk.setCellFactory(column -> new RiskCell());
        return risk;
    }

    private TreeTableColumn<SessionRow, Verdict> verdict() {
        TreeTableColumn<SessionRow, Verdict> verdict = new TreeTableColumn<>("Verdict");
        verdict.setId("Verdict");
        verdict.setPrefWidth(124);
        verdict.setComparator(Comparator.nullsLast(Comparator.naturalOrder()));
        verdict.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(model.verdict(cell.getValue().getValue())));
        verdict.setCellFactory(column -> new VerdictCell(model));
        // takes no room until the analyst said something of a session
        verdict.setVisible(false);
        workbench.marking().marked().addListener((property, before, now) -> {
            if (!now.counts().isEmpty() && before.counts().isEmpty()) {
                verdict.setVisible(true);
            }
            table.refresh();
        });
        return verdict;
    }

    private void headers() {
        String zone = " (" + Times.name(workbench.zone().get()) + ")";
        for (TreeTableColumn<SessionRow, ?> column : table.getColumns()) {
            if (column.getId().equals("First") || column.getId().equals("Last")) {
                column.setText(column.getId() + zone);
            }
        }
    }

    /** A column of words; a right click in it is about the values that they are made of. */
    private TreeTableColumn<SessionRow, String> text(String title, double width, Function<SessionRow, String> value,
            FilterField field,
            Function<SessionRow, List<String>> values) {
        TreeTableColumn<SessionRow, String> column = new TreeTableColumn<>(title);
        column.setId(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue().getValue())));
        column.setCellFactory(table -> {
            TreeTableCell<SessionRow, String> cell = plain(Texts::oneLine);
            cell.setOnContextMenuRequested(event -> {
                SessionRow row = cell.getTableRow() == null ? null : cell.getTableRow().getItem();
                List<String> found = row == null ? List.of() : values.apply(row);
                if (!found.isEmpty()) {
                    ValueMenu.ofEach(workbench, field, found).show(cell, event.getScreenX(), event.getScreenY());
                    event.consume();
                }
            });
            return cell;
        });
        return column;
    }

    private static TreeTableColumn<SessionRow, Integer> number(String title, double width,
            Function<SessionFacts, Integer> value) {
        TreeTableColumn<SessionRow, Integer> column = new TreeTableColumn<>(title);
        column.setId(title);
        column.setPrefWidth(width);
        column.getStyleClass().add("number");
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().getValue().sum(value)));
        column.setCellFactory(table -> plain(count -> Texts.number(count)));
        column.setSortType(TreeTableColumn.SortType.DESCENDING);
        return column;
    }

    private TreeTableColumn<SessionRow, Long> time(String title, Function<SessionFacts, Long> value) {
        TreeTableColumn<SessionRow, Long> column = new TreeTableColumn<>(title);
        column.setId(title);
        column.setPrefWidth(140);
        column.setCellValueFactory(cell -> {
            SessionFacts facts = cell.getValue().getValue().facts();
            return new ReadOnlyObjectWrapper<>(facts == null ? null : value.apply(facts));
        });
        column.setCellFactory(table -> plain(nanos -> Times.seconds(nanos, workbench.zone().get())));
        return column;
    }

    private static <T> TreeTableCell<SessionRow, T> plain(Function<T, String> words) {
        return new TreeTableCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? "" : words.apply(item));
            }
        };
    }

    private void fill(List<SessionFacts> sessions) {
        TreeItem<SessionRow> root = new TreeItem<>(new SessionRow("", List.of(), null));
        if (byUser.isSelected()) {
            Map<String, TreeItem<SessionRow>> users = new TreeMap<>();
            for (SessionFacts facts : sessions) {
                String name = SessionRow.of(facts).user();
                users.computeIfAbsent(name,
                        key -> new TreeItem<>(new SessionRow(key, new java.util.ArrayList<>(), null))).getChildren()
                        .add(new TreeItem<>(SessionRow.of(facts)));
                users.get(name).getValue().members().add(facts);
            }
            root.getChildren().setAll(users.values());
        } else {
            root.getChildren().setAll(sessions.stream().map(facts -> new TreeItem<>(SessionRow.of(facts))).toList());
        }
        table.setRoot(root);
        table.sort();
        long several = sessions.stream().filter(facts -> facts.origins() > 1).count();
        facts.setText(Texts.count(sessions.size(), "session") + " of " + Texts.number(model.all())
                + (several == 0 ? "" : ", " + Texts.number(several) + " from several origins"));
    }

    /** The columns that are shown, their order and widths, as {@link ColumnLayout} writes them. */
    public String columnLayout() {
        return ColumnLayout.of(table.getColumns());
    }

    public void layColumnsOut(String layout) {
        ColumnLayout.apply(layout, table.getColumns());
    }

    /** Lists the sessions below their users, or by themselves again. */
    public void toggleByUser() {
        byUser.setSelected(!byUser.isSelected());
    }

    /** Gives the keyboard to the table. */
    public void focusTable() {
        table.requestFocus();
    }

    static boolean isDated(SessionFacts facts) {
        return facts.first() != AuditEvent.NO_TIME;
    }
}

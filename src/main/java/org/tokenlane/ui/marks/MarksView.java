package org.tokenlane.ui.marks;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeTableColumn;
import javafx.scene.control.TreeTableRow;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.store.AuditTrail;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Workbench;

/** All marks of the case with what they hold for; beside them the log of all that was done. */
public final class MarksView extends BorderPane {

    private final Workbench workbench;
    private final Dialogs dialogs;
    private final MarksViewModel model;
    private final TreeTableView<MarksViewModel.Line> marks = new TreeTableView<>();
    private final TableView<AuditTrail.Entry> log = new TableView<>();
    private final ToggleButton showLog = new ToggleButton("Log", new FontIcon("bi-journal-text"));
    private final Label facts = new Label();

    public MarksView(Workbench workbench, Dialogs dialogs) {
        this.workbench = workbench;
        this.dialogs = dialogs;
        this.model = new MarksViewModel(workbench);
        list();
        log();
        log.visibleProperty().bind(showLog.selectedProperty());
        marks.visibleProperty().bind(showLog.selectedProperty().not());
        setTop(heading());
        setCenter(new StackPane(marks, log));
        model.lines().addListener((property, before, now) -> fill(now));
        model.trail().addListener((property, before, now) -> log.setItems(FXCollections.observableList(now)));
        workbench.zone().addListener((property, before, now) -> {
            headers();
            marks.refresh();
            log.refresh();
        });
        headers();
        fill(model.lines().get());
    }

    private HBox heading() {
        facts.setId("marks-facts");
        facts.getStyleClass().add("muted");
        facts.setMinWidth(0);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        showLog.setId("marks-log-shown");
        showLog.setTooltip(new Tooltip("Who did what when in this case; each entry's hash covers the one before it"));
        showLog.selectedProperty().addListener((property, before, now) -> model.readTrail());
        HBox heading = new HBox(8, facts, gap,
                button("marks-own-event", "Own event…", "bi-calendar-plus", "Puts what no log tells of on the timeline",
                        this::ownEvent),
                button("marks-indicators", "Load indicators…", "bi-list-check",
                        "Addresses, networks, domains, user agents, session ids, UTIs from a CSV or text file",
                        this::load),
                button("marks-undo", "Undo", "bi-arrow-counterclockwise", "Undoes the last change of marks (Ctrl+Z)",
                        workbench.marking()::undo),
                button("marks-redo", "Redo", "bi-arrow-clockwise", "Does again what was undone last (Ctrl+Shift+Z)",
                        workbench.marking()::redo),
                showLog);
        heading.getChildren().stream().skip(2).forEach(node -> ((Region) node).setMinWidth(USE_PREF_SIZE));
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(4, 10, 4, 10));
        return heading;
    }

    private static Button button(String id, String text, String icon, String tip, Runnable action) {
        Button button = new Button(text, new FontIcon(icon));
        button.setId(id);
        button.setTooltip(new Tooltip(tip));
        button.setOnAction(event -> action.run());
        return button;
    }

    private void list() {
        marks.setId("marks");
        marks.setShowRoot(false);
        marks.setFixedCellSize(26);
        Label none = new Label("No marks yet. Right-click an event or a value and choose “Mark…”, or press Ctrl+M.");
        none.setWrapText(true);
        marks.setPlaceholder(none);
        marks.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        marks.getColumns().add(column("Mark", 130, MarksViewModel.Line::kind));
        marks.getColumns().add(column("On", 300, MarksViewModel.Line::on));
        marks.getColumns().add(column("Says", 320, MarksViewModel.Line::says));
        marks.getColumns().add(column("Events", 70, line -> line.events() == 0 ? "" : Texts.number(line.events())));
        marks.getColumns().add(column("By", 90, line -> line.indicator() != null ? "" : line.mark().stamp().author()));
        marks.getColumns().add(column("When", 150, line -> line.indicator() != null ? ""
                : Times.seconds(line.mark().stamp().at().toEpochMilli() * 1_000_000, workbench.zone().get())));
        marks.setRowFactory(view -> row());
        marks.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && selected() != null) {
                model.go(selected());
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                takeBack();
                event.consume();
            }
        });
    }

    private static TreeTableColumn<MarksViewModel.Line, String> column(String title, double width,
            Function<MarksViewModel.Line, String> value) {
        TreeTableColumn<MarksViewModel.Line, String> column = new TreeTableColumn<>(title);
        column.setId(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(
                cell -> new ReadOnlyStringWrapper(Texts.oneLine(value.apply(cell.getValue().getValue()))));
        return column;
    }

    private TreeTableRow<MarksViewModel.Line> row() {
        TreeTableRow<MarksViewModel.Line> row = new TreeTableRow<>() {
            @Override
            protected void updateItem(MarksViewModel.Line line, boolean empty) {
                super.updateItem(line, empty);
                for (Verdict verdict : Verdict.values()) {
                    getStyleClass().remove("verdict-" + verdict.word());
                }
                if (!empty && line != null && line.mark() instanceof VerdictMark mark) {
                    getStyleClass().add("verdict-" + mark.verdict().word());
                }
            }
        };
        row.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && row.getItem() != null) {
                model.go(row.getItem());
            }
        });
        row.setOnContextMenuRequested(event -> {
            if (row.getItem() != null) {
                menu(row.getItem()).show(row, event.getScreenX(), event.getScreenY());
            }
        });
        return row;
    }

    private ContextMenu menu(MarksViewModel.Line line) {
        ContextMenu menu = new ContextMenu(ValueMenu.item("Show its events", () -> model.go(line)));
        if (line.mark().target() != null) {
            menu.getItems().add(ValueMenu.item("Change…",
                    () -> workbench.marking().askAbout(Texts.oneLine(line.on()), List.of(line.mark().target()))));
        }
        menu.getItems().addAll(ValueMenu.item("Take back", this::takeBack),
                ValueMenu.item("Copy", () -> ValueMenu.copy(line.kind() + "\t" + line.on() + "\t" + line.says())));
        return menu;
    }

    private MarksViewModel.Line selected() {
        TreeItem<MarksViewModel.Line> item = marks.getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue();
    }

    private void takeBack() {
        model.takeBack(marks.getSelectionModel().getSelectedItems().stream().map(TreeItem::getValue).toList());
    }

    private void log() {
        log.setId("marks-log");
        log.setFixedCellSize(24);
        log.setPlaceholder(new Label(""));
        log.getColumns().add(entry("No.", 50, entry -> Integer.toString(entry.number())));
        log.getColumns().add(entry("When", 150,
                entry -> Times.seconds(entry.at().toEpochMilli() * 1_000_000, workbench.zone().get())));
        log.getColumns().add(entry("By", 90, AuditTrail.Entry::who));
        log.getColumns().add(entry("What", 150, AuditTrail.Entry::what));
        log.getColumns().add(entry("About", 900, AuditTrail.Entry::detail));
    }

    private static TableColumn<AuditTrail.Entry, String> entry(String title, double width,
            Function<AuditTrail.Entry, String> value) {
        TableColumn<AuditTrail.Entry, String> column = new TableColumn<>(title);
        column.setId(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(Texts.oneLine(value.apply(cell.getValue()))));
        return column;
    }

    private void headers() {
        String zone = "When (" + Times.name(workbench.zone().get()) + ")";
        marks.getColumns().stream().filter(column -> column.getId().equals("When"))
                .forEach(column -> column.setText(zone));
        log.getColumns().stream().filter(column -> column.getId().equals("When"))
                .forEach(column -> column.setText(zone));
    }

    private void fill(List<MarksViewModel.Line> lines) {
        TreeItem<MarksViewModel.Line> root = new TreeItem<>();
        lines.forEach(line -> {
            TreeItem<MarksViewModel.Line> item = new TreeItem<>(line);
            line.below().forEach(below -> item.getChildren().add(new TreeItem<>(below)));
            root.getChildren().add(item);
        });
        marks.setRoot(root);
        StringBuilder words = new StringBuilder(Texts.count(lines.size(), "mark"));
        workbench.marking().marked().get().counts()
                .forEach((verdict, count) -> words.append(", ").append(Texts.count(count, "event")).append(' ')
                        .append(verdict.word()));
        facts.setText(words.toString());
    }

    /** Asks for an event of the analyst's own. */
    public void ownEvent() {
        String text = dialogs.text("Own event", "When (" + Times.name(workbench.zone().get())
                + ") and what, such as “2026-09-10 10:30 the user got a phone call”:");
        if (text != null) {
            model.ownEvent(text);
        }
    }

    /** Asks for lists of indicators and loads them. */
    public void load() {
        model.load(dialogs.files("Load indicators"));
    }

    /** Gives the keyboard to the list. */
    public void focusList() {
        marks.requestFocus();
    }
}

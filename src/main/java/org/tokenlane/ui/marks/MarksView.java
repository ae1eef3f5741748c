package org.tokenlane.ui.marks;

import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.job.Runner;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.store.AuditTrail;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Around;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Selection;

/** All marks of the case with what they apply to; beside them the log of everything that was done. */
public final class MarksView extends BorderPane {

    private final Marking marking;
    private final Display display;
    private final Dialogs dialogs;
    private final MarksViewModel model;
    private final TreeTableView<MarksViewModel.Line> marks = new TreeTableView<>();
    private final TableView<AuditTrail.Entry> log = new TableView<>();
    private final ToggleButton showLog = Captions.toggle(MarksText.LOG);
    private final Label facts = new Label();

    public MarksView(Selection selection, Navigation navigation, Messages messages, Marking marking, Around around,
            Display display, Runner background, Dialogs dialogs) {
        this.marking = marking;
        this.display = display;
        this.dialogs = dialogs;
        this.model = new MarksViewModel(selection, navigation, messages, marking, around, display, background);
        list();
        log();
        log.visibleProperty().bind(showLog.selectedProperty());
        marks.visibleProperty().bind(showLog.selectedProperty().not());
        setTop(heading());
        setCenter(new StackPane(marks, log));
        model.lines().addListener((property, before, now) -> fill(now));
        model.trail().addListener((property, before, now) -> log.setItems(FXCollections.observableList(now)));
        display.zone().addListener((property, before, now) -> {
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
        showLog.setGraphic(new FontIcon("bi-journal-text"));
        Captions.tip(showLog, MarksText.LOG_TIP);
        showLog.selectedProperty().addListener((property, before, now) -> model.readTrail());
        HBox heading = new HBox(8, facts, gap,
                button("marks-own-event", "bi-calendar-plus", MarksText.OWN_EVENT, MarksText.OWN_EVENT_TIP,
                        Shortcut.OWN_EVENT, this::ownEvent),
                button("marks-indicators", "bi-list-check", MarksText.LOAD_INDICATORS, MarksText.LOAD_INDICATORS_TIP,
                        Shortcut.LOAD_INDICATORS, this::load),
                button("marks-undo", "bi-arrow-counterclockwise", MarksText.UNDO, MarksText.UNDO_TIP, Shortcut.UNDO,
                        marking::undo),
                button("marks-redo", "bi-arrow-clockwise", MarksText.REDO, MarksText.REDO_TIP, Shortcut.REDO,
                        marking::redo),
                showLog);
        heading.getChildren().stream().skip(2).forEach(node -> ((Region) node).setMinWidth(USE_PREF_SIZE));
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(4, 10, 4, 10));
        return heading;
    }

    private static Button button(String id, String icon, TextKey text, TextKey tip, Shortcut shortcut,
            Runnable action) {
        Button button = Captions.button(icon, text);
        button.setId(id);
        Captions.tip(button, tip, shortcut);
        button.setOnAction(event -> action.run());
        return button;
    }

    private void list() {
        marks.setId("marks");
        Captions.accessible(marks, MarksText.MARKS_FILE);
        marks.setShowRoot(false);
        marks.setFixedCellSize(26);
        Label none = Captions.label(MarksText.NO_MARKS, Shortcut.MARK);
        none.setWrapText(true);
        marks.setPlaceholder(none);
        marks.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        marks.getColumns().add(column("Mark", MarksText.COLUMN_MARK, 130, MarksViewModel.Line::kind));
        marks.getColumns().add(column("On", MarksText.TARGET, 300, MarksViewModel.Line::on));
        marks.getColumns().add(column("Says", MarksText.COLUMN_CONTENT, 320, MarksViewModel.Line::says));
        marks.getColumns().add(column("Events", MarksText.COLUMN_EVENTS, 70,
                line -> line.events() == 0 ? "" : Texts.number(line.events())));
        marks.getColumns().add(column("By", MarksText.COLUMN_BY, 90,
                line -> line.indicator() != null ? "" : line.mark().stamp().author()));
        marks.getColumns().add(column("When", MarksText.COLUMN_TIME, 150, line -> line.indicator() != null ? ""
                : Times.seconds(line.mark().stamp().at().toEpochMilli() * 1_000_000, display.zone().get())));
        marks.setRowFactory(view -> row());
        marks.setOnKeyPressed(event -> {
            MarksViewModel.Line line = selected();
            if (event.getCode() == KeyCode.ENTER && line != null) {
                model.go(line);
                event.consume();
            } else if (event.getCode() == KeyCode.DELETE) {
                takeBack();
                event.consume();
            }
        });
    }

    private static TreeTableColumn<MarksViewModel.Line, String> column(String id, TextKey title, double width,
            Function<MarksViewModel.Line, String> value) {
        TreeTableColumn<MarksViewModel.Line, String> column = Captions.treeColumn(title, "");
        column.setId(id);
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
        ContextMenu menu = new ContextMenu(Captions.action(MarksText.SHOW_EVENTS, () -> model.go(line)));
        if (line.mark().target() != null) {
            menu.getItems().add(Captions.action(MarksText.CHANGE,
                    () -> marking.askAbout(Texts.oneLine(line.on()), List.of(line.mark().target()))));
        }
        menu.getItems().addAll(Captions.action(MarksText.REMOVE, this::takeBack),
                Captions.action(MarksText.COPY,
                        () -> ValueMenu.copy(line.kind() + "\t" + line.on() + "\t" + line.says())));
        return menu;
    }

    private MarksViewModel.@Nullable Line selected() {
        TreeItem<MarksViewModel.Line> item = marks.getSelectionModel().getSelectedItem();
        return item == null ? null : item.getValue();
    }

    private void takeBack() {
        model.takeBack(marks.getSelectionModel().getSelectedItems().stream().map(TreeItem::getValue).toList());
    }

    private void log() {
        log.setId("marks-log");
        Captions.accessible(log, MarksText.LOG);
        log.setFixedCellSize(24);
        log.setPlaceholder(new Label());
        log.getColumns().add(entry("No.", MarksText.COLUMN_NUMBER, 50, entry -> Integer.toString(entry.number())));
        log.getColumns().add(entry("When", MarksText.COLUMN_TIME, 150,
                entry -> Times.seconds(entry.at().toEpochMilli() * 1_000_000, display.zone().get())));
        log.getColumns().add(entry("By", MarksText.COLUMN_BY, 90, AuditTrail.Entry::who));
        log.getColumns().add(entry("What", MarksText.COLUMN_ACTION, 150, AuditTrail.Entry::what));
        log.getColumns().add(entry("About", MarksText.COLUMN_CONTENT, 900, AuditTrail.Entry::detail));
    }

    private static TableColumn<AuditTrail.Entry, String> entry(String id, TextKey title, double width,
            Function<AuditTrail.Entry, String> value) {
        TableColumn<AuditTrail.Entry, String> column = Captions.column(title, "");
        column.setId(id);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(Texts.oneLine(value.apply(cell.getValue()))));
        return column;
    }

    private void headers() {
        String zone = Times.name(display.zone().get());
        marks.getColumns().stream().filter(column -> column.getId().equals("When"))
                .forEach(column -> Captions.title(column, MarksText.COLUMN_TIME, zone));
        log.getColumns().stream().filter(column -> column.getId().equals("When"))
                .forEach(column -> Captions.title(column, MarksText.COLUMN_TIME, zone));
    }

    private void fill(List<MarksViewModel.Line> lines) {
        TreeItem<MarksViewModel.Line> root = new TreeItem<>();
        lines.forEach(line -> {
            TreeItem<MarksViewModel.Line> item = new TreeItem<>(line);
            line.below().forEach(below -> item.getChildren().add(new TreeItem<>(below)));
            root.getChildren().add(item);
        });
        marks.setRoot(root);
        List<String> words = new ArrayList<>(List.of(Count.MARKS.of(lines.size())));
        marking.marked().get().counts()
                .forEach((verdict, count) -> words.add(MarksText.EVENTS_OF_VERDICT.text(count, verdict.inside())));
        Captions.value(facts, String.join(", ", words));
    }

    /** Asks for an event of the analyst's own. */
    public void ownEvent() {
        String text = dialogs.text(MarksText.OWN_EVENT_TITLE.with(),
                MarksText.OWN_EVENT_QUESTION.with(Times.name(display.zone().get())));
        if (text != null) {
            model.ownEvent(text);
        }
    }

    /** Asks for lists of indicators and loads them. */
    public void load() {
        model.load(dialogs.files(MarksText.LOAD_INDICATORS_TITLE.with()));
    }

    /** Gives the keyboard to the list. */
    public void focusList() {
        marks.requestFocus();
    }
}

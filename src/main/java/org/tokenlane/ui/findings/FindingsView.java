package org.tokenlane.ui.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.job.Runner;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.SeverityMark;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.EventTexts;
import org.tokenlane.ui.state.MarkSubject;
import org.tokenlane.ui.state.Markable;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.Rules;
import org.tokenlane.ui.state.Selection;

/** What the rules found, each finding with its explanation, evidence and counter-evidence; and the rules themselves. */
public final class FindingsView extends BorderPane {

    private final Selection selection;
    private final Navigation navigation;
    private final Display display;
    private final FindingsViewModel model;
    private final TableView<Finding> table = new TableView<>();
    private final FindingPane pane;
    private final TabPane tabs = new TabPane();
    private final RulesPane rulesPane;

    public FindingsView(Selection selection, Navigation navigation, Rules rules, Marking marking, Display display,
            ObservableValue<Enrichment> enrichment, EventTexts texts, Messages messages, Runner background,
            Dialogs dialogs) {
        this.selection = selection;
        this.navigation = navigation;
        this.display = display;
        this.model = new FindingsViewModel(selection, navigation, rules, marking, messages, background);
        this.pane = new FindingPane(selection, navigation, display, texts, model, dialogs);
        table.setId("findings");
        Captions.accessible(table, FindingsText.FINDINGS);
        table.setFixedCellSize(26);
        table.setPlaceholder(Captions.label(FindingsText.NO_FINDING));
        table.setItems(model.findings());
        Markable.offer(table, () -> {
            Finding finding = table.getSelectionModel().getSelectedItem();
            return finding == null ? MarkSubject.NONE
                    : finding.sessionId() != null ? MarkSubject.value(FilterField.SESSION, finding.sessionId())
                            : MarkSubject.events(finding.events().stream().mapToInt(Integer::intValue).toArray());
        });
        columns();
        table.setRowFactory(view -> row());
        table.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                open(table.getSelectionModel().getSelectedItem());
            }
        });
        table.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> pane.show(now));
        model.findings().addListener((ListChangeListener<Finding>) change -> {
            if (!model.findings().isEmpty() && table.getSelectionModel().getSelectedItem() == null) {
                table.getSelectionModel().select(0);
            }
        });
        model.wanted().addListener((property, before, now) -> {
            if (now != null) {
                tabs.getSelectionModel().select(0);
                table.getSelectionModel().select(now);
                table.scrollTo(now);
            }
        });
        SplitPane split = new SplitPane(table, pane);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(0.45);
        BorderPane list = new BorderPane(split);
        list.setTop(heading());
        rulesPane = new RulesPane(model, dialogs);
        VictimsPane victims = new VictimsPane(selection, navigation, rules, marking, enrichment, messages,
                background);
        victims.shown().bind(navigation.page().isEqualTo(Page.FINDINGS)
                .and(tabs.getSelectionModel().selectedIndexProperty().isEqualTo(1)));
        tabs.getTabs().addAll(Captions.tab(FindingsText.FINDINGS, list),
                Captions.tab(FindingsText.OTHER_VICTIMS,
                        victims),
                Captions.tab(FindingsText.RULES, rulesPane));
        tabs.setId("findings-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        setCenter(tabs);
        display.zone().addListener((property, before, now) -> headers());
        headers();
    }

    private HBox heading() {
        Label facts = new Label();
        facts.setId("findings-facts");
        facts.getStyleClass().add("muted");
        facts.textProperty().bind(model.facts());
        ComboBox<Severity> least = new ComboBox<>();
        least.setId("findings-least");
        Captions.accessible(least, FindingsText.SEVERITY);
        least.getItems().setAll(Severity.HIGH, Severity.MEDIUM, Severity.LOW, Severity.INFO);
        least.valueProperty().bindBidirectional(model.least());
        least.setConverter(Captions.words(severity -> severity == Severity.HIGH ? FindingsText.HIGH_ONLY.text()
                : FindingsText.AND_ABOVE.text(SeverityMark.word(severity))));
        Label hint = Captions.wrapped(Captions.muted(FindingsText.HINT));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox heading = new HBox(10, least, facts, gap, hint);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(6, 10, 6, 10));
        return heading;
    }

    private void columns() {
        TableColumn<Finding, Severity> severity = column(FindingsText.SEVERITY, 92, Finding::severity);
        severity.setCellFactory(column -> new TableCell<>() {
            @Override
            protected void updateItem(Severity item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty || item == null ? null : new SeverityMark(item));
            }
        });
        severity.setSortType(TableColumn.SortType.DESCENDING);
        TableColumn<Finding, Long> time = column(FindingsText.FIRST, 150, this::time);
        time.setCellFactory(column -> plain(nanos -> Times.seconds(nanos, display.zone().get())));
        table.getColumns().add(severity);
        table.getColumns().add(words(column(FindingsText.FINDING, 330, Finding::title)));
        table.getColumns()
                .add(words(column(FindingsText.USER, 210, finding -> finding.upn() == null ? "" : finding.upn())));
        table.getColumns().add(time);
        TableColumn<Finding, Integer> evidence = column(FindingsText.EVIDENCE, 76, finding -> finding.events().size());
        evidence.getStyleClass().add("number");
        table.getColumns().add(evidence);
        table.getColumns().add(words(column(FindingsText.COUNTER_EVIDENCE, 124,
                finding -> finding.against().isEmpty() ? "" : Integer.toString(finding.against().size()))));
        table.getColumns().add(words(column(FindingsText.ATTACK, 150, finding -> String.join(", ", finding.attack()))));
        table.getColumns().add(
                words(column(FindingsText.SESSION_ID, 280,
                        finding -> finding.sessionId() == null ? "" : finding.sessionId())));
    }

    private long time(Finding finding) {
        return finding.events().isEmpty() || selection.openCase().get() == null
                || finding.events().getFirst() >= selection.openCase().get().events().size()
                        ? AuditEvent.NO_TIME
                        : selection.openCase().get().events().time(finding.events().getFirst());
    }

    private static <T> TableColumn<Finding, T> column(FindingsText title, double width, Function<Finding, T> value) {
        TableColumn<Finding, T> column = Captions.column(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        return column;
    }

    private static TableColumn<Finding, String> words(TableColumn<Finding, String> column) {
        column.setCellFactory(table -> plain(Texts::oneLine));
        return column;
    }

    private static <T> TableCell<Finding, T> plain(Function<T, String> words) {
        return new TableCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                Captions.value(this, empty || item == null ? "" : words.apply(item));
            }
        };
    }

    private void headers() {
        Captions.title(table.getColumns().get(3), FindingsText.FIRST, Times.name(display.zone().get()));
        table.refresh();
    }

    private TableRow<Finding> row() {
        TableRow<Finding> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2 && row.getItem() != null) {
                open(row.getItem());
            }
        });
        row.setOnContextMenuRequested(event -> {
            Finding finding = row.getItem();
            if (finding != null && (finding.sessionId() != null || finding.upn() != null)) {
                ValueMenu.ofEach(navigation, values(finding)).show(row, event.getScreenX(), event.getScreenY());
            }
        });
        return row;
    }

    private static List<Filter.FieldIs> values(Finding finding) {
        List<Filter.FieldIs> values = new ArrayList<>();
        if (finding.sessionId() != null) {
            values.add(new Filter.FieldIs(FilterField.SESSION, List.of(finding.sessionId())));
        }
        if (finding.upn() != null) {
            values.add(new Filter.FieldIs(FilterField.UPN, List.of(finding.upn())));
        }
        return values;
    }

    private void open(@Nullable Finding finding) {
        if (finding != null && !finding.events().isEmpty()) {
            model.show(finding, finding.events().getFirst());
        }
    }

    /** Shows the sessions similar to the malicious ones. */
    public void showVictims() {
        tabs.getSelectionModel().select(1);
    }

    /** Asks for Sigma rules, loads them and shows the list of rules. */
    public void loadSigma() {
        showRules();
        rulesPane.loadSigma();
    }

    /** Shows the rules. */
    public void showRules() {
        tabs.getSelectionModel().select(2);
    }

    /** Gives the keyboard to the list. */
    public void focusTable() {
        tabs.getSelectionModel().select(0);
        table.requestFocus();
    }
}

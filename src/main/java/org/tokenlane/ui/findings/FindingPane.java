package org.tokenlane.ui.findings;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.CaseRules;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.text.Count;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.SeverityMark;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.EventTexts;
import org.tokenlane.ui.state.MarkSubject;
import org.tokenlane.ui.state.Markable;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Selection;

/** One finding: its explanation, counter-evidence and evidence, each event one click from its record. */
final class FindingPane extends SplitPane {

    private final Selection selection;
    private final Navigation navigation;
    private final Display display;
    private final EventTexts texts;
    private final FindingsViewModel model;
    private final Dialogs dialogs;
    private final VBox words = new VBox(8);
    private final TableView<Integer> evidence = new TableView<>();
    private final Label evidenceTitle = Captions.heading(FindingsText.EVIDENCE);
    private @Nullable Finding finding;

    FindingPane(Selection selection, Navigation navigation, Display display, EventTexts texts, FindingsViewModel model,
            Dialogs dialogs) {
        this.selection = selection;
        this.navigation = navigation;
        this.display = display;
        this.texts = texts;
        this.model = model;
        this.dialogs = dialogs;
        words.setPadding(new Insets(10, 12, 10, 12));
        words.setId("finding");
        ScrollPane scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        evidence.setId("proof");
        Captions.accessible(evidence, FindingsText.EVIDENCE);
        evidence.setFixedCellSize(24);
        Markable.offer(evidence, () -> {
            Integer event = evidence.getSelectionModel().getSelectedItem();
            return event == null ? MarkSubject.NONE : MarkSubject.events(event);
        });
        evidence.setPlaceholder(Captions.label(FindingsText.NO_EVIDENCE));
        columns();
        evidence.setRowFactory(view -> {
            TableRow<Integer> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && row.getItem() != null) {
                    show(row.getItem());
                }
            });
            return row;
        });
        evidence.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && evidence.getSelectionModel().getSelectedItem() != null) {
                show(evidence.getSelectionModel().getSelectedItem());
            }
        });
        Label hint = Captions.muted(FindingsText.EVIDENCE_HINT);
        Captions.wrapped(hint);
        evidenceTitle.setMinWidth(USE_PREF_SIZE);
        HBox heading = new HBox(10, evidenceTitle, hint);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(6, 10, 6, 10));
        BorderPane right = new BorderPane(evidence);
        right.setTop(heading);
        getItems().addAll(scroll, right);
        setDividerPositions(0.45);
        display.zone().addListener((property, before, now) -> show(finding));
        texts.read().addListener((property, before, now) -> evidence.refresh());
        show(null);
    }

    private void columns() {
        column(FindingsText.TIME, 184,
                event -> Times.exact(events().time(event), events().timeDigits(event), display.zone().get()));
        column(FindingsText.OPERATION, 170, FilterField.OPERATION);
        column(FindingsText.IP, 120, FilterField.IP);
        column(FindingsText.APP, 150, FilterField.APP);
        column(FindingsText.TARGET, 260, FilterField.TARGET);
        column(FindingsText.USER, 180, FilterField.UPN);
    }

    /** A column of one of the event's fields; a right click is about its value. */
    private void column(FindingsText title, double width, FilterField field) {
        EventField shown = field.fields().getFirst();
        column(title, width, event -> Texts.oneLine(texts.text(selection.openCase().get(), shown, event)))
                .setCellFactory(table -> new TableCell<>() {
                    @Override
                    protected void updateItem(String text, boolean empty) {
                        super.updateItem(text, empty);
                        Captions.value(this, empty ? "" : text);
                        setOnContextMenuRequested(empty || text == null || text.isEmpty() ? null
                                : event -> ValueMenu
                                        .of(navigation, field,
                                                texts.text(selection.openCase().get(), shown,
                                                        getTableRow().getItem()))
                                        .show(this, event.getScreenX(), event.getScreenY()));
                    }
                });
    }

    private TableColumn<Integer, String> column(FindingsText title, double width, IntFunction<String> text) {
        TableColumn<Integer, String> column = Captions.column(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(
                        selection.openCase().get() == null || cell.getValue() >= events().size() ? ""
                                : text.apply(cell.getValue())));
        evidence.getColumns().add(column);
        return column;
    }

    private CaseEvents events() {
        return selection.openCase().get().events();
    }

    void show(@Nullable Finding chosen) {
        finding = chosen;
        words.getChildren().clear();
        evidence.getItems().setAll(chosen == null ? List.of() : chosen.events());
        Captions.title(evidence.getColumns().getFirst(), FindingsText.TIME, Times.name(display.zone().get()));
        if (chosen == null) {
            Captions.set(evidenceTitle, FindingsText.EVIDENCE);
            words.getChildren().add(new WrappedLabel(FindingsText.SELECT_FINDING.with(), "muted"));
            return;
        }
        Captions.set(evidenceTitle, FindingsText.EVIDENCE_EVENTS, Count.EVENTS.of(chosen.events().size()));
        Label title = new WrappedLabel(chosen.title(), "pane-title");
        HBox heading = new HBox(10, new SeverityMark(chosen.severity()), title);
        heading.setAlignment(Pos.CENTER_LEFT);
        Label why = new WrappedLabel(Texts.visible(chosen.why()));
        why.setId("finding-why");
        words.getChildren().addAll(heading, why);
        if (chosen.against().isEmpty()) {
            words.getChildren().add(new WrappedLabel(FindingsText.NO_COUNTER_EVIDENCE.with(), "muted"));
        } else {
            VBox against = new VBox(3, Captions.heading(FindingsText.COUNTER_EVIDENCE_TITLE));
            chosen.against().forEach(
                    each -> against.getChildren().add(new WrappedLabel(FindingsText.BULLET.with(Texts.visible(each)))));
            against.setId("finding-against");
            words.getChildren().add(against);
        }
        if (!chosen.next().isEmpty()) {
            Label next = new WrappedLabel(FindingsText.NEXT_STEP.with(Texts.visible(chosen.next())));
            next.setId("finding-next");
            words.getChildren().add(next);
        }
        words.getChildren().add(buttons(chosen));
        RuleFile rule = model.rule(chosen.rule());
        if (rule != null) {
            words.getChildren().addAll(
                    new WrappedLabel(FindingsText.RULE_DESCRIPTION.with(rule.description()), "muted"),
                    new WrappedLabel(FindingsText.BENIGN_CAUSES.with(rule.noise()), "muted"),
                    new WrappedLabel(FindingsText.RULE_SOURCES.with(String.join(", ", rule.attack()),
                            String.join("; ", rule.sources())), "muted"));
        }
    }

    private void show(int event) {
        if (finding != null) {
            model.show(finding, event);
        }
    }

    private static String copied(Finding chosen) {
        List<String> lines = new ArrayList<>(List.of(FindingsText.COPY_TITLE.text(chosen.title(), chosen.why())));
        chosen.against().forEach(each -> lines.add(FindingsText.COPY_COUNTER_EVIDENCE.text(each)));
        lines.add(FindingsText.COPY_EVIDENCE.text(String.join(", ", chosen.eventIds())));
        return String.join("\n", lines);
    }

    private FlowPane buttons(Finding chosen) {
        Button open = Captions.button("bi-diagram-3",
                chosen.sessionId() == null ? FindingsText.SHOW_EVENTS : FindingsText.OPEN_SESSION);
        open.setId("open-session");
        open.setDisable(chosen.events().isEmpty());
        open.setOnAction(event -> model.show(chosen, chosen.events().getFirst()));
        Button copy = Captions.button("bi-clipboard", FindingsText.COPY);
        copy.setOnAction(event -> ValueMenu.copy(copied(chosen)));
        Button off = Captions.button("bi-toggle-off", FindingsText.SWITCH_OFF);
        off.setId("switch-off");
        off.setOnAction(event -> {
            model.tune(chosen.rule(), CaseRules.ENABLED, "false",
                    problem -> dialogs.problem(FindingsText.NOT_SWITCHED_OFF.with(), problem));
        });
        return new FlowPane(8, 8, open, copy, off);
    }
}

package org.tokenlane.ui.findings;

import java.util.List;
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
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.detect.CaseRules;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.SeverityMark;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.state.Workbench;

/** One finding: why, what speaks against it, and the events that prove it, each one click from its record. */
final class FindingPane extends SplitPane {

    private final Workbench workbench;
    private final FindingsViewModel model;
    private final Dialogs dialogs;
    private final VBox words = new VBox(8);
    private final TableView<Integer> proof = new TableView<>();
    private final Label proofTitle = new Label("Proof");
    private Finding finding;

    FindingPane(Workbench workbench, FindingsViewModel model, Dialogs dialogs) {
        this.workbench = workbench;
        this.model = model;
        this.dialogs = dialogs;
        words.setPadding(new Insets(10, 12, 10, 12));
        words.setId("finding");
        ScrollPane scroll = new ScrollPane(words);
        scroll.setFitToWidth(true);
        proof.setId("proof");
        proof.setFixedCellSize(24);
        proof.setPlaceholder(new Label("This finding is about what is not there."));
        columns();
        proof.setRowFactory(view -> {
            TableRow<Integer> row = new TableRow<>();
            row.setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && row.getItem() != null) {
                    model.show(finding, row.getItem());
                }
            });
            return row;
        });
        proof.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && proof.getSelectionModel().getSelectedItem() != null) {
                model.show(finding, proof.getSelectionModel().getSelectedItem());
            }
        });
        proofTitle.getStyleClass().add("section-title");
        Label hint = new Label("Double-click or Enter shows the event in its session");
        hint.getStyleClass().add("muted");
        HBox heading = new HBox(10, proofTitle, hint);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(6, 10, 6, 10));
        BorderPane right = new BorderPane(proof);
        right.setTop(heading);
        getItems().addAll(scroll, right);
        setDividerPositions(0.45);
        workbench.zone().addListener((property, before, now) -> show(finding));
        show(null);
    }

    private void columns() {
        column("Time", 170,
                event -> Times.exact(events().time(event), events().timeDigits(event), workbench.zone().get()));
        column("Operation", 170, FilterField.OPERATION);
        column("IP", 120, FilterField.IP);
        column("Application", 150, FilterField.APP);
        column("Target", 260, FilterField.TARGET);
        column("User", 180, FilterField.UPN);
    }

    /** A column of one of the event's fields; a right click is about its value. */
    private void column(String title, double width, FilterField field) {
        EventField shown = field.fields().getFirst();
        column(title, width, event -> Texts.oneLine(Texts.orEmpty(events().text(shown, event))))
                .setCellFactory(table -> new TableCell<>() {
                    @Override
                    protected void updateItem(String text, boolean empty) {
                        super.updateItem(text, empty);
                        setText(empty ? "" : text);
                        setOnContextMenuRequested(empty || text == null || text.isEmpty() ? null
                                : event -> ValueMenu.of(workbench, field, events().text(shown, getTableRow().getItem()))
                                        .show(this, event.getScreenX(), event.getScreenY()));
                    }
                });
    }

    private TableColumn<Integer, String> column(String title, double width,
            java.util.function.IntFunction<String> text) {
        TableColumn<Integer, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(
                cell -> new ReadOnlyObjectWrapper<>(
                        workbench.openCase().get() == null || cell.getValue() >= events().size() ? ""
                                : text.apply(cell.getValue())));
        proof.getColumns().add(column);
        return column;
    }

    private CaseEvents events() {
        return workbench.openCase().get().events();
    }

    void show(Finding chosen) {
        finding = chosen;
        words.getChildren().clear();
        proof.getItems().setAll(chosen == null ? List.of() : chosen.events());
        proof.getColumns().getFirst().setText("Time (" + Times.name(workbench.zone().get()) + ")");
        proofTitle.setText(chosen == null ? "Proof" : "Proof: " + Texts.count(chosen.events().size(), "event"));
        if (chosen == null) {
            words.getChildren().add(new WrappedLabel("Choose a finding to see why.", "muted"));
            return;
        }
        Label title = new Label(chosen.title());
        title.getStyleClass().add("pane-title");
        title.setWrapText(true);
        title.setMinHeight(USE_PREF_SIZE);
        HBox heading = new HBox(10, new SeverityMark(chosen.severity()), title);
        heading.setAlignment(Pos.CENTER_LEFT);
        Label why = new WrappedLabel(Texts.visible(chosen.why()));
        why.setId("finding-why");
        words.getChildren().addAll(heading, why);
        if (chosen.against().isEmpty()) {
            words.getChildren().add(new WrappedLabel("Nothing on record speaks against it.", "muted"));
        } else {
            VBox against = new VBox(3, new WrappedLabel("Against it:", "section-title"));
            chosen.against().forEach(each -> against.getChildren().add(new WrappedLabel("• " + Texts.visible(each))));
            against.setId("finding-against");
            words.getChildren().add(against);
        }
        words.getChildren().add(buttons(chosen));
        RuleFile rule = model.rule(chosen.rule());
        if (rule != null) {
            words.getChildren().addAll(new WrappedLabel("The rule: " + rule.description(), "muted"),
                    new WrappedLabel("Ordinary things that look like it: " + rule.noise(), "muted"),
                    new WrappedLabel("ATT&CK: " + String.join(", ", rule.attack()) + "; after: "
                            + String.join("; ", rule.sources()), "muted"));
        }
    }

    private HBox buttons(Finding chosen) {
        Button open = new Button("Open the session", new FontIcon("bi-diagram-3"));
        open.setId("open-session");
        open.setDisable(chosen.sessionId() == null || chosen.events().isEmpty());
        open.setOnAction(event -> model.show(chosen, chosen.events().getFirst()));
        Button copy = new Button("Copy", new FontIcon("bi-clipboard"));
        copy.setOnAction(event -> ValueMenu.copy(chosen.title() + "\n" + chosen.why()
                + String.join("", chosen.against().stream().map(each -> "\nAgainst it: " + each).toList()) + "\nProof: "
                + String.join(", ", chosen.eventIds())));
        Button off = new Button("Switch this rule off", new FontIcon("bi-toggle-off"));
        off.setOnAction(event -> {
            String problem = model.tune(chosen.rule(), CaseRules.ENABLED, "false");
            if (problem != null) {
                dialogs.problem("The rule could not be switched off", problem);
            }
        });
        return new HBox(8, open, copy, off);
    }
}

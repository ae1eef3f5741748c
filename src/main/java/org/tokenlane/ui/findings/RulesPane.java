package org.tokenlane.ui.findings;

import java.util.Map;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.detect.CaseRules;
import org.tokenlane.detect.CaseSigma;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.SeverityMark;
import org.tokenlane.ui.kit.WrappedLabel;

/**
 * The rules: what became of each in this case, switched off and on, their settings changed; and what no rule takes for
 * an attacker's.
 */
final class RulesPane extends BorderPane {

    private final FindingsViewModel model;
    private final Dialogs dialogs;
    private final TableView<FindingsViewModel.RuleLine> table = new TableView<>();
    private final VBox about = new VBox(8);
    private final TextField networks = new TextField();
    private final TextField apps = new TextField();

    RulesPane(FindingsViewModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        table.setId("rules");
        table.setEditable(true);
        table.setFixedCellSize(26);
        table.setItems(model.rules());
        columns();
        about.setPadding(new Insets(10, 12, 10, 12));
        ScrollPane scroll = new ScrollPane(about);
        scroll.setFitToWidth(true);
        SplitPane split = new SplitPane(table, scroll);
        split.setDividerPositions(0.62);
        setCenter(split);
        setTop(allowed());
        table.getSelectionModel().selectedItemProperty()
                .addListener((property, before, now) -> show(now == null ? null : now.rule()));
        model.rules().addListener((javafx.collections.ListChangeListener<FindingsViewModel.RuleLine>) change -> {
            networks.setText(model.allowed(CaseRules.NETWORKS));
            apps.setText(model.allowed(CaseRules.APPS));
        });
        show(null);
    }

    private HBox allowed() {
        networks.setId("allowed-networks");
        networks.setPromptText("AS64500, 203.0.113.7, 198.51.100.0/24");
        networks.setTooltip(new Tooltip(
                "Networks that are the organisation's own: no rule takes them for an attacker's. Enter keeps them."));
        networks.setOnAction(event -> tune(CaseRules.ALL, CaseRules.NETWORKS, networks.getText()));
        apps.setId("allowed-apps");
        apps.setPromptText("application ids or names");
        apps.setTooltip(new Tooltip("Applications that no rule takes for an attacker's. Enter keeps them."));
        apps.setOnAction(event -> tune(CaseRules.ALL, CaseRules.APPS, apps.getText()));
        HBox.setHgrow(networks, Priority.ALWAYS);
        HBox.setHgrow(apps, Priority.ALWAYS);
        Button sigma = new Button("Load Sigma rules…", new FontIcon("bi-file-earmark-plus"));
        sigma.setId("load-sigma");
        sigma.setTooltip(new Tooltip(
                "Rules in the Sigma format for Microsoft 365, Entra and Azure logs; they run with the others (Ctrl+Shift+G)"));
        sigma.setMinWidth(USE_PREF_SIZE);
        sigma.setOnAction(event -> loadSigma());
        HBox bar = new HBox(8, new Label("Allowed networks"), networks, new Label("Allowed applications"), apps, sigma);
        bar.getChildren().forEach(node -> {
            if (node instanceof Label label) {
                label.setMinWidth(USE_PREF_SIZE);
            }
        });
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setPadding(new Insets(6, 10, 6, 10));
        return bar;
    }

    private void columns() {
        TableColumn<FindingsViewModel.RuleLine, Boolean> on = new TableColumn<>("On");
        on.setPrefWidth(44);
        on.setEditable(true);
        on.setCellValueFactory(cell -> {
            SimpleBooleanProperty enabled = new SimpleBooleanProperty(cell.getValue().rule().enabled());
            enabled.addListener((property, before, now) -> tune(cell.getValue().rule().id(), CaseRules.ENABLED,
                    String.valueOf(now)));
            return enabled;
        });
        on.setCellFactory(CheckBoxTableCell.forTableColumn(on));
        TableColumn<FindingsViewModel.RuleLine, Severity> severity = new TableColumn<>("Severity");
        severity.setPrefWidth(92);
        severity.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue().rule().severity()));
        severity.setCellFactory(column -> new TableCell<>() {
            @Override
            protected void updateItem(Severity item, boolean empty) {
                super.updateItem(item, empty);
                setGraphic(empty || item == null ? null : new SeverityMark(item));
            }
        });
        table.getColumns().add(on);
        table.getColumns().add(severity);
        text("Rule", 330, line -> line.rule().title());
        text("In this case", 330, FindingsViewModel.RuleLine::state);
    }

    private void text(String title, double width,
            java.util.function.Function<FindingsViewModel.RuleLine, String> words) {
        TableColumn<FindingsViewModel.RuleLine, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(words.apply(cell.getValue())));
        table.getColumns().add(column);
    }

    private void show(RuleFile rule) {
        about.getChildren().clear();
        if (rule == null) {
            about.getChildren().add(new WrappedLabel("Choose a rule to see what it is about and to tune it.", "muted"));
            return;
        }
        about.getChildren().addAll(new WrappedLabel(rule.title(), "pane-title"), new WrappedLabel(rule.description()),
                new WrappedLabel("Ordinary things that look like it: " + rule.noise(), "muted"),
                new WrappedLabel(
                        "Needs: " + (rule.needs().isEmpty() ? "nothing"
                                : String.join("; ", rule.needs().stream().map(need -> need.text()).toList())),
                        "muted"),
                new WrappedLabel("Rule " + rule.id() + "; ATT&CK " + String.join(", ", rule.attack()) + "; after: "
                        + String.join("; ", rule.sources()), "muted"));
        if (rule.id().startsWith(CaseSigma.PREFIX)) {
            Button remove = new Button("Take its file out of the case");
            remove.setId("remove-sigma");
            remove.setOnAction(event -> model.removeSigma(rule.id()));
            about.getChildren().add(remove);
        }
        GridPane settings = new GridPane(10, 6);
        int row = 0;
        for (Map.Entry<String, String> setting : rule.settings().texts().entrySet()) {
            TextField value = new TextField(setting.getValue());
            value.setTooltip(new Tooltip("Enter keeps it in this case; empty takes the rule's own again"));
            value.setOnAction(event -> tune(rule.id(), setting.getKey(), value.getText()));
            GridPane.setHgrow(value, Priority.ALWAYS);
            Label name = new Label(setting.getKey());
            name.setMinWidth(USE_PREF_SIZE);
            settings.addRow(row++, name, value);
        }
        if (row > 0) {
            about.getChildren().addAll(new WrappedLabel("Settings", "section-title"), settings);
        }
    }

    /** Asks for rule files and loads them. */
    void loadSigma() {
        model.loadSigma(dialogs.files("Load Sigma rules"));
    }

    private void tune(String rule, String name, String value) {
        int selected = table.getSelectionModel().getSelectedIndex();
        String problem = model.tune(rule, name, value);
        if (problem != null) {
            dialogs.problem("The rule could not be tuned", problem);
        }
        table.getSelectionModel().select(selected);
    }
}

package org.tokenlane.ui.findings;

import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.ListChangeListener;
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
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.detect.CaseRules;
import org.tokenlane.detect.CaseSigma;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.SeverityMark;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.kit.WrappedLabel;

/**
 * The rules: the result of each in this case, its switch and its settings; and the networks and apps that no rule
 * treats
 * as an attacker's.
 */
final class RulesPane extends BorderPane {

    private final FindingsViewModel model;
    private final Dialogs dialogs;
    private final TableView<FindingsViewModel.RuleLine> table = new TableView<>();
    private final VBox about = new VBox(8);
    private final TextField networks = new TextField();
    private final TextField apps = new TextField();
    private @Nullable String selected;

    RulesPane(FindingsViewModel model, Dialogs dialogs) {
        this.model = model;
        this.dialogs = dialogs;
        table.setId("rules");
        Captions.accessible(table, FindingsText.RULES);
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
                .addListener((property, before, now) -> {
                    selected = now == null ? selected : now.rule().id();
                    show(now);
                });
        model.rules().addListener((ListChangeListener<FindingsViewModel.RuleLine>) change -> {
            // the list was read again: the rule that was selected stays so
            model.rules().stream().filter(line -> line.rule().id().equals(selected)).findFirst()
                    .ifPresent(table.getSelectionModel()::select);
            Captions.value(networks, model.allowed(CaseRules.NETWORKS));
            Captions.value(apps, model.allowed(CaseRules.APPS));
        });
        show(null);
    }

    private HBox allowed() {
        networks.setId("allowed-networks");
        Captions.prompt(networks, FindingsText.ALLOWED_NETWORKS_PROMPT);
        Captions.tip(networks, FindingsText.ALLOWED_NETWORKS_TIP);
        networks.setOnAction(event -> tune(CaseRules.ALL, CaseRules.NETWORKS, networks.getText()));
        apps.setId("allowed-apps");
        Captions.prompt(apps, FindingsText.ALLOWED_APPS_PROMPT);
        Captions.tip(apps, FindingsText.ALLOWED_APPS_TIP);
        apps.setOnAction(event -> tune(CaseRules.ALL, CaseRules.APPS, apps.getText()));
        HBox.setHgrow(networks, Priority.ALWAYS);
        HBox.setHgrow(apps, Priority.ALWAYS);
        Button sigma = Captions.button("bi-file-earmark-plus", FindingsText.LOAD_SIGMA);
        sigma.setId("load-sigma");
        Captions.tip(sigma, FindingsText.LOAD_SIGMA_TIP, Shortcut.LOAD_SIGMA);
        sigma.setMinWidth(USE_PREF_SIZE);
        sigma.setOnAction(event -> loadSigma());
        HBox bar = new HBox(8, Captions.label(FindingsText.ALLOWED_NETWORKS), networks,
                Captions.label(FindingsText.ALLOWED_APPS), apps, sigma);
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
        TableColumn<FindingsViewModel.RuleLine, Boolean> on = Captions.column(FindingsText.ON);
        on.setPrefWidth(44);
        on.setEditable(true);
        on.setCellValueFactory(cell -> {
            SimpleBooleanProperty enabled = new SimpleBooleanProperty(cell.getValue().rule().enabled());
            enabled.addListener((property, before, now) -> tune(cell.getValue().rule().id(), CaseRules.ENABLED,
                    String.valueOf(now)));
            return enabled;
        });
        on.setCellFactory(CheckBoxTableCell.forTableColumn(on));
        TableColumn<FindingsViewModel.RuleLine, Severity> severity = Captions.column(FindingsText.SEVERITY);
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
        text(FindingsText.RULE, 330, line -> line.rule().title());
        text(FindingsText.IN_THIS_CASE, 330, FindingsViewModel.RuleLine::state);
    }

    private void text(FindingsText title, double width, Function<FindingsViewModel.RuleLine, String> words) {
        TableColumn<FindingsViewModel.RuleLine, String> column = Captions.column(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(words.apply(cell.getValue())));
        table.getColumns().add(column);
    }

    private void show(FindingsViewModel.@Nullable RuleLine line) {
        about.getChildren().clear();
        if (line == null) {
            about.getChildren().add(new WrappedLabel(FindingsText.SELECT_RULE.with(), "muted"));
            return;
        }
        RuleFile rule = line.rule();
        about.getChildren().add(new WrappedLabel(rule.title(), "pane-title"));
        if (line.outcome() != null && line.outcome().notEvaluated() != null) {
            WrappedLabel why = new WrappedLabel(line.state(), "import-warning");
            why.setId("rule-not-evaluated");
            why.setGraphic(new FontIcon("bi-exclamation-triangle"));
            about.getChildren().add(why);
        }
        if (!rule.description().isBlank()) {
            about.getChildren().add(new WrappedLabel(rule.description()));
        }
        String sources = String.join("; ", rule.sources());
        about.getChildren().addAll(new WrappedLabel(FindingsText.BENIGN_CAUSES.with(rule.noise()), "muted"),
                new WrappedLabel(FindingsText.NEEDS.with(rule.needs().isEmpty() ? FindingsText.NEEDS_NOTHING.text()
                        : String.join("; ", rule.needs().stream().map(need -> need.text()).toList())), "muted"),
                new WrappedLabel(rule.attack().isEmpty() ? FindingsText.RULE_ID_ONLY.with(rule.id(), sources)
                        : FindingsText.RULE_ID.with(rule.id(), String.join(", ", rule.attack()), sources), "muted"));
        if (rule.id().startsWith(CaseSigma.PREFIX)) {
            Button remove = Captions.button(FindingsText.REMOVE_SIGMA);
            remove.setId("remove-sigma");
            remove.setOnAction(event -> model.removeSigma(rule.id()));
            about.getChildren().add(remove);
        }
        GridPane settings = new GridPane(10, 6);
        int row = 0;
        for (Map.Entry<String, String> setting : rule.settings().texts().entrySet()) {
            TextField value = new TextField();
            Captions.value(value, setting.getValue());
            Captions.tip(value, FindingsText.SETTING_TIP);
            value.setOnAction(event -> tune(rule.id(), setting.getKey(), value.getText()));
            GridPane.setHgrow(value, Priority.ALWAYS);
            Label name = Captions.valueLabel(setting.getKey());
            name.setMinWidth(USE_PREF_SIZE);
            settings.addRow(row++, name, value);
        }
        if (row > 0) {
            about.getChildren().addAll(Captions.heading(FindingsText.SETTINGS), settings);
        }
    }

    /** Asks for rule files and loads them. */
    void loadSigma() {
        model.loadSigma(dialogs.files(FindingsText.LOAD_SIGMA_TITLE.with()));
    }

    private void tune(String rule, String name, String value) {
        model.tune(rule, name, value, problem -> dialogs.problem(FindingsText.NOT_TUNED.with(), problem));
    }
}

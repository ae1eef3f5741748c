package org.tokenlane.ui.exposure;

import java.io.File;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.Workbench;

/** What the chosen events got at: the sum, its lists, and what the logs leave open. */
public final class ExposureView extends BorderPane {

    private final ExposureViewModel model;
    private final Label summary = new Label();
    private final Label state = new Label();
    private final ListView<ExposureTable> lists = new ListView<>();
    private final ExposureTableView table;
    private final ListView<String> limits = new ListView<>();
    private final Button save = new Button("Export CSV…", new FontIcon("bi-download"));
    private final Label limitsTitle = new Label();

    public ExposureView(Workbench workbench) {
        model = new ExposureViewModel(workbench);
        table = new ExposureTableView(workbench);
        setTop(heading());
        lists.setId("exposure-lists");
        lists.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(ExposureTable item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : item.title() + "  " + Texts.number(item.rows().size()));
            }
        });
        lists.setPlaceholder(muted("Nothing to list."));
        lists.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> table.show(now));
        SplitPane across = new SplitPane(lists, table, limitsPane());
        across.setDividerPositions(0.2, 0.76);
        SplitPane.setResizableWithParent(lists, false);
        setCenter(across);
        model.found().addListener((property, before, now) -> fill(now));
        model.state().addListener((property, before, now) -> state.setText(now));
        fill(model.found().get());
    }

    private static Label muted(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("muted");
        return label;
    }

    private HBox heading() {
        summary.setId("exposure-summary");
        summary.setWrapText(true);
        summary.setMinHeight(Region.USE_PREF_SIZE);
        state.setId("exposure-state");
        state.getStyleClass().add("muted");
        state.setMinWidth(Region.USE_PREF_SIZE);
        save.setId("exposure-save");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setTooltip(new Tooltip("Saves all lists and limits as one table for the privacy notice"));
        save.setOnAction(event -> save());
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox heading = new HBox(10, summary, state, save);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(4, 10, 4, 10));
        return heading;
    }

    private BorderPane limitsPane() {
        limits.setId("exposure-limits");
        limits.setCellFactory(view -> new ListCell<>() {
            {
                setWrapText(true);
                setPrefWidth(0);
            }

            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : Texts.oneLine(item));
            }
        });
        limits.setPlaceholder(muted("No limit was found."));
        limitsTitle.getStyleClass().add("section-title");
        BorderPane pane = new BorderPane(limits);
        StackPane title = new StackPane(limitsTitle);
        title.setAlignment(Pos.CENTER_LEFT);
        title.setPadding(new Insets(4, 8, 4, 8));
        pane.setTop(title);
        return pane;
    }

    private void fill(ExposureViewModel.Found found) {
        ExposureTable before = lists.getSelectionModel().getSelectedItem();
        lists.setItems(FXCollections.observableArrayList(found.tables()));
        found.tables().stream().filter(one -> before != null && one.id().equals(before.id())).findFirst().or(() -> found.tables().stream().findFirst())
                .ifPresentOrElse(lists.getSelectionModel()::select, () -> table.show(null));
        List<String> all = found.exposure() == null ? List.of() : found.exposure().limits();
        limits.setItems(FXCollections.observableArrayList(all));
        limitsTitle.setText("What this leaves open  " + (all.isEmpty() ? "" : Texts.number(all.size())));
        summary.setText(Texts.oneLine(model.summary()));
        save.setDisable(found.exposure() == null);
    }

    private void save() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Export the exposure for the privacy notice");
        chooser.setInitialFileName("exposure.csv");
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("CSV", "*.csv"));
        File file = chooser.showSaveDialog(getScene().getWindow());
        if (file != null) {
            model.save(file.toPath());
        }
    }

    /** Whether the analyst looks at it; only then it is found. */
    public BooleanProperty shown() {
        return model.shown();
    }

    /** Gives the keyboard to the lists. */
    public void focusLists() {
        lists.requestFocus();
    }
}

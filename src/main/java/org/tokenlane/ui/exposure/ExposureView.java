package org.tokenlane.ui.exposure;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Runner;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.FileKind;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.Selection;

/** What the selected events accessed: the summary, the lists, and the limitations of the logs. */
public final class ExposureView extends BorderPane {

    /** An entry of the list on the left: one of the exposure's lists, or its limitations if that is null. */
    record Entry(String title, int count, @Nullable ExposureTable table) {

        String id() {
            return table == null ? "limits" : table.id();
        }
    }

    private static final class EntryCell extends ListCell<Entry> {

        private final Label title = new Label();
        private final Label count = new Label();
        private final HBox line = new HBox(6, title, count);

        EntryCell() {
            setPrefWidth(0);
            title.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(title, Priority.ALWAYS);
            count.getStyleClass().add("count");
            count.setMinWidth(Region.USE_PREF_SIZE);
            line.setAlignment(Pos.CENTER_LEFT);
        }

        @Override
        protected void updateItem(Entry item, boolean empty) {
            super.updateItem(item, empty);
            setGraphic(empty || item == null ? null : line);
            if (!empty && item != null) {
                Captions.value(title, item.title());
                Captions.value(count, Texts.number(item.count()));
            }
        }
    }

    private final Dialogs dialogs;
    private final ExposureViewModel model;
    private final Label summary = new Label();
    private final Label state = new Label();
    private final ListView<Entry> lists = new ListView<>();
    private final ExposureTableView table;
    private final VBox limits = new VBox(8);
    private final ScrollPane limitsPane = new ScrollPane(limits);
    private final Button save = Captions.button("bi-download", ExposureText.EXPORT);

    public ExposureView(Selection selection, Navigation navigation, Marking marking, CaseAnswers answers,
            Display display,
            Messages messages, Runner background, Dialogs dialogs) {
        this.dialogs = dialogs;
        model = new ExposureViewModel(selection, marking, answers, messages, background);
        table = new ExposureTableView(selection, navigation, display, messages, background);
        setTop(heading());
        lists.setId("exposure-lists");
        Captions.accessible(lists, ExposureText.LISTS);
        lists.setFixedCellSize(26);
        lists.setMinWidth(120);
        lists.setPrefWidth(200);
        lists.setCellFactory(view -> new EntryCell());
        WrappedLabel nothing = new WrappedLabel(ExposureText.NOTHING.with(), "muted");
        nothing.setId("exposure-nothing");
        lists.setPlaceholder(nothing);
        lists.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> show(now));
        limits.setId("exposure-limits");
        limits.setPadding(new Insets(8, 10, 8, 10));
        limitsPane.setFitToWidth(true);
        SplitPane across = new SplitPane(lists, new StackPane(table, limitsPane));
        across.setDividerPositions(0.29);
        SplitPane.setResizableWithParent(lists, false);
        setCenter(across);
        model.found().addListener((property, before, now) -> fill(now));
        model.state().addListener((property, before, now) -> {
            Captions.value(state, now);
            // while records are read it is not known yet that there is nothing
            nothing.setVisible(now.isEmpty());
            table.answered(now.isEmpty());
        });
        fill(model.found().get());
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
        Captions.tip(save, ExposureText.EXPORT_TIP);
        save.setOnAction(event -> save());
        HBox.setHgrow(summary, Priority.ALWAYS);
        summary.setMaxWidth(Double.MAX_VALUE);
        HBox heading = new HBox(10, summary, state, save);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(4, 10, 4, 10));
        return heading;
    }

    private void fill(ExposureViewModel.Found found) {
        Entry before = lists.getSelectionModel().getSelectedItem();
        List<String> sentences = found.exposure() == null ? List.of() : found.exposure().limits();
        limits.getChildren().setAll(sentences.stream().map(ExposureView::limit).toList());
        List<Entry> entries = new ArrayList<>(
                found.tables().stream().map(one -> new Entry(one.title(), one.rows().size(), one)).toList());
        if (!sentences.isEmpty()) {
            entries.add(new Entry(ExposureText.LIMITS.text(), sentences.size(), null));
        }
        lists.setItems(FXCollections.observableArrayList(entries));
        entries.stream().filter(one -> before != null && one.id().equals(before.id())).findFirst()
                .or(() -> entries.stream().findFirst())
                .ifPresentOrElse(lists.getSelectionModel()::select, () -> show(null));
        Captions.value(summary, Texts.oneLine(model.summary()));
        save.setDisable(found.exposure() == null);
    }

    private static Label limit(String sentence) {
        Label label = new WrappedLabel(ExposureText.BULLET.with(Texts.oneLine(sentence)));
        label.setContextMenu(
                new ContextMenu(Captions.action(ExposureText.COPY, () -> ValueMenu.copy(sentence))));
        return label;
    }

    private void show(@Nullable Entry entry) {
        boolean ofLimits = entry != null && entry.table() == null;
        limitsPane.setVisible(ofLimits);
        table.setVisible(!ofLimits);
        table.show(entry == null ? null : entry.table());
    }

    private void save() {
        Path file = dialogs.fileToWrite(ExposureText.EXPORT_TITLE.with(), "exposure.csv",
                List.of(new FileKind(ExposureText.CSV, "*.csv")));
        if (file != null) {
            model.save(file);
        }
    }

    /** Whether it is visible; the exposure is determined only then. */
    public BooleanProperty shown() {
        return model.shown();
    }

    /** Gives the keyboard to the lists. */
    public void focusLists() {
        lists.requestFocus();
    }
}

package org.tokenlane.ui.marks;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Runner;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.FileKind;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.marks.MergeViewModel.Decision;
import org.tokenlane.ui.marks.MergeViewModel.Row;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/** Merges what another analyst said in a copy of the case; above the window's other contents. */
public final class MergeView extends StackPane {

    private static final List<FileKind> MARKS = List.of(new FileKind(MarksText.MARKS_FILE, "*.json"));
    private static final double HIGHEST = 110;

    private final Selection selection;
    private final Dialogs dialogs;
    private final MergeViewModel model;
    private final TableView<Row> table = new TableView<>();

    public MergeView(Selection selection, Marking marking, Display display, Messages messages, Runner background,
            Dialogs dialogs) {
        this.selection = selection;
        this.dialogs = dialogs;
        this.model = new MergeViewModel(selection, marking, display, messages, background);
        setId("merge");
        getStyleClass().add("search-veil");
        Button merge = button("merge-apply", MarksText.MERGE_APPLY, model::merge);
        merge.getStyleClass().add("accent");
        VBox box = new VBox(8, Captions.paneTitle(MarksText.MERGE_TITLE), new WrappedLabel(MarksText.MERGE_ABOUT.with(),
                "muted"), line("merge-summary", model.summary()), line("merge-missing", model.missing()), table(),
                line("merge-undecided", model.undecided()), buttons(merge));
        box.getStyleClass().add("search-box");
        box.setPadding(new Insets(14));
        box.setMaxSize(960, 620);
        StackPane.setMargin(box, new Insets(20));
        getChildren().add(box);
        visibleProperty().bind(model.open());
        model.open().addListener((property, before, now) -> {
            if (now) {
                merge.requestFocus();
            } else {
                // not a text field, which would take the keys that undo the merge for its own
                getParent().requestFocus();
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.dismiss();
                event.consume();
            }
        });
    }

    /** Asks for a file, and writes what is said in this case into it. */
    public void export() {
        OpenCase open = selection.openCase().get();
        Path file = open == null ? null
                : dialogs.fileToWrite(MarksText.EXPORT_TITLE.with(), MarksText.EXPORT_NAME.text(open.name()), MARKS);
        if (file != null) {
            model.export(file);
        }
    }

    /** Asks for a file of another copy of the case, and shows how it differs. */
    public void choose() {
        dialogs.files(MarksText.MERGE_CHOOSE.with()).stream().findFirst().ifPresent(model::begin);
    }

    private static WrappedLabel line(String id, javafx.beans.value.ObservableValue<String> text) {
        WrappedLabel line = new WrappedLabel("");
        line.setId(id);
        line.textProperty().bind(text);
        line.managedProperty().bind(line.textProperty().isNotEmpty());
        return line;
    }

    private TableView<Row> table() {
        table.setId("merge-conflicts");
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_ALL_COLUMNS);
        table.setPlaceholder(Captions.muted(MarksText.MERGE_NO_CONFLICTS));
        table.getColumns().add(column(MarksText.MERGE_COLUMN_ON, 220, Row::on));
        table.getColumns().add(column(MarksText.MERGE_COLUMN_OURS, 270, row -> model.words(row.item().ours())));
        table.getColumns().add(column(MarksText.MERGE_COLUMN_THEIRS, 270, row -> model.words(row.item().theirs())));
        TableColumn<Row, Row> decision = Captions.column(MarksText.MERGE_COLUMN_DECISION);
        decision.setPrefWidth(200);
        decision.setMinWidth(200);
        decision.setSortable(false);
        decision.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        decision.setCellFactory(column -> new DecisionCell());
        table.getColumns().add(decision);
        model.rows().addListener((property, before, now) -> table.setItems(FXCollections.observableList(now)));
        VBox.setVgrow(table, Priority.ALWAYS);
        return table;
    }

    private TableColumn<Row, String> column(TextKey title, double width, Function<Row, String> value) {
        TableColumn<Row, String> column = Captions.column(title);
        column.setPrefWidth(width);
        column.setSortable(false);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(made -> new WrappedCell());
        // the lines of a cell follow its width
        column.widthProperty().addListener((property, before, now) -> table.refresh());
        return column;
    }

    /** A text on several lines; the rest of a very long one is in its tooltip. */
    private static final class WrappedCell extends TableCell<Row, String> {

        private final Label label = Captions.valueLabel("");

        WrappedCell() {
            label.setWrapText(true);
            label.setMaxHeight(HIGHEST);
            label.setMinHeight(USE_PREF_SIZE);
        }

        @Override
        protected void updateItem(@Nullable String text, boolean empty) {
            super.updateItem(text, empty);
            if (empty || text == null) {
                setGraphic(null);
                return;
            }
            Captions.value(label, Texts.wrappable(text));
            Captions.valueTip(label, text);
            label.setPrefWidth(getTableColumn().getWidth() - 16);
            label.setPrefHeight(Math.min(HIGHEST, label.prefHeight(getTableColumn().getWidth() - 16)));
            setGraphic(label);
        }
    }

    /** Which of the two stays. */
    private static final class DecisionCell extends TableCell<Row, Row> {

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            setGraphic(empty || row == null ? null
                    : new HBox(4, toggle(row, Decision.OURS),
                            toggle(row, Decision.THEIRS)));
        }

        private static ToggleButton toggle(Row row, Decision decision) {
            ToggleButton toggle = Captions.toggle(decision);
            toggle.getStyleClass().add("merge-" + decision.name().toLowerCase(java.util.Locale.ROOT));
            toggle.setSelected(row.decision().get() == decision);
            toggle.setOnAction(event -> row.decision().set(toggle.isSelected() ? decision : null));
            row.decision().addListener((property, before, now) -> toggle.setSelected(now == decision));
            toggle.setMinWidth(USE_PREF_SIZE);
            return toggle;
        }
    }

    private HBox buttons(Button merge) {
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox all = new HBox(8, button("merge-all-ours", MarksText.MERGE_ALL_OURS, model::allOurs),
                button("merge-all-theirs", MarksText.MERGE_ALL_THEIRS, model::allTheirs),
                button("merge-newest", MarksText.MERGE_NEWEST, model::newest), gap,
                button("merge-cancel", MarksText.CANCEL, model::dismiss), merge);
        all.setAlignment(Pos.CENTER_LEFT);
        return all;
    }

    private static Button button(String id, TextKey text, Runnable action) {
        Button button = Captions.button(text);
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }
}

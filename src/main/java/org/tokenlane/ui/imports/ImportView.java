package org.tokenlane.ui.imports;

import java.util.List;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.cell.CheckBoxTableCell;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.evidence.RejectedRecord;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.model.time.DateOrder;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.TextCells;
import org.tokenlane.ui.kit.Texts;

/** The files that are brought into the case, a row each, above the window's other contents. */
public final class ImportView extends StackPane {

    /** How dates are read whose order of day and month a file does not prove. */
    private enum Dates {
        AS_PROVEN(ImportsText.DATES_PROVEN, null),
        MONTH_FIRST(ImportsText.DATES_MONTH_FIRST, DateOrder.MONTH_FIRST),
        DAY_FIRST(ImportsText.DATES_DAY_FIRST, DateOrder.DAY_FIRST);

        private final TextKey words;
        private final @Nullable DateOrder order;

        Dates(TextKey words, @Nullable DateOrder order) {
            this.words = words;
            this.order = order;
        }
    }

    private final ImportViewModel model;
    private final TableView<ImportRow> files = new TableView<>();
    private final TableView<RejectedRecord> rejected = new TableView<>();
    private final TableView<ImportWarning> warnings = new TableView<>();
    private final ComboBox<Dates> dates = new ComboBox<>();
    private final Button start = new Button();
    private final Button cancel = Captions.button(ImportsText.CANCEL);
    private final Button close = Captions.button(ImportsText.CLOSE);

    private final NewCasePane newCase;
    private final CheckBox all = Captions.checkBox(ImportsText.ALL_FILES);
    private final TabPane tabs = new TabPane();
    private final Label title = Captions.paneTitle(ImportsText.TITLE);

    public ImportView(ImportViewModel model, Dialogs dialogs) {
        this.model = model;
        newCase = new NewCasePane(model.wanted(), dialogs);
        getStyleClass().add("search-veil");
        columns();
        files.setId("import-files");
        Captions.accessible(files, ImportsText.FILES_TAB);
        files.setItems(model.rows());
        files.setPlaceholder(new Label());
        rejected.setItems(model.rejected());
        warnings.setId("import-warnings");
        warnings.setItems(model.warnings());
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        Label more = new Label();
        more.getStyleClass().add("muted");
        more.setWrapText(true);
        more.textProperty().bind(Bindings.createStringBinding(() -> ImportsText.MORE_REJECTED
                .text(ImportViewModel.MOST_REJECTED, model.rejectedInAll().get()), model.rejectedInAll()));
        more.visibleProperty().bind(model.rejectedInAll().greaterThan(ImportViewModel.MOST_REJECTED));
        more.managedProperty().bind(more.visibleProperty());
        VBox.setVgrow(rejected, Priority.ALWAYS);
        Tab unread = Captions.tab(ImportsText.REJECTED_TAB, new VBox(4, rejected, more));
        tabs.getTabs().add(Captions.tab(ImportsText.FILES_TAB, files));
        model.rejected().addListener((javafx.collections.ListChangeListener<RejectedRecord>) change -> {
            Captions.set(unread, ImportsText.REJECTED_TAB_COUNTED, model.rejectedInAll().get());
            tabs.getTabs().remove(unread);
            if (!model.rejected().isEmpty()) {
                tabs.getTabs().add(unread);
            }
        });
        Tab warned = Captions.tab(ImportsText.WARNINGS_TAB, warnings);
        warned.setId("import-warnings-tab");
        model.warnings().addListener((javafx.collections.ListChangeListener<ImportWarning>) change -> {
            Captions.set(warned, ImportsText.WARNINGS_TAB_COUNTED, model.warnings().size());
            tabs.getTabs().remove(warned);
            if (!model.warnings().isEmpty()) {
                tabs.getTabs().add(1, warned);
                tabs.getSelectionModel().select(warned);
            }
        });
        VBox.setVgrow(tabs, Priority.ALWAYS);
        Label account = new Label();
        account.setId("import-account");
        account.setWrapText(true);
        account.textProperty().bind(model.account());
        FlowPane differences = new FlowPane(4, 0);
        differences.setId("import-differences");
        model.differences().addListener((javafx.collections.ListChangeListener<Difference>) change -> {
            differences.getChildren().clear();
            if (!model.differences().isEmpty()) {
                differences.getChildren().add(Captions.label(ImportsText.DIFFERENCES));
            }
            for (Difference difference : model.differences()) {
                Hyperlink link = Captions.valueLink(difference.words());
                Captions.tip(link, ImportsText.DIFFERENCE_TIP, difference.filter().toText());
                link.setOnAction(event -> model.look(difference));
                differences.getChildren().add(link);
            }
        });
        differences.managedProperty().bind(Bindings.isNotEmpty(differences.getChildren()));
        differences.setAlignment(Pos.CENTER_LEFT);
        ColumnNamesPane names = new ColumnNamesPane(model);
        files.getSelectionModel().selectedItemProperty().addListener((property, before, now) -> names.show(now));
        model.rows().addListener((javafx.collections.ListChangeListener<ImportRow>) change -> {
            if (files.getSelectionModel().isEmpty()) {
                model.rows().stream()
                        .filter(row -> !row.isRecognised() && !row.missing().isEmpty()
                                || row.isRecognised() && !model.columnNames().isEmpty())
                        .findFirst()
                        .ifPresent(row -> files.getSelectionModel().select(row));
            }
        });
        LocalZonePane zone = new LocalZonePane(model);
        for (StringProperty entered : List.of(model.wanted().name(), model.wanted().folder(),
                model.wanted().password(), model.wanted().repeated())) {
            entered.addListener((property, before, now) -> offerStart());
        }
        model.makesCase().addListener((property, before, now) -> offerStart());
        model.phase().addListener((property, before, now) -> {
            names.show(files.getSelectionModel().getSelectedItem());
            zone.show();
        });
        VBox box = new VBox(8, title, account, differences, newCase, tabs, zone,
                names, buttons());
        box.getStyleClass().add("search-box");
        box.setPadding(new Insets(14));
        box.setMaxSize(1300, 640);
        StackPane.setMargin(box, new Insets(30));
        getChildren().add(box);
        // before a text field keeps the key to itself
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                model.dismiss();
                event.consume();
            }
        });
        model.phase().addListener((property, before, now) -> follow(now));
        follow(model.phase().get());
    }

    private HBox buttons() {
        start.setId("import-start");
        start.setDefaultButton(true);
        start.setOnAction(event -> model.start(dates.getValue().order));
        cancel.setId("import-cancel");
        cancel.setOnAction(event -> model.cancel());
        close.setId("import-close");
        close.setOnAction(event -> model.dismiss());
        dates.getItems().setAll(Dates.values());
        dates.setConverter(Captions.words(choice -> choice.words.text()));
        dates.getSelectionModel().select(0);
        Captions.tip(dates, ImportsText.DATES_TIP);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, dates, gap, cancel, close, start);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private void follow(ImportViewModel.Phase phase) {
        setVisible(phase != ImportViewModel.Phase.NONE);
        show(start, phase == ImportViewModel.Phase.READY);
        boolean withFiles = phase != ImportViewModel.Phase.READY || !model.rows().isEmpty();
        Captions.set(title, withFiles ? ImportsText.TITLE : ImportsText.NEW_CASE);
        show(dates, withFiles && phase == ImportViewModel.Phase.READY);
        // without files the room is left empty, so that the sheet is as large as with them
        tabs.setVisible(withFiles);
        show(cancel, phase == ImportViewModel.Phase.RUNNING);
        show(newCase, phase == ImportViewModel.Phase.READY && model.makesCase().get());
        files.setEditable(phase == ImportViewModel.Phase.READY);
        all.setDisable(phase != ImportViewModel.Phase.READY);
        show(close, phase != ImportViewModel.Phase.RUNNING);
        if (phase == ImportViewModel.Phase.READY) {
            all.setSelected(true);
            offerStart();
            if (model.makesCase().get()) {
                newCase.focusName();
            } else {
                start.requestFocus();
            }
        } else if (phase == ImportViewModel.Phase.DONE) {
            close.requestFocus();
        } else if (phase == ImportViewModel.Phase.LOOKING) {
            // Enter is not for the button that opened the sheet
            files.requestFocus();
        }
    }

    /** What the button would do with what is ticked and entered, if it can. */
    private void offerStart() {
        if (model.phase().get() != ImportViewModel.Phase.READY) {
            return;
        }
        boolean makes = model.makesCase().get();
        long files = model.taken();
        Captions.set(start, makes ? ImportsText.MAKE_CASE : ImportsText.START, files);
        start.setDisable(makes ? !newCase.check() : files == 0);
    }

    /** The column of ticks; the space bar turns those of the selected rows. */
    private TableColumn<ImportRow, Boolean> ticks() {
        TableColumn<ImportRow, Boolean> ticks = Captions.valueColumn("");
        all.setId("import-all");
        all.setOnAction(event -> model.takeAll(all.isSelected()));
        ticks.setGraphic(all);
        ticks.setSortable(false);
        ticks.setMinWidth(64);
        ticks.setPrefWidth(64);
        ticks.setMaxWidth(64);
        ticks.setCellValueFactory(cell -> cell.getValue().taken());
        ticks.setCellFactory(table -> new CheckBoxTableCell<>() {
            @Override
            public void updateItem(Boolean taken, boolean empty) {
                super.updateItem(taken, empty);
                ImportRow row = getTableRow() == null ? null : getTableRow().getItem();
                if (row != null && !row.isRecognised()) {
                    setGraphic(null);
                }
            }
        });
        model.rows().addListener((javafx.collections.ListChangeListener<ImportRow>) change -> {
            while (change.next()) {
                change.getAddedSubList()
                        .forEach(row -> row.taken().addListener((property, before, now) -> offerStart()));
            }
        });
        files.setOnKeyPressed(event -> {
            ImportRow row = files.getSelectionModel().getSelectedItem();
            if (event.getCode() == KeyCode.SPACE && files.isEditable() && row != null && row.isRecognised()) {
                row.taken().set(!row.taken().get());
                event.consume();
            }
        });
        return ticks;
    }

    private static void show(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void columns() {
        TableColumn<ImportRow, String> name = Captions.column(ImportsText.FILE);
        name.setPrefWidth(300);
        name.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().name()));
        name.setCellFactory(table -> TextCells.explained());
        TableColumn<ImportRow, String> shape = Captions.column(ImportsText.RECOGNISED_AS);
        shape.setPrefWidth(260);
        shape.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                cell.getValue().isRecognised() ? cell.getValue().shape() : ImportsText.NOT_RECOGNISED.text()));
        shape.setCellFactory(table -> TextCells.explained());
        TableColumn<ImportRow, String> size = Captions.column(ImportsText.SIZE);
        size.setPrefWidth(76);
        size.getStyleClass().add("number");
        size.setCellValueFactory(cell -> new ReadOnlyStringWrapper(bytes(cell.getValue().bytes())));
        TableColumn<ImportRow, ImportRow> progress = Captions.column(ImportsText.PROGRESS);
        progress.setPrefWidth(90);
        progress.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        progress.setCellFactory(table -> new BarCell());
        TableColumn<ImportRow, String> state = Captions.column(ImportsText.STATUS);
        state.setPrefWidth(340);
        state.setMinWidth(300);
        state.setCellValueFactory(cell -> cell.getValue().state());
        state.setCellFactory(table -> TextCells.explained());
        files.getColumns().add(ticks());
        files.getColumns().add(name);
        files.getColumns().add(shape);
        files.getColumns().add(size);
        files.getColumns().add(progress);
        files.getColumns().add(state);
        files.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        TableColumn<ImportWarning, String> warned = column(ImportsText.FILE, 230, warning -> fileName(warning.path()));
        warned.setCellFactory(table -> TextCells.explained());
        TableColumn<ImportWarning, String> words = column(ImportsText.WARNING, 690,
                warning -> warning.text().toString());
        words.setCellFactory(table -> TextCells.wrapped("import-warning"));
        warnings.getColumns().add(warned);
        warnings.getColumns().add(words);
        TableColumn<RejectedRecord, String> file = column(ImportsText.FILE, 200, RejectedRecord::path);
        file.setCellFactory(table -> TextCells.fromTheEnd());
        rejected.getColumns().add(file);
        rejected.getColumns().add(column(ImportsText.LINE, 60, record -> Integer.toString(record.place().line())));
        rejected.getColumns().add(column(ImportsText.REASON, 260, RejectedRecord::reason));
        rejected.getColumns().add(column(ImportsText.TEXT, 400, record -> Texts.oneLine(record.text())));
        // what a record says gets the room that is left
        rejected.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        warnings.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
    }

    private static String fileName(String path) {
        return path.substring(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);
    }

    private static <T> TableColumn<T, String> column(TextKey title, double width, Function<T, String> value) {
        TableColumn<T, String> column = Captions.column(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
        column.setCellFactory(table -> TextCells.explained());
        return column;
    }

    private static String bytes(long bytes) {
        return bytes < 1_000_000 ? ImportsText.KILOBYTES.text(Math.max(1, bytes / 1_000))
                : ImportsText.MEGABYTES.text(bytes / 1_000_000);
    }

    private static final class BarCell extends TableCell<ImportRow, ImportRow> {

        private final ProgressBar bar = new ProgressBar();

        @Override
        protected void updateItem(ImportRow row, boolean empty) {
            super.updateItem(row, empty);
            bar.progressProperty().unbind();
            if (empty || row == null || !row.isRecognised()) {
                setGraphic(null);
                return;
            }
            bar.setPrefWidth(76);
            bar.progressProperty().bind(row.progress());
            setGraphic(bar);
        }
    }
}

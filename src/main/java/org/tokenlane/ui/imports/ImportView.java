package org.tokenlane.ui.imports;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tokenlane.model.evidence.RejectedRecord;
import org.tokenlane.model.time.DateOrder;
import org.tokenlane.ui.kit.Texts;

/** The files that are brought into the case, a row each, above the window's other contents. */
public final class ImportView extends StackPane {

    private static final String PROVEN = "Dates as the file proves them";

    private final ImportViewModel model;
    private final TableView<ImportRow> files = new TableView<>();
    private final TableView<RejectedRecord> rejected = new TableView<>();
    private final ComboBox<String> dates = new ComboBox<>();
    private final Button start = new Button("Import");
    private final Button cancel = new Button("Cancel");
    private final Button close = new Button("Close");

    public ImportView(ImportViewModel model) {
        this.model = model;
        getStyleClass().add("search-veil");
        columns();
        files.setId("import-files");
        files.setItems(model.rows());
        files.setPlaceholder(new Label(""));
        rejected.setItems(model.rejected());
        TabPane tabs = new TabPane();
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        Tab unread = new Tab("Rejected records", rejected);
        tabs.getTabs().add(new Tab("Files", files));
        model.rejected().addListener((javafx.collections.ListChangeListener<RejectedRecord>) change -> {
            unread.setText("Rejected records (" + Texts.number(model.rejected().size()) + ")");
            tabs.getTabs().remove(unread);
            if (!model.rejected().isEmpty()) {
                tabs.getTabs().add(unread);
            }
        });
        VBox.setVgrow(tabs, Priority.ALWAYS);
        Label title = new Label("Import");
        title.getStyleClass().add("pane-title");
        Label account = new Label();
        account.setId("import-account");
        account.setWrapText(true);
        account.textProperty().bind(model.account());
        FlowPane differences = new FlowPane(4, 0);
        differences.setId("import-differences");
        model.differences().addListener((javafx.collections.ListChangeListener<ImportViewModel.Difference>) change -> {
            differences.getChildren().clear();
            if (!model.differences().isEmpty()) {
                differences.getChildren().add(new Label("Against what the case had before:"));
            }
            for (ImportViewModel.Difference difference : model.differences()) {
                Hyperlink link = new Hyperlink(difference.words());
                link.setTooltip(new Tooltip("Shows these events: " + difference.filter().toText()));
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
        model.phase().addListener((property, before, now) -> names.show(files.getSelectionModel().getSelectedItem()));
        VBox box = new VBox(8, title, account, differences, tabs, names, buttons());
        box.getStyleClass().add("search-box");
        box.setPadding(new Insets(14));
        box.setMaxSize(980, 560);
        StackPane.setMargin(box, new Insets(30));
        getChildren().add(box);
        model.phase().addListener((property, before, now) -> follow(now));
        follow(model.phase().get());
    }

    private HBox buttons() {
        start.setId("import-start");
        start.setDefaultButton(true);
        start.setOnAction(event -> model.start(order()));
        cancel.setId("import-cancel");
        cancel.setOnAction(event -> model.cancel());
        close.setId("import-close");
        close.setCancelButton(true);
        close.setOnAction(event -> model.dismiss());
        dates.getItems().setAll(PROVEN, "3/12 is 12 March (month first)", "3/12 is 3 December (day first)");
        dates.getSelectionModel().select(0);
        dates.setTooltip(new Tooltip(
                "How dates such as 3/12/2026 are read where a file does not prove it. The account says what was chosen."));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, dates, gap, cancel, close, start);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        return buttons;
    }

    private DateOrder order() {
        return switch (dates.getSelectionModel().getSelectedIndex()) {
        case 1 -> DateOrder.MONTH_FIRST;
        case 2 -> DateOrder.DAY_FIRST;
        default -> null;
        };
    }

    private void follow(ImportViewModel.Phase phase) {
        setVisible(phase != ImportViewModel.Phase.NONE);
        show(start, phase == ImportViewModel.Phase.READY);
        show(dates, phase == ImportViewModel.Phase.READY);
        show(cancel, phase == ImportViewModel.Phase.RUNNING);
        show(close, phase != ImportViewModel.Phase.RUNNING);
        close.setText(phase == ImportViewModel.Phase.DONE ? "Done" : "Close");
        if (phase == ImportViewModel.Phase.READY) {
            start.requestFocus();
        } else if (phase == ImportViewModel.Phase.DONE) {
            close.requestFocus();
        }
    }

    private static void show(Region node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    private void columns() {
        TableColumn<ImportRow, String> name = new TableColumn<>("File");
        name.setPrefWidth(230);
        name.setCellValueFactory(cell -> new ReadOnlyStringWrapper(cell.getValue().name()));
        name.setCellFactory(table -> explained());
        TableColumn<ImportRow, String> shape = new TableColumn<>("Recognised as");
        shape.setPrefWidth(250);
        shape.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                cell.getValue().isRecognised() ? cell.getValue().shape() : "not recognised"));
        shape.setCellFactory(table -> explained());
        TableColumn<ImportRow, String> size = new TableColumn<>("Size");
        size.setPrefWidth(76);
        size.getStyleClass().add("number");
        size.setCellValueFactory(cell -> new ReadOnlyStringWrapper(bytes(cell.getValue().bytes())));
        TableColumn<ImportRow, ImportRow> progress = new TableColumn<>("Progress");
        progress.setPrefWidth(90);
        progress.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(cell.getValue()));
        progress.setCellFactory(table -> new BarCell());
        TableColumn<ImportRow, String> state = new TableColumn<>("What became of it");
        state.setPrefWidth(280);
        state.setCellValueFactory(cell -> cell.getValue().state());
        state.setCellFactory(table -> explained());
        files.getColumns().add(name);
        files.getColumns().add(shape);
        files.getColumns().add(size);
        files.getColumns().add(progress);
        files.getColumns().add(state);
        rejected.getColumns().add(column("File", 200, record -> record.path()));
        rejected.getColumns().add(column("Line", 60, record -> Integer.toString(record.place().line())));
        rejected.getColumns().add(column("Reason", 260, RejectedRecord::reason));
        rejected.getColumns().add(column("Text", 400, record -> Texts
                .oneLine(record.text().length() > 2_000 ? record.text().substring(0, 2_000) : record.text())));
    }

    private static TableColumn<RejectedRecord, String> column(String title, double width,
            java.util.function.Function<RejectedRecord, String> value) {
        TableColumn<RejectedRecord, String> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(value.apply(cell.getValue())));
        column.setCellFactory(table -> explained());
        return column;
    }

    private static <T> TableCell<T, String> explained() {
        return new TableCell<>() {
            @Override
            protected void updateItem(String text, boolean empty) {
                super.updateItem(text, empty);
                setText(empty ? "" : text);
                Tooltip whole = empty || text == null || text.isEmpty() ? null : new Tooltip(text);
                if (whole != null) {
                    whole.setWrapText(true);
                    whole.setMaxWidth(640);
                }
                setTooltip(whole);
            }
        };
    }

    private static String bytes(long bytes) {
        return bytes < 1_000_000 ? Texts.number(Math.max(1, bytes / 1_000)) + " kB"
                : Texts.number(bytes / 1_000_000) + " MB";
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

package org.tokenlane.ui.evidence;

import java.time.Instant;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.evidence.RejectedRecord;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.kit.TextCells;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.kit.WrappedLabel;
import org.tokenlane.ui.state.Messages;

/** The files of the case with hashes and counts, above the window's other contents; the case is verified here. */
public final class EvidenceView extends StackPane {

    private final EvidenceViewModel model;
    private final Messages messages;
    private final TableView<Evidence> files = new TableView<>();
    private final TableView<ImportWarning> warnings = new TableView<>();
    private final TableView<RejectedRecord> rejected = new TableView<>();
    private final TableColumn<Evidence, Instant> first = Captions.column(EvidenceText.FIRST, "");
    private final TableColumn<Evidence, Instant> last = Captions.column(EvidenceText.LAST, "");
    private final TableColumn<Evidence, String> imported = Captions.column(EvidenceText.IMPORTED, "");
    private final Label totals = new Label();
    private final VBox signature = new VBox();
    private final VBox key = new VBox();
    private final VBox result = new VBox(2);
    private final TabPane tabs = new TabPane();
    private final Tab warned = Captions.tab(EvidenceText.WARNINGS, warnings, 0);
    private final Tab unread = Captions.tab(EvidenceText.REJECTED, rejected, 0);

    public EvidenceView(EvidenceViewModel model, Messages messages) {
        this.model = model;
        this.messages = messages;
        getStyleClass().add("search-veil");
        columns();
        totals.setId("evidence-totals");
        totals.setWrapText(true);
        signature.setId("evidence-signature");
        key.setId("evidence-key");
        result.setId("evidence-result");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs().addAll(Captions.tab(EvidenceText.FILES, files), warned, unread);
        VBox.setVgrow(tabs, Priority.ALWAYS);
        VBox box = new VBox(8, Captions.paneTitle(EvidenceText.TITLE), totals, tabs, key, signature, result, buttons());
        box.getStyleClass().add("search-box");
        box.setPadding(new Insets(14));
        box.setMaxSize(1500, 860);
        StackPane.setMargin(box, new Insets(30));
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                setVisible(false);
                event.consume();
            }
        });
        model.listing().addListener((property, before, now) -> show(now));
        model.result().addListener((property, before, now) -> tell(now));
        model.verifying().addListener((property, before, now) -> tell(model.result().get()));
        setVisible(false);
    }

    private HBox buttons() {
        Button verify = Captions.button("bi-shield-check", EvidenceText.VERIFY);
        verify.setId("evidence-verify");
        verify.disableProperty().bind(model.verifying());
        verify.setOnAction(event -> model.verify());
        Button copy = Captions.button(EvidenceText.COPY);
        copy.setId("evidence-copy");
        copy.setOnAction(event -> copy());
        Button close = Captions.button(EvidenceText.CLOSE);
        close.setId("evidence-close");
        close.setOnAction(event -> setVisible(false));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox buttons = new HBox(8, verify, copy, gap, close);
        buttons.setAlignment(Pos.CENTER_LEFT);
        return buttons;
    }

    private void columns() {
        files.setId("evidence-files");
        Captions.accessible(files, EvidenceText.FILES);
        files.setPlaceholder(new Label());
        files.getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        files.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (Shortcut.COPY_CSV.matches(event)) {
                copy();
                event.consume();
            }
        });
        TableColumn<Evidence, String> path = text(EvidenceText.FILE, 230, Evidence::path);
        path.setCellFactory(table -> TextCells.fromTheEnd());
        TableColumn<Evidence, String> hash = text(EvidenceText.SHA256, 150, Evidence::sha256);
        files.getColumns().add(path);
        files.getColumns().add(hash);
        files.getColumns().add(number(EvidenceText.SIZE, 90, Evidence::bytes));
        files.getColumns().add(number(EvidenceText.RECORDS, 76, Evidence::records));
        files.getColumns().add(number(EvidenceText.STORED, 76, Evidence::stored));
        files.getColumns().add(number(EvidenceText.DUPLICATES, 86, Evidence::duplicates));
        files.getColumns().add(number(EvidenceText.REJECTED_COUNT, 76, Evidence::rejected));
        files.getColumns().add(text(EvidenceText.SHAPES, 200, file -> model.listing().get().shapes(file)));
        files.getColumns().add(time(first, Evidence::firstEvent));
        files.getColumns().add(time(last, Evidence::lastEvent));
        imported.setPrefWidth(220);
        imported.setCellValueFactory(cell -> new ReadOnlyStringWrapper(
                EvidenceText.IMPORTED_BY.text(EvidenceViewModel.time(cell.getValue().imported().at(), model.zone()),
                        Texts.oneLine(cell.getValue().imported().by()))));
        files.getColumns().add(imported);
        warnings.setId("evidence-warnings");
        Captions.accessible(warnings, EvidenceText.WARNING);
        warnings.setPlaceholder(new Label());
        TableColumn<ImportWarning, String> warnedFile = text(EvidenceText.FILE, 280, ImportWarning::path);
        warnedFile.setCellFactory(table -> TextCells.fromTheEnd());
        TableColumn<ImportWarning, String> words = text(EvidenceText.WARNING, 830,
                warning -> warning.text().toString());
        words.setCellFactory(table -> TextCells.wrapped("import-warning"));
        warnings.getColumns().add(warnedFile);
        warnings.getColumns().add(words);
        rejected.setId("evidence-rejected");
        Captions.accessible(rejected, EvidenceText.REJECTED_COUNT);
        rejected.setPlaceholder(new Label());
        TableColumn<RejectedRecord, String> file = text(EvidenceText.FILE, 230, RejectedRecord::path);
        file.setCellFactory(table -> TextCells.fromTheEnd());
        rejected.getColumns().add(file);
        rejected.getColumns().add(text(EvidenceText.LINE, 70, record -> Texts.number(record.place().line())));
        rejected.getColumns().add(text(EvidenceText.REASON, 300, RejectedRecord::reason));
        rejected.getColumns().add(text(EvidenceText.TEXT, 500, RejectedRecord::text));
    }

    private static <T> TableColumn<T, String> text(TextKey title, double width, Function<T, String> value) {
        TableColumn<T, String> column = Captions.column(title);
        column.setPrefWidth(width);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper(Texts.oneLine(value.apply(cell.getValue()))));
        column.setCellFactory(table -> TextCells.explained());
        return column;
    }

    private static TableColumn<Evidence, Long> number(TextKey title, double width, ToLongFunction<Evidence> value) {
        TableColumn<Evidence, Long> column = Captions.column(title);
        column.setPrefWidth(width);
        column.getStyleClass().add("number");
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.applyAsLong(cell.getValue())));
        column.setCellFactory(table -> new TableCell<>() {
            @Override
            protected void updateItem(Long number, boolean empty) {
                super.updateItem(number, empty);
                Captions.value(this, empty || number == null ? "" : Texts.number(number));
            }
        });
        return column;
    }

    private TableColumn<Evidence, Instant> time(TableColumn<Evidence, Instant> column,
            Function<Evidence, @Nullable Instant> value) {
        column.setPrefWidth(150);
        column.setCellValueFactory(cell -> new ReadOnlyObjectWrapper<>(value.apply(cell.getValue())));
        column.setCellFactory(table -> new TableCell<>() {
            @Override
            protected void updateItem(@Nullable Instant time, boolean empty) {
                super.updateItem(time, empty);
                Captions.value(this, empty || time == null ? "" : EvidenceViewModel.time(time, model.zone()));
            }
        });
        return column;
    }

    private void show(EvidenceViewModel.Listing now) {
        Captions.value(totals, now.totals());
        showSignature(now);
        showKey(now);
        files.getItems().setAll(now.files());
        warnings.getItems().setAll(now.warnings());
        rejected.getItems().setAll(now.rejected());
        Captions.set(warned, EvidenceText.WARNINGS, now.warnings().size());
        Captions.set(unread, EvidenceText.REJECTED, now.rejectedInAll());
        if (now.rejected().size() < now.rejectedInAll()) {
            Captions.value(totals, String.join(" ", now.totals(),
                    EvidenceText.MORE_REJECTED.text(now.rejected().size(), now.rejectedInAll())));
        }
    }

    /** Says what the manifest beside the case says; in green only where the case was verified here too. */
    private void showSignature(EvidenceViewModel.Listing now) {
        signature.getChildren().clear();
        if (now.signature() != null) {
            signature.getChildren().add(new WrappedLabel(now.signatureWords(),
                    switch (model.standing()) {
                    case ALTERED -> "danger";
                    case RECORDED -> "muted";
                    case VERIFIED -> "intact";
                    }));
        }
    }

    private void showKey(EvidenceViewModel.Listing now) {
        key.getChildren().clear();
        if (now.weakKey()) {
            key.getChildren().add(new WrappedLabel(EvidenceText.WEAK_KEY.text(), "danger"));
        }
    }

    private void tell(EvidenceViewModel.@Nullable Result now) {
        showSignature(model.listing().get());
        result.getChildren().clear();
        if (model.verifying().get()) {
            ProgressBar bar = new ProgressBar();
            bar.setPrefWidth(120);
            HBox waiting = new HBox(8, bar, Captions.label(EvidenceText.VERIFYING));
            waiting.setAlignment(Pos.CENTER_LEFT);
            result.getChildren().add(waiting);
        } else if (now != null) {
            result.getChildren().add(new WrappedLabel(now.sentence(), now.isIntact() ? "intact" : "danger"));
            now.faults().forEach(fault -> result.getChildren().add(new WrappedLabel(fault, "danger")));
        }
    }

    private void copy() {
        var chosen = files.getSelectionModel().getSelectedItems().isEmpty() ? files.getItems()
                : files.getSelectionModel().getSelectedItems();
        ClipboardContent content = new ClipboardContent();
        content.putString(EvidenceViewModel.asTable(chosen));
        Clipboard.getSystemClipboard().setContent(content);
        messages.info(EvidenceText.COPIED.with(chosen.size()));
    }

    /** Shows the files of the open case. */
    public void open() {
        String zone = Times.name(model.zone());
        Captions.title(first, EvidenceText.FIRST, zone);
        Captions.title(last, EvidenceText.LAST, zone);
        Captions.title(imported, EvidenceText.IMPORTED, zone);
        setVisible(true);
        model.list();
        files.requestFocus();
    }
}

package org.tokenlane.ui.exports;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.print.PrinterJob;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.state.Messages;

/** The checklist of what to export, for the licenses that a tenant has; to print or to paste into an e-mail. */
public final class ExportsView extends StackPane {

    private final Messages messages;
    private final ComboBox<License> license = new ComboBox<>();
    private final CheckBox sentinel = Captions.checkBox(ExportsText.SENTINEL);
    private final CheckBox defender = Captions.checkBox(ExportsText.DEFENDER);
    private final TextArea text = new TextArea();

    public ExportsView(Messages messages) {
        this.messages = messages;
        getStyleClass().add("search-veil");
        license.setId("exports-license");
        license.getItems().setAll(License.values());
        license.setConverter(Captions.words(License::text));
        license.setValue(License.E3);
        Captions.accessible(license, ExportsText.LICENSE);
        sentinel.setId("exports-sentinel");
        defender.setId("exports-defender");
        license.valueProperty().addListener((property, before, now) -> list());
        sentinel.selectedProperty().addListener((property, before, now) -> list());
        defender.selectedProperty().addListener((property, before, now) -> list());
        text.setId("exports-list");
        text.setEditable(false);
        text.setWrapText(true);
        Captions.help(text, ExportsText.LIST);
        VBox.setVgrow(text, Priority.ALWAYS);
        FlowPane choices = new FlowPane(16, 6, new HBox(6, Captions.label(ExportsText.LICENSE), license), sentinel,
                defender);
        choices.setAlignment(Pos.CENTER_LEFT);
        ((HBox) choices.getChildren().getFirst()).setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(10, Captions.paneTitle(ExportsText.TITLE), choices, text, buttons());
        box.getStyleClass().add("search-box");
        box.setPadding(new Insets(14));
        box.setMaxSize(860, 680);
        StackPane.setMargin(box, new Insets(24));
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !license.isShowing()) {
                setVisible(false);
                event.consume();
            }
        });
        list();
        setVisible(false);
    }

    private HBox buttons() {
        Button copy = Captions.button("bi-clipboard", ExportsText.COPY);
        copy.setId("exports-copy");
        copy.setOnAction(event -> copy());
        Button print = Captions.button("bi-printer", ExportsText.PRINT);
        print.setId("exports-print");
        print.setOnAction(event -> print());
        Button close = Captions.button(ExportsText.CLOSE);
        close.setId("exports-close");
        close.setOnAction(event -> setVisible(false));
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        return new HBox(8, copy, print, gap, close);
    }

    private void list() {
        Captions.value(text,
                new ExportRequest(license.getValue(), sentinel.isSelected(), defender.isSelected()).text());
        text.setScrollTop(0);
    }

    private void copy() {
        ClipboardContent content = new ClipboardContent();
        content.putString(text.getText());
        Clipboard.getSystemClipboard().setContent(content);
        messages.info(ExportsText.COPIED.with());
    }

    private void print() {
        PrinterJob job = PrinterJob.createPrinterJob();
        if (job == null) {
            messages.hint(ExportsText.NO_PRINTER.with());
            return;
        }
        if (!job.showPrintDialog(getScene().getWindow())) {
            job.cancelJob();
            return;
        }
        boolean whole = new PrintedText(text.getText(), job.getJobSettings().getPageLayout()).print(job)
                && job.endJob();
        if (whole) {
            messages.info(ExportsText.PRINTING.with());
        } else {
            messages.hint(ExportsText.NOT_PRINTED.with());
        }
    }

    /** Shows the checklist. */
    public void open() {
        setVisible(true);
        license.requestFocus();
    }
}

package org.tokenlane.ui.shell;

import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Texts;

/**
 * What the program is, under which licence, and what it owes to whom. Addresses are plain text: nothing is opened in a
 * browser.
 */
final class AboutSheet extends StackPane {

    private final ObservableValue<Enrichment> enrichment;
    private final TextArea text = new TextArea();
    private final Button close = Captions.button(ShellText.CLOSE);

    AboutSheet(ObservableValue<Enrichment> enrichment) {
        this.enrichment = enrichment;
        getStyleClass().add("search-veil");
        text.setId("about");
        Captions.help(text, ShellText.ABOUT_PROGRAM);
        text.setEditable(false);
        text.setWrapText(true);
        VBox.setVgrow(text, Priority.ALWAYS);
        close.setId("about-close");
        close.setOnAction(event -> setVisible(false));
        VBox box = new VBox(10, Captions.paneTitle(ShellText.ABOUT_PROGRAM), text, close);
        box.getStyleClass().add("search-box");
        box.setPadding(new Insets(18));
        box.setMaxSize(700, 520);
        StackPane.setMargin(box, new Insets(30));
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                setVisible(false);
                event.consume();
            }
        });
        setVisible(false);
    }

    private String words() {
        Enrichment now = enrichment.getValue();
        String networks = now.attributions().stream().map(Texts::oneLine).collect(Collectors.joining("\n  "));
        return ShellText.ABOUT.text(CaseFile.PROGRAM, networks, now.apps().label(), now.microsoft().label(),
                now.kinds().label());
    }

    void open() {
        Captions.value(text, words());
        setVisible(true);
        close.requestFocus();
    }
}

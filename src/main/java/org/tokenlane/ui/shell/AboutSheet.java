package org.tokenlane.ui.shell;

import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.Workbench;

/**
 * What the program is, under which licence, and what it owes to whom. Addresses stand as text: nothing is opened in a
 * browser.
 */
final class AboutSheet extends StackPane {

    private static final String LIBRARIES = """
            Libraries
              AtlantaFX – MIT License
              Apache Commons CSV, Apache PDFBox – Apache License 2.0
              Bootstrap Icons – MIT License
              ControlsFX – BSD 3-Clause License
              H2 Database – Mozilla Public License 2.0 or Eclipse Public License 1.0
              Ikonli – Apache License 2.0
              Jackson – Apache License 2.0
              MaxMind DB Reader – Apache License 2.0
              Noto fonts – SIL Open Font License 1.1
              OpenHTMLToPDF – GNU Lesser General Public License 2.1 or later
              OpenJFX – GNU General Public License 2 with Classpath Exception
              picocli – Apache License 2.0
              SnakeYAML Engine – Apache License 2.0
              zstd-jni – BSD 2-Clause License
            """;

    private final Workbench workbench;
    private final TextArea text = new TextArea();
    private final Button close = new Button("Close");

    AboutSheet(Workbench workbench) {
        this.workbench = workbench;
        getStyleClass().add("search-veil");
        text.setId("about");
        text.setEditable(false);
        text.setWrapText(true);
        VBox.setVgrow(text, Priority.ALWAYS);
        Label title = new Label("About " + CaseFile.PROGRAM);
        title.getStyleClass().add("pane-title");
        close.setId("about-close");
        close.setOnAction(event -> setVisible(false));
        VBox box = new VBox(10, title, text, close);
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
        StringBuilder words = new StringBuilder(CaseFile.PROGRAM)
                .append("\nTies exported Microsoft 365 and Entra ID logs to sign-in sessions and tokens. It works offline: nothing is ever sent over a network.")
                .append("\nApache License 2.0, https://www.apache.org/licenses/LICENSE-2.0\n\nNetwork data in use\n");
        workbench.enrichment().get().attributions()
                .forEach(attribution -> words.append("  ").append(Texts.oneLine(attribution)).append('\n'));
        return words.append("\nTables\n  ").append(workbench.enrichment().get().apps().label())
                .append(": names after Microsoft, “Verify first-party Microsoft applications in sign-in reports” (https://learn.microsoft.com, CC BY 4.0); the family of client ids "
                        + "after Secureworks, “Family of Client IDs Research” (MIT License, Copyright (c) 2022 Secureworks)\n  ")
                .append(workbench.enrichment().get().microsoft().label())
                .append(": addresses of the services, after Microsoft (https://learn.microsoft.com)\n  ")
                .append(workbench.enrichment().get().kinds().label()).append("\n\n").append(LIBRARIES)
                .append("\nThe whole text of the notices is in the file NOTICE.")
                .toString();
    }

    void open() {
        text.setText(words());
        setVisible(true);
        close.requestFocus();
    }
}

package org.tokenlane.ui.containment;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.tokenlane.job.Runner;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.FileKind;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.kit.ValueMenu;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Selection;

/** The containment steps for the selected sessions, as text to copy. */
public final class ContainmentView extends BorderPane {

    private final Dialogs dialogs;
    private final ContainmentViewModel model;
    private final TextArea text = new TextArea();

    public ContainmentView(Selection selection, Messages messages, Runner background, Dialogs dialogs) {
        this.dialogs = dialogs;
        model = new ContainmentViewModel(selection, messages, background);
        text.setId("containment");
        text.setEditable(false);
        text.setWrapText(true);
        text.getStyleClass().add("raw");
        text.textProperty().bind(model.text());
        Label state = new Label();
        state.setId("containment-state");
        state.getStyleClass().add("muted");
        state.textProperty().bind(model.state());
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        Button copy = Captions.button("bi-clipboard", ContainmentTabText.COPY_ALL);
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.disableProperty().bind(model.text().isEmpty());
        copy.setOnAction(event -> ValueMenu.copy(text.getText()));
        Button save = Captions.button("bi-download", ContainmentTabText.SAVE);
        save.setId("containment-save");
        save.setMinWidth(Region.USE_PREF_SIZE);
        Captions.tip(save, ContainmentTabText.SAVE_TIP, Shortcut.SAVE_CONTAINMENT);
        save.disableProperty().bind(model.text().isEmpty());
        save.setOnAction(event -> save());
        HBox heading = new HBox(10, state, copy, save);
        heading.setAlignment(Pos.CENTER_LEFT);
        heading.setPadding(new Insets(4, 10, 4, 10));
        setTop(heading);
        setCenter(text);
    }

    /** Whether it is visible; the steps are listed only then. */
    public BooleanProperty shown() {
        return model.shown();
    }

    /** Saves the steps that are shown. */
    public void save() {
        if (model.isThere()) {
            Path file = dialogs.fileToWrite(ContainmentTabText.SAVE_TITLE.with(), "containment.ps1",
                    List.of(new FileKind(ContainmentTabText.PS1, "*.ps1"),
                            new FileKind(ContainmentTabText.TXT, "*.txt")));
            if (file != null) {
                model.save(file);
            }
        }
    }

    /** Gives the keyboard to the text. */
    public void focusText() {
        text.requestFocus();
    }
}

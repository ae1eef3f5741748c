package org.tokenlane.ui.imports;

import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.kit.Dialogs;
import org.tokenlane.ui.kit.WrappedLabel;

/** Where the analyst names the case that the files are to go into. */
final class NewCasePane extends VBox {

    private final NewCase wanted;
    private final VBox remarks = new VBox(2);
    private final TextField name = new TextField();

    NewCasePane(NewCase wanted, Dialogs dialogs) {
        super(6);
        this.wanted = wanted;
        setId("new-case");
        name.setId("new-case-name");
        name.textProperty().bindBidirectional(wanted.name());
        TextField folder = new TextField();
        folder.setId("new-case-folder");
        folder.textProperty().bindBidirectional(wanted.folder());
        Button choose = Captions.button(ImportsText.CHOOSE_PLACE);
        choose.setMinWidth(USE_PREF_SIZE);
        choose.setOnAction(event -> {
            Path chosen = dialogs.folder(ImportsText.CHOOSE_PLACE_TITLE.with());
            if (chosen != null) {
                wanted.folder().set(chosen.toString());
            }
        });
        HBox.setHgrow(folder, Priority.ALWAYS);
        PasswordField password = new PasswordField();
        password.setId("new-case-password");
        Captions.prompt(password, ImportsText.PASSWORD_PROMPT);
        password.textProperty().bindBidirectional(wanted.password());
        PasswordField repeated = new PasswordField();
        repeated.setId("new-case-repeated");
        Captions.prompt(repeated, ImportsText.PASSWORD_REPEATED);
        repeated.textProperty().bindBidirectional(wanted.repeated());
        repeated.disableProperty().bind(wanted.password().isEmpty());
        GridPane grid = new GridPane(10, 6);
        ColumnConstraints labels = new ColumnConstraints();
        labels.setMinWidth(USE_PREF_SIZE);
        ColumnConstraints fields = new ColumnConstraints();
        fields.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(labels, fields);
        HBox passwords = new HBox(8, password, repeated);
        HBox.setHgrow(password, Priority.ALWAYS);
        HBox.setHgrow(repeated, Priority.ALWAYS);
        grid.addRow(0, Captions.label(ImportsText.CASE_NAME), name);
        grid.addRow(1, Captions.label(ImportsText.CASE_FOLDER), new HBox(8, folder, choose));
        grid.addRow(2, Captions.label(ImportsText.PASSWORD), passwords);
        remarks.setId("new-case-remarks");
        getChildren().addAll(grid, remarks);
    }

    /** Says what is wrong with what was entered; gives whether a case can be made. */
    boolean check() {
        remarks.getChildren().clear();
        Text problem = wanted.problem();
        say(problem, "danger");
        say(wanted.remark(), "import-warning");
        return problem == null;
    }

    private void say(@Nullable Text text, String style) {
        if (text != null) {
            remarks.getChildren().add(new WrappedLabel(text, style));
        }
    }

    void focusName() {
        name.requestFocus();
        name.selectAll();
    }
}

package org.tokenlane.ui.kit;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputDialog;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;
import org.tokenlane.model.text.TextKey;

/** The dialogs of a real window. */
public final class WindowDialogs implements Dialogs {

    private static final List<FileKind> CASES = List.of(new FileKind(KitText.CASE_FILES, "*.tlcase"));

    private static final int WIDE = 42;

    private final Supplier<Window> owner;

    public WindowDialogs(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public @Nullable Path caseToOpen() {
        return path(chooser(KitText.OPEN_CASE.with(), CASES).showOpenDialog(owner.get()));
    }

    @Override
    public @Nullable Path folder(Text title) {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(title.toString());
        return path(chooser.showDialog(owner.get()));
    }

    @Override
    public List<Path> files(Text title) {
        List<File> files = chooser(title, List.of()).showOpenMultipleDialog(owner.get());
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public @Nullable Path fileToWrite(Text title, String name, List<FileKind> kinds) {
        FileChooser chooser = chooser(title, kinds);
        chooser.setInitialFileName(name);
        return path(chooser.showSaveDialog(owner.get()));
    }

    private static FileChooser chooser(Text title, List<FileKind> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title.toString());
        kinds.forEach(kind -> chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(kind.name().text(), kind.pattern())));
        return chooser;
    }

    private static @Nullable Path path(@Nullable File file) {
        return file == null ? null : file.toPath();
    }

    @Override
    public @Nullable String text(Text title, Text question) {
        TextInputDialog dialog = new TextInputDialog();
        dress(dialog, title);
        dialog.getDialogPane().getButtonTypes().setAll(button(KitText.OK, ButtonBar.ButtonData.OK_DONE), cancel());
        // beside its question the field would have the width that is left over
        TextField field = dialog.getEditor();
        field.setPrefColumnCount(WIDE);
        field.setMaxWidth(Double.MAX_VALUE);
        dialog.getDialogPane().setContent(new VBox(8, wrapped(question), field));
        dialog.setOnShown(event -> Platform.runLater(field::requestFocus));
        return dialog.showAndWait().orElse(null);
    }

    @Override
    public boolean agrees(Text title, Text question, Text yes) {
        ButtonType agree = new ButtonType(yes.toString(), ButtonBar.ButtonData.OK_DONE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, "", agree, cancel());
        dress(alert, title);
        alert.getDialogPane().setContent(wrapped(question));
        return alert.showAndWait().filter(agree::equals).isPresent();
    }

    @Override
    public char @Nullable [] password(String caseName, boolean again) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dress(dialog, KitText.PASSWORD_TITLE.with());
        PasswordField field = new PasswordField();
        dialog.getDialogPane().setContent(new VBox(8, question(caseName, again), field));
        dialog.getDialogPane().getButtonTypes()
                .addAll(button(KitText.PASSWORD_OPEN, ButtonBar.ButtonData.OK_DONE), cancel());
        // the dialog gives the focus to its button when it is shown; what is typed until then is for the field
        dialog.setOnShown(event -> Platform.runLater(field::requestFocus));
        dialog.getDialogPane().addEventFilter(KeyEvent.KEY_TYPED, event -> {
            String typed = event.getCharacter();
            if (!field.isFocused() && !typed.isEmpty() && !Character.isISOControl(typed.charAt(0))) {
                field.requestFocus();
                field.appendText(typed);
                event.consume();
            }
        });
        return dialog.showAndWait().filter(button -> button.getButtonData() == ButtonBar.ButtonData.OK_DONE)
                .map(button -> field.getText().toCharArray()).orElse(null);
    }

    /** The toolkit's own buttons speak the language of the system, which may not be that of the program. */
    private static ButtonType button(TextKey text, ButtonBar.ButtonData data) {
        return new ButtonType(text.text(), data);
    }

    private static ButtonType cancel() {
        return button(KitText.CANCEL, ButtonBar.ButtonData.CANCEL_CLOSE);
    }

    private static Label question(String caseName, boolean again) {
        Label question = Captions.label(again ? KitText.PASSWORD_AGAIN : KitText.PASSWORD_OF, caseName);
        question.setWrapText(true);
        question.setMinWidth(420);
        question.setMaxWidth(420);
        if (again) {
            question.getStyleClass().add("danger");
        }
        return question;
    }

    @Override
    public void problem(Text title, Text sentence) {
        Alert alert = new Alert(Alert.AlertType.ERROR, "", button(KitText.OK, ButtonBar.ButtonData.OK_DONE));
        dress(alert, title);
        alert.getDialogPane().setContent(wrapped(sentence));
        alert.show();
    }

    private void dress(Dialog<?> dialog, Text title) {
        Window window = owner.get();
        dialog.initOwner(window);
        if (window != null && window.getScene() != null) {
            // as the window looks, with its text size
            DialogPane pane = dialog.getDialogPane();
            pane.getStylesheets().setAll(window.getScene().getStylesheets());
            pane.getStyleClass().add("window");
            pane.setStyle(window.getScene().getRoot().getStyle());
            dialog.setGraphic(null);
        }
        dialog.setTitle(title.toString());
        dialog.setHeaderText(title.toString());
    }

    private static Label wrapped(Text sentence) {
        Label text = new Label(sentence.toString());
        text.setWrapText(true);
        text.setMaxWidth(520);
        return text;
    }
}

package org.tokenlane.ui.shell;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Alert;
import javafx.scene.control.ButtonBar;
import javafx.scene.control.ButtonType;
import javafx.scene.control.Dialog;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextInputDialog;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import javafx.stage.Window;
import org.tokenlane.ui.kit.Dialogs;

/** The dialogs of a real window. */
public final class WindowDialogs implements Dialogs {

    private static final FileChooser.ExtensionFilter CASES = new FileChooser.ExtensionFilter("Tokenlane cases",
            "*.tlcase");

    private final Supplier<Window> owner;

    public WindowDialogs(Supplier<Window> owner) {
        this.owner = owner;
    }

    @Override
    public Path caseToOpen() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("Open a case");
        chooser.getExtensionFilters().add(CASES);
        File file = chooser.showOpenDialog(owner.get());
        return file == null ? null : file.toPath();
    }

    @Override
    public Path newCase(Path folder) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle("New case");
        chooser.setInitialFileName("case.tlcase");
        chooser.getExtensionFilters().add(CASES);
        if (folder != null && folder.toFile().isDirectory()) {
            chooser.setInitialDirectory(folder.toFile());
        }
        File file = chooser.showSaveDialog(owner.get());
        return file == null ? null : file.toPath();
    }

    @Override
    public List<Path> files(String title) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        List<File> files = chooser.showOpenMultipleDialog(owner.get());
        return files == null ? List.of() : files.stream().map(File::toPath).toList();
    }

    @Override
    public String text(String title, String question) {
        TextInputDialog dialog = new TextInputDialog();
        dialog.initOwner(owner.get());
        dialog.setTitle(title);
        dialog.setHeaderText(title);
        dialog.setContentText(question);
        return dialog.showAndWait().orElse(null);
    }

    @Override
    public Path fileToWrite(String title, String name, List<String> kinds) {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(title);
        chooser.setInitialFileName(name);
        for (String kind : kinds) {
            String[] parts = kind.split("\\|");
            chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(parts[0], parts[1]));
        }
        File file = chooser.showSaveDialog(owner.get());
        return file == null ? null : file.toPath();
    }

    @Override
    public boolean agrees(String title, String question, String yes) {
        ButtonType agree = new ButtonType(yes, ButtonBar.ButtonData.OK_DONE);
        Alert alert = new Alert(Alert.AlertType.CONFIRMATION, "", agree, ButtonType.CANCEL);
        alert.initOwner(owner.get());
        alert.setTitle(title);
        alert.setHeaderText(title);
        Label text = new Label(question);
        text.setWrapText(true);
        text.setMaxWidth(520);
        alert.getDialogPane().setContent(text);
        return alert.showAndWait().filter(agree::equals).isPresent();
    }

    @Override
    public char[] password(String caseName) {
        Dialog<ButtonType> dialog = new Dialog<>();
        dialog.initOwner(owner.get());
        dialog.setTitle("Password");
        PasswordField field = new PasswordField();
        dialog.getDialogPane()
                .setContent(new VBox(8, new Label("The case " + caseName + " is encrypted. Its password:"), field));
        dialog.getDialogPane().getButtonTypes().addAll(ButtonType.OK, ButtonType.CANCEL);
        dialog.setOnShown(event -> field.requestFocus());
        return dialog.showAndWait().filter(ButtonType.OK::equals).map(button -> field.getText().toCharArray())
                .orElse(null);
    }

    @Override
    public void problem(String title, String sentence) {
        Alert alert = new Alert(Alert.AlertType.ERROR);
        alert.initOwner(owner.get());
        alert.setTitle(title);
        alert.setHeaderText(title);
        Label text = new Label(sentence);
        text.setWrapText(true);
        text.setMaxWidth(520);
        alert.getDialogPane().setContent(text);
        alert.show();
    }
}

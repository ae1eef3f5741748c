package org.tokenlane.ui.shell;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.scene.Scene;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import javafx.stage.Window;
import javafx.stage.WindowEvent;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ui.handbook.HandbookView;
import org.tokenlane.ui.kit.Captions;
import org.tokenlane.ui.search.Command;
import org.tokenlane.ui.state.Workbench;

/**
 * The handbook in a window of its own, beside the one that is worked in: so it can be read while doing what it says. It
 * looks as the main window does, and is closed with it.
 */
final class HandbookWindow {

    private static final double WIDTH = 1040;
    private static final double HEIGHT = 720;
    private static final int MOST_FOUND = 5;

    private final Region main;
    private final HandbookView view;
    private final StackPane root;
    private @Nullable Stage stage;

    /**
     * @param main
     *            the root of the main window
     */
    HandbookWindow(Workbench workbench, Region main) {
        this.main = main;
        view = new HandbookView(workbench.messages(), workbench.background(), workbench.display().dark(), this::close);
        root = new StackPane(view);
        root.getStyleClass().add("window");
        root.styleProperty().bind(main.styleProperty());
    }

    /** Opens the window, or brings it to the front. */
    void open() {
        show();
        view.open();
    }

    private void open(String page, String anchor) {
        show();
        view.open(page, anchor);
    }

    /** What is found of the handbook for the search over everything; its pages are read when it opens. */
    Function<String, List<Command>> found() {
        return words -> view.find(words).stream().limit(MOST_FOUND)
                .map(found -> new Command(ShellText.HANDBOOK, found.where(), found.excerpt(),
                        () -> open(found.page(), found.anchor())))
                .toList();
    }

    /** Reads the pages, so that they can be searched. */
    void load() {
        view.load();
    }

    private void show() {
        Stage shown = Objects.requireNonNullElseGet(stage, this::stage);
        stage = shown;
        shown.show();
        shown.setIconified(false);
        shown.toFront();
        shown.requestFocus();
    }

    private Stage stage() {
        Stage made = new Stage();
        Captions.title(made, ShellText.HANDBOOK_TITLE);
        Scene scene = new Scene(root, WIDTH, HEIGHT);
        scene.getStylesheets().setAll(main.getScene().getStylesheets());
        made.setScene(scene);
        made.setMinWidth(600);
        made.setMinHeight(400);
        Window owner = main.getScene().getWindow();
        if (owner instanceof Stage window) {
            made.getIcons().setAll(window.getIcons());
        }
        owner.addEventHandler(WindowEvent.WINDOW_HIDDEN, event -> close());
        return made;
    }

    private void close() {
        if (stage != null) {
            stage.hide();
        }
    }
}

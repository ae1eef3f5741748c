package org.tokenlane.app;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.library.Library;
import org.tokenlane.ui.kit.Reasons;
import org.tokenlane.ui.kit.WindowDialogs;
import org.tokenlane.ui.shell.MainWindow;
import org.tokenlane.ui.state.Settings;
import org.tokenlane.ui.state.Workbench;

/** The program with its window. */
public class WindowProgram extends Application {

    private static final Logger LOG = System.getLogger(WindowProgram.class.getName());

    /** A window's title bar is about as high. */
    private static final double TITLE = 32;

    /** The file in the folder of settings. */
    static final String SETTINGS = "window.properties";

    static final String SAMPLE = "--sample-case=";

    /** What was read before the window's thread starts. */
    private record Ready(Path folder, Settings settings, Workbench workbench) {
    }

    private @Nullable Ready ready;
    private @Nullable MainWindow window;

    /** Reads the files that the program itself needs; not yet on the window's thread. */
    @Override
    public void init() {
        Path folder = ProgramFolders.settings(System.getProperty("os.name"), System.getProperty("user.home"),
                System.getenv());
        ready = new Ready(folder, new Settings(folder.resolve(SETTINGS)), new Workbench());
    }

    private Ready ready() {
        return Objects.requireNonNull(ready, "the toolkit calls init first"); // not for people
    }

    @Override
    public void start(Stage stage) {
        Path folder = ready().folder();
        Settings settings = ready().settings();
        ready().workbench().library().use(Path.of(settings.text("library", folder.resolve(Library.FILE).toString())));
        Workbench workbench = ready().workbench();
        // a slip in one view must not take the analyst's window away
        Thread.currentThread().setUncaughtExceptionHandler((thread, failure) -> {
            LOG.log(Level.ERROR, "window failure", failure);
            workbench.messages().error(Reasons.unexpected(failure));
        });
        List<String> arguments = getParameters().getRaw();
        Path sample = arguments.stream().filter(argument -> argument.startsWith(SAMPLE))
                .map(argument -> Path.of(argument.substring(SAMPLE.length()))).findFirst()
                .orElse(folder.resolve("sample"));
        MainWindow shown = new MainWindow(workbench, settings, new WindowDialogs(() -> stage), sample,
                ProgramFolders.cases(System.getProperty("os.name"), System.getProperty("user.home"),
                        System.getenv()));
        window = shown;
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setScene(shown.scene(Math.min(settings.number("width", 1280), screen.getWidth()),
                Math.min(settings.number("height", 800), screen.getHeight() - TITLE)));
        stage.getIcons().setAll(ProgramIcons.all());
        stage.setMaximized(settings.text("maximized", "false").equals("true"));
        stage.setMinWidth(Math.min(900, screen.getWidth()));
        stage.setMinHeight(Math.min(600, screen.getHeight()));
        stage.titleProperty()
                .bind(workbench.selection().openCase().map(open -> open.name() + " – Tokenlane").orElse("Tokenlane"));
        stage.setOnCloseRequest(event -> {
            settings.put("maximized", stage.isMaximized());
            if (!stage.isMaximized()) {
                settings.put("width", stage.getScene().getWidth());
                settings.put("height", stage.getScene().getHeight());
            }
        });
        stage.show();
        if (arguments.stream().anyMatch(argument -> argument.startsWith(SAMPLE))) {
            shown.openSample();
        } else if (!arguments.isEmpty()) {
            shown.cases().open(Path.of(arguments.getFirst()));
        }
    }

    @Override
    public void stop() {
        if (window != null) {
            window.close();
        } else {
            ready().workbench().close();
        }
    }
}

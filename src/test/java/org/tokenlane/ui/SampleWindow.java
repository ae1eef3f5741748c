package org.tokenlane.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SampleTenant;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.shell.MainWindow;
import org.tokenlane.ui.state.InvestigationTab;
import org.tokenlane.ui.state.Message;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.Settings;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** A real window on the headless platform, with dialogs that answer by themselves. */
final class SampleWindow {

    private static SampleWindow one;

    static final double WIDTH = 900;
    static final double HEIGHT = 700;

    final Path folder;
    final Workbench workbench = new Workbench();
    final SampleDialogs dialogs = new SampleDialogs();
    final List<String> problems = dialogs.problems;
    final MainWindow window;
    final Stage stage;
    SampleAnswers answers;
    private int copies;
    private int entriesAtFirst;

    SampleWindow(Stage stage) {
        this(stage, newFolder());
    }

    /** A window that remembers what was remembered in this folder. */
    SampleWindow(Stage stage, Path folder) {
        this.folder = folder;
        this.stage = stage;
        window = new MainWindow(workbench, new Settings(folder.resolve("settings/window.properties")), dialogs, folder,
                folder.resolve("cases"));
        stage.setScene(window.scene(WIDTH, HEIGHT));
        // the headless platform tells the place of a wheel wrongly where the window does not begin at the corner
        stage.setX(0);
        stage.setY(0);
        stage.show();
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("tokenlane-window");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A window with the sample case that all tests of this process look at, one class after the other; {@link #reset}
     * brings it back to the start, {@link #leave} makes room for the next class.
     */
    static SampleWindow shared() {
        try {
            if (one == null) {
                FxToolkit.registerPrimaryStage();
                one = WaitForAsyncUtils.waitForAsyncFx(120_000, () -> new SampleWindow(new Stage())).withSampleCase();
            } else {
                FxToolkit.registerPrimaryStage();
                SampleWindow again = one;
                WaitForAsyncUtils.waitForAsyncFx(120_000, again.stage::show);
            }
            return one;
        } catch (TimeoutException e) {
            throw new AssertionError("JavaFX did not start", e);
        }
    }

    /**
     * Shows the whole case on its first page again, without a selection, and with no menu or card open; a case that a
     * test changed is replaced by a fresh copy.
     */
    void reset() {
        FxRobot robot = new WindowRobot();
        robot.release(new KeyCode[0]).release(new MouseButton[0]).type(KeyCode.ESCAPE);
        robot.interact(() -> {
            List.copyOf(Window.getWindows()).stream().filter(window -> window instanceof PopupWindow)
                    .forEach(Window::hide);
            List.copyOf(Window.getWindows()).stream().filter(window -> window != stage).forEach(Window::hide);
            dialogs.problems.clear();
            dialogs.questions.clear();
            dialogs.files = List.of();
            dialogs.fileToWrite = null;
            dialogs.text = "my own";
        });
        if (workbench.selection().openCase().get() == null || entries() != entriesAtFirst) {
            robot.interact(() -> window.cases().close());
            await(() -> workbench.selection().openCase().get() == null);
            openCopy();
        }
        robot.interact(() -> {
            workbench.display().zone().set(ZoneOffset.UTC);
            workbench.messages().clear();
            workbench.navigation().go(ViewState.ALL);
            workbench.selection().event().set(-1);
            workbench.navigation().tab().set(InvestigationTab.EVENTS);
            workbench.navigation().page().set(Page.START);
            stage.toFront();
            stage.requestFocus();
        });
        awaitWholeCase();
    }

    private int entries() {
        return workbench.selection().openCase().get().file().auditTrail().entries().size();
    }

    private void openCopy() {
        copies++;
        Path file = SharedSample.copyTo(copies == 1 ? folder.resolve(SharedSample.NAME)
                : folderOfCopy().resolve(SharedSample.NAME));
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(() -> window.cases().open(file));
        await(() -> workbench.selection().openCase().get() != null);
        awaitWholeCase();
        await(() -> workbench.rules().detection().get() != null);
        entriesAtFirst = entries();
    }

    /** The copies have one name, for which the sample keeps findings. */
    private Path folderOfCopy() {
        try {
            return Files.createDirectory(folder.resolve("copy" + copies));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Hides the window until the next class wants it. */
    void leave() {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.waitForAsyncFx(120_000, stage::hide);
    }

    /** Opens the sample case and waits until it is there and the rules have run. */
    SampleWindow withSampleCase() {
        answers = SharedSample.answers();
        openCopy();
        return this;
    }

    private void awaitWholeCase() {
        await(() -> workbench.selection().openCase().get() != null
                && workbench.selection().matching().get().events().length == workbench.selection().openCase().get()
                        .events().size());
    }

    /** Writes the sample tenant's exports into a folder of their own. */
    SampleAnswers exports() {
        try {
            return SampleTenant.write(Files.createDirectories(folder.resolve("exported")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits until something is so on the window's thread; fails after a minute. */
    static void await(BooleanSupplier condition) {
        await(1, condition);
    }

    /** The same for so many minutes. */
    static void await(int minutes, BooleanSupplier condition) {
        try {
            WaitForAsyncUtils.waitFor(minutes, TimeUnit.MINUTES,
                    () -> WaitForAsyncUtils.asyncFx(condition::getAsBoolean).get());
        } catch (TimeoutException e) {
            throw new AssertionError("what was waited for did not happen within " + minutes + " min", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    /** The words of the latest message; empty where there is none. */
    String said() {
        Message latest = workbench.messages().latest().get();
        return latest == null ? "" : latest.text().toString();
    }

    /** Which text the latest message is; empty where there is none. */
    String saidKey() {
        Message latest = workbench.messages().latest().get();
        return latest == null ? "" : latest.text().key().key();
    }

    void close() {
        WaitForAsyncUtils.waitForFxEvents();
        WaitForAsyncUtils.asyncFx(() -> {
            window.close();
            stage.hide();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }
}

package org.tokenlane.app;

import java.time.Duration;
import java.util.Locale;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.stage.Stage;
import org.tokenlane.ui.state.Page;

/**
 * The window of the {@link Rehearsal}: it shows each page until there is nothing more to do, and closes. It needs no display
 * with {@code -Dglass.platform=Headless}.
 */
public final class WindowRehearsal extends WindowProgram {

    private static final Duration LOOK = Duration.ofMillis(500);

    /** Less processor time between two looks means that nothing runs but the window's clock. */
    private static final Duration QUIET = LOOK.dividedBy(5);

    /** How many looks at a page at most, as a build has to end. */
    private static final int LOOKS = 120;

    @Override
    public void start(Stage stage) {
        super.start(stage);
        Thread guide = new Thread(() -> lookAround(stage), "rehearsal");
        guide.setDaemon(true);
        guide.start();
    }

    private static void lookAround(Stage stage) {
        try {
            waitUntilQuiet();
            for (Page page : Page.values()) {
                String button = "#page-" + page.name().toLowerCase(Locale.ROOT);
                Platform.runLater(() -> ((ButtonBase) stage.getScene().lookup(button)).fire());
                waitUntilQuiet();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } finally {
            Platform.runLater(stage::close);
        }
    }

    private static void waitUntilQuiet() throws InterruptedException {
        Duration before = processorTime();
        for (int look = 0; look < LOOKS; look++) {
            Thread.sleep(LOOK);
            Duration now = processorTime();
            if (now.minus(before).compareTo(QUIET) < 0) {
                return;
            }
            before = now;
        }
    }

    private static Duration processorTime() {
        return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
    }
}

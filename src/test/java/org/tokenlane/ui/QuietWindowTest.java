package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.state.ViewState;

/** The toolkit has nothing to complain of while sessions are opened, left and opened again. */
class QuietWindowTest {

    private final List<String> logged = new CopyOnWriteArrayList<>();
    private final Logger toolkit = Logger.getLogger("javafx");
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord said) {
            logged.add(said.getMessage());
        }

        @Override
        public void flush() {
            // nothing is held back
        }

        @Override
        public void close() {
            // nothing is held
        }
    };
    private static SampleWindow sample;

    private final FxRobot robot = new WindowRobot();

    @BeforeAll
    static void open() {
        sample = SampleWindow.shared();
    }

    @BeforeEach
    void reset() {
        sample.reset();
    }

    @AfterAll
    static void close() {
        sample.leave();
    }

    @Test
    void theTreeOfTokensComesAndGoesWithoutAWord() {
        for (int i = 0; i < 6; i++) {
            String session = i % 2 == 0 ? sample.answers.aitmSession()
                    : sample.workbench.selection().openCase().get().sessions().get(i * 13).sessionId();
            robot.interact(() -> sample.workbench.navigation().investigate(session));
            SampleWindow.await(() -> robot.lookup("#tokens").tryQueryAs(TreeView.class)
                    .map(tree -> tree.getRoot() != null).orElse(false));
            TreeView<?> tree = robot.lookup("#tokens").query();
            robot.interact(
                    () -> tree.getRoot().getChildren().forEach(token -> ((TreeItem<?>) token).setExpanded(true)));
            robot.interact(() -> sample.workbench.navigation().go(ViewState.ALL));
            SampleWindow.await(() -> robot.lookup("#tokens").tryQuery().isEmpty());
        }
        assertThat(logged).isEmpty();
    }
}

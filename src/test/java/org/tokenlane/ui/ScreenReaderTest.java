package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.Spinner;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.state.InvestigationTab;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.ViewState;

/** Every control of the window's pages has a name that a screen reader can say. */
class ScreenReaderTest {

    private final FxRobot robot = new WindowRobot();
    private SampleWindow sample;

    @BeforeEach
    void show() {
        sample = SampleWindow.shared();
        sample.reset();
    }

    @AfterEach
    void leave() {
        sample.leave();
    }

    @Test
    void everyControlHasAName() {
        Set<String> silent = new TreeSet<>();
        int[] named = new int[1];
        for (Page page : Page.values()) {
            robot.interact(() -> sample.workbench.navigation().page().set(page));
            listen(page.name(), silent, named);
        }
        robot.interact(() -> sample.workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession())));
        for (InvestigationTab tab : InvestigationTab.values()) {
            robot.interact(() -> sample.workbench.navigation().tab().set(tab));
            WaitForAsyncUtils.waitForFxEvents();
            listen(tab.name(), silent, named);
        }
        assertThat(silent).isEmpty();
        assertThat(named[0]).isGreaterThan(100);
    }

    private void listen(String where, Set<String> silent, int[] named) {
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> look(where, sample.stage.getScene().getRoot(), silent, named));
    }

    private static Void look(String where, Node node, Set<String> silent, int[] named) {
        if (!node.isVisible() || node instanceof IndexedCell) {
            return null;
        }
        if (isControl(node)) {
            if (hasName(node)) {
                named[0]++;
            } else {
                silent.add(where + ": " + node.getClass().getSimpleName() + " " + node.getId() + " "
                        + node.getStyleClass());
            }
        }
        // what is inside of these is theirs
        if (node instanceof Parent parent && !(node instanceof ComboBoxBase) && !(node instanceof Spinner)) {
            parent.getChildrenUnmodifiable().forEach(child -> look(where, child, silent, named));
        }
        return null;
    }

    private static boolean isControl(Node node) {
        return node.isFocusTraversable() && (node instanceof ButtonBase || node instanceof TextInputControl
                || node instanceof ComboBoxBase || node instanceof ChoiceBox || node instanceof Spinner
                || node instanceof ListView || node instanceof TableView || node instanceof TreeView
                || node instanceof TreeTableView || node.getClass().getSimpleName().endsWith("Canvas"));
    }

    private static boolean hasName(Node node) {
        return isSaid(node.getAccessibleText())
                || node instanceof Labeled labeled && isSaid(labeled.getText())
                || node instanceof TextInputControl && isSaid(node.getAccessibleHelp())
                || labelled(node);
    }

    private static boolean labelled(Node node) {
        return node.getScene().getRoot().lookupAll(".label").stream()
                .anyMatch(label -> label instanceof Label words && words.getLabelFor() == node);
    }

    private static boolean isSaid(String text) {
        return text != null && !text.isBlank();
    }
}

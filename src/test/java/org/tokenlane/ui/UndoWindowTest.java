package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.kit.WindowRobot;

/** The menu says what can be undone, and greys what cannot. */
class UndoWindowTest {

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

    private static MenuItem entry(Menu menu, Shortcut key) {
        return menu.getItems().stream().filter(item -> key.keys().equals(item.getAccelerator())).findFirst()
                .orElseThrow();
    }

    @Test
    void undoIsGreyWhileThereIsNothingToUndoAndItsKeyWorksAsSoonAsThereIs() {
        MenuBar bar = robot.lookup(".menu-bar").query();
        Menu menu = bar.getMenus().stream().filter(each -> each.getItems().stream()
                .anyMatch(item -> Shortcut.UNDO.keys().equals(item.getAccelerator()))).findFirst().orElseThrow();
        MenuItem undo = entry(menu, Shortcut.UNDO);
        robot.interact(menu::show);
        SampleWindow.await(undo::isDisable);
        assertThat(entry(menu, Shortcut.REDO).isDisable()).isTrue();
        robot.interact(menu::hide);
        assertThat(undo.isDisable()).as("the key works without opening the menu again").isFalse();

        MarkTarget session = MarkTarget.of(MarkTarget.Kind.SESSION, sample.answers.aitmSession());
        robot.interact(() -> sample.workbench.marking()
                .change((marks, who) -> marks.verdict(List.of(session), Verdict.BENIGN, "", who)));
        SampleWindow.await(() -> sample.workbench.marking().marked().get().marks().verdict(session) != null);
        robot.interact(menu::show);
        SampleWindow.await(() -> entry(menu, Shortcut.REDO).isDisable());
        assertThat(undo.isDisable()).isFalse();
        robot.interact(menu::hide);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        SampleWindow.await(() -> sample.workbench.marking().marked().get().marks().verdict(session) == null);
    }
}

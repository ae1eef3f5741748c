package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeoutException;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.PopupWindow;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.state.Settings;

/** The window before a case is open: the ways to begin, what to ask for, recent cases, menus. */
class FirstStartTest {

    private final FxRobot robot = new WindowRobot();

    @TempDir
    private Path folder;
    private SampleWindow sample;
    private Path longCase;

    @BeforeEach
    void show() throws TimeoutException, IOException {
        longCase = SharedSample.copyTo(Files.createDirectories(folder.resolve("cases of a customer with a long name"))
                .resolve("an incident with a name that is much longer than the line of a recent case in the window, "
                        + "2026-11-30.tlcase"));
        new Settings(folder.resolve("settings/window.properties")).opened(longCase);
        FxToolkit.registerPrimaryStage();
        sample = WaitForAsyncUtils.waitForAsyncFx(120_000, () -> new SampleWindow(new Stage(), folder));
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private Scene scene() {
        return sample.stage.getScene();
    }

    private Node node(String selector) {
        return WaitForAsyncUtils.waitForAsyncFx(10_000, () -> scene().lookup(selector));
    }

    @Test
    void thereAreThreeWaysToBeginAndAListOfWhatToAskFor() {
        assertThat(List.of(node("#welcome-open"), node("#welcome-sample"), node(".drop-zone"), node("#welcome-export")))
                .doesNotContainNull().allMatch(Node::isVisible);
        robot.interact(() -> ((Hyperlink) scene().lookup("#welcome-export")).fire());
        TextArea list = (TextArea) node("#exports-list");
        SampleWindow.await(() -> list.getParent().getParent().isVisible());
        assertThat(list.getText()).contains("Search-UnifiedAuditLog").doesNotContain("CloudAppEvents");
        robot.interact(() -> ((CheckBox) scene().lookup("#exports-defender")).setSelected(true));
        assertThat(list.getText()).contains("CloudAppEvents");
        robot.interact(() -> ((javafx.scene.control.Button) scene().lookup("#exports-copy")).fire());
        assertThat(WaitForAsyncUtils.waitForAsyncFx(10_000, () -> Clipboard.getSystemClipboard().getString()))
                .isEqualTo(list.getText());
        robot.type(KeyCode.ESCAPE);
        SampleWindow.await(() -> !list.getParent().getParent().isVisible());
    }

    @Test
    void theNameOfALongRecentCaseStaysOnOneLineWithItsEnding() {
        SampleWindow.await(() -> scene().lookup(".recent-case") != null);
        Hyperlink link = (Hyperlink) node(".recent-case");
        SampleWindow.await(() -> link.getWidth() > 0);
        assertThat(link.getText()).isEqualTo(longCase.getFileName().toString());
        assertThat(link.getHeight()).isLessThan(2 * link.getFont().getSize() * 1.5);
        String shown = WaitForAsyncUtils.waitForAsyncFx(10_000,
                () -> ((javafx.scene.text.Text) link.lookup(".text")).getText());
        assertThat(shown).endsWith(".tlcase").hasSizeLessThan(link.getText().length());
        assertThat(link.getTooltip().getText()).isEqualTo(longCase.toString());
    }

    @Test
    void everyMenuFitsOnASmallScreen() {
        MenuBar bar = (MenuBar) node(".menu-bar");
        Map<String, Double> heights = new TreeMap<>();
        for (Menu menu : bar.getMenus()) {
            robot.interact(menu::show);
            SampleWindow.await(menu::isShowing);
            double height = WaitForAsyncUtils.waitForAsyncFx(10_000, () -> {
                List<Window> open = new ArrayList<>(Window.getWindows());
                return open.stream().filter(PopupWindow.class::isInstance).mapToDouble(Window::getHeight).max()
                        .orElse(0);
            });
            heights.put(menu.getText(), height);
            robot.interact(menu::hide);
        }
        assertThat(heights).hasSizeGreaterThan(4);
        assertThat(heights.values()).allSatisfy(height -> assertThat(height).isBetween(20.0, 680.0));
    }
}

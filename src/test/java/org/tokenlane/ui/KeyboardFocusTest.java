package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Spinner;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.state.InvestigationTab;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.ViewState;

/** The Tab key reaches every control of the window's pages, and each shows that it has the focus. */
class KeyboardFocusTest {

    /** More stops than any page has. */
    private static final int MOST = 300;
    /** The contrast that WCAG 2.2 (1.4.11 and 2.4.13) demands between a control with and without the focus. */
    private static final double CONTRAST = 3;
    private static final int LEAST_PIXELS = 12;

    private final FxRobot robot = new WindowRobot();
    private SampleWindow sample;
    private final Set<String> unreached = new TreeSet<>();
    private final Set<String> unseen = new TreeSet<>();
    private final Set<Node> judged = Collections.newSetFromMap(new IdentityHashMap<>());
    private int stops;

    @BeforeEach
    void show() {
        sample = SampleWindow.shared();
        sample.reset();
    }

    @AfterEach
    void leave() {
        robot.interact(() -> sample.workbench.display().dark().set(true));
        sample.leave();
    }

    @Test
    void tabReachesEveryControlOfTheFirstPageAndEachShowsThatItHasTheFocus() {
        walk(Page.START.name());
        assertEachIsReachedAndSeen(20);
    }

    /** All pages, which takes a minute. */
    @Tag("trust")
    @ParameterizedTest
    @ValueSource(booleans = { true, false })
    void tabReachesEveryControlOfAllPagesAndEachShowsThatItHasTheFocus(boolean dark) {
        robot.interact(() -> sample.workbench.display().dark().set(dark));
        for (Page page : Page.values()) {
            robot.interact(() -> sample.workbench.navigation().page().set(page));
            walk(page.name());
        }
        robot.interact(() -> sample.workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession())));
        for (InvestigationTab tab : InvestigationTab.values()) {
            robot.interact(() -> sample.workbench.navigation().tab().set(tab));
            walk(tab.name());
        }
        assertEachIsReachedAndSeen(100);
    }

    private void assertEachIsReachedAndSeen(int atLeast) {
        assertThat(unreached).as("not reached").isEmpty();
        assertThat(unseen).as("focus not visible").isEmpty();
        assertThat(stops).isGreaterThan(atLeast);
    }

    private void walk(String where) {
        WaitForAsyncUtils.waitForFxEvents();
        Parent root = sample.stage.getScene().getRoot();
        robot.interact(root::requestFocus);
        Set<Node> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        Node before = null;
        Image focused = null;
        for (int i = 0; i < MOST; i++) {
            robot.push(KeyCode.TAB);
            if (before != null && focused != null) {
                compare(where, before, focused);
            }
            Node now = sample.stage.getScene().getFocusOwner();
            if (now == null || !reached.add(now)) {
                break;
            }
            stops++;
            // what is on every page is looked at once
            boolean fresh = judged.add(now);
            before = fresh ? now : null;
            focused = fresh ? picture(now) : null;
        }
        List<Node> controls = new ArrayList<>();
        WaitForAsyncUtils.waitForAsyncFx(60_000, () -> collect(root, controls));
        controls.stream().filter(control -> !reached.contains(control) && !isBesideOneOf(reached, control))
                .map(control -> where + ": " + name(control))
                .forEach(unreached::add);
    }

    /** Of buttons of which one is selected, Tab reaches that one, and the arrows the others. */
    private static boolean isBesideOneOf(Set<Node> reached, Node control) {
        return control instanceof ToggleButton button && button.getToggleGroup() != null
                && button.getToggleGroup().getToggles().stream().anyMatch(reached::contains);
    }

    private static Void collect(Node node, List<Node> controls) {
        if (!node.isVisible() || node instanceof IndexedCell) {
            return null;
        }
        if (node.isFocusTraversable() && !node.isDisabled()) {
            controls.add(node);
        }
        // what is inside of these is theirs
        if (node instanceof Parent parent && !(node instanceof ComboBoxBase) && !(node instanceof Spinner)) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, controls));
        }
        return null;
    }

    private Image picture(Node node) {
        WaitForAsyncUtils.waitForFxEvents();
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            SnapshotParameters behind = new SnapshotParameters();
            behind.setFill(Color.web(sample.workbench.display().dark().get() ? "#0d1117" : "#ffffff"));
            return node.snapshot(behind, null);
        });
    }

    private void compare(String where, Node node, Image focused) {
        Image other = picture(node);
        int seen = Math.abs((int) (focused.getWidth() - other.getWidth()))
                + Math.abs((int) (focused.getHeight() - other.getHeight()));
        int wide = (int) Math.min(focused.getWidth(), other.getWidth());
        int[] one = new int[wide];
        int[] two = new int[wide];
        for (int y = 0; y < Math.min(focused.getHeight(), other.getHeight()); y++) {
            focused.getPixelReader().getPixels(0, y, wide, 1, PixelFormat.getIntArgbInstance(), one, 0, wide);
            other.getPixelReader().getPixels(0, y, wide, 1, PixelFormat.getIntArgbInstance(), two, 0, wide);
            for (int x = 0; x < wide; x++) {
                if (one[x] != two[x] && contrast(one[x], two[x]) >= CONTRAST) {
                    seen++;
                }
            }
        }
        if (seen < LEAST_PIXELS) {
            unseen.add(where + ": " + name(node) + " " + seen);
        }
    }

    /** The contrast ratio of WCAG, from 1 to 21. */
    private static double contrast(int one, int other) {
        double a = luminance(one) + 0.05;
        double b = luminance(other) + 0.05;
        return Math.max(a, b) / Math.min(a, b);
    }

    private static double luminance(int argb) {
        return 0.2126 * linear(argb >> 16 & 0xff) + 0.7152 * linear(argb >> 8 & 0xff) + 0.0722 * linear(argb & 0xff);
    }

    private static double linear(int byteOfColor) {
        double part = byteOfColor / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static String name(Node node) {
        return node.getClass().getSimpleName() + " " + node.getId() + " " + node.getStyleClass();
    }
}

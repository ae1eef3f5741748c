package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;
import org.tokenlane.GeneratedPagesTest;
import org.tokenlane.ui.kit.WindowRobot;

/** The handbook in its window, by keyboard. */
class HandbookWindowTest {

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

    private static Stage handbook() {
        return Window.getWindows().stream()
                .filter(window -> window instanceof Stage && window.getScene().lookup("#handbook-search") != null)
                .map(Stage.class::cast).findFirst().orElse(null);
    }

    private static <T extends Node> T node(String id) {
        @SuppressWarnings("unchecked")
        T found = (T) handbook().getScene().lookup("#" + id);
        return found;
    }

    private void open() {
        robot.type(KeyCode.F1);
        SampleWindow.await(() -> handbook() != null && page() != null);
        // the window is shared with tests that looked at another page
        TreeView<?> contents = node("handbook-contents");
        robot.interact(() -> {
            HandbookWindowTest.<TextField> node("handbook-search").clear();
            select(contents, contents.getRoot().getChildren().getFirst().getChildren().getFirst());
        });
        SampleWindow.await(() -> page().equals("The first five minutes"));
        robot.interact(() -> node("handbook-search").requestFocus());
    }

    /** The headline of the page that is shown. */
    private static String page() {
        ScrollPane scroll = node("handbook-page");
        return scroll.getContent() instanceof VBox page && page.getChildren().getFirst() instanceof Label headline
                ? headline.getText()
                : null;
    }

    @Test
    void f1OpensTheFirstPageAndEscapeClosesTheWindow() {
        open();
        assertThat(page()).isEqualTo("The first five minutes");
        robot.type(KeyCode.ESCAPE);
        SampleWindow.await(() -> handbook() == null);
    }

    @Test
    void aSearchByKeyboardLeadsToTheSection() {
        open();
        robot.interact(() -> HandbookWindowTest.<TextField> node("handbook-search")
                .setText("ForwardingSmtpAddress DeliverToMailboxAndForward Unlimited"));
        SampleWindow.await(() -> HandbookWindowTest.<ListView<?>> node("handbook-hits").getItems().size() > 0);
        robot.type(KeyCode.ENTER);
        SampleWindow.await(() -> page().equals("Getting each log"));
        SampleWindow.await(() -> HandbookWindowTest.<ScrollPane> node("handbook-page").getVvalue() > 0.2);
        assertThat(WaitForAsyncUtils.waitForAsyncFx(5_000, () -> node("handbook-page").isFocused())).isTrue();
        robot.type(KeyCode.ESCAPE);
        SampleWindow.await(() -> node("handbook-contents").isVisible());
        robot.press(KeyCode.ALT).type(KeyCode.LEFT).release(KeyCode.ALT);
        SampleWindow.await(() -> page().equals("The first five minutes"));
    }

    @Test
    void whereAHitIsCanBeReadInFull() {
        open();
        robot.interact(() -> HandbookWindowTest.<TextField> node("handbook-search").setText("token"));
        ListView<?> hits = node("handbook-hits");
        SampleWindow.await(() -> hits.getItems().size() > 3
                && hits.lookupAll(".section-title").stream().anyMatch(Node::isVisible));
        assertThat(hits.lookupAll(".section-title")).isNotEmpty()
                .allMatch(where -> !((Label) where).isTextTruncated());
    }

    @Test
    void linksLeadFromPageToPage() {
        open();
        robot.interact(() -> {
            ScrollPane scroll = node("handbook-page");
            Hyperlink link = (Hyperlink) scroll.getContent().lookupAll(".handbook-link").stream()
                    .filter(node -> ((Hyperlink) node).getText().equals("The tour of the sample case")).findFirst()
                    .orElseThrow();
            link.fire();
        });
        SampleWindow.await(() -> page().startsWith("First steps"));
        TreeView<?> contents = node("handbook-contents");
        assertThat(contents.getSelectionModel().getSelectedItem().getValue().toString())
                .contains("A tour of the sample case");
    }

    @Test
    void everyPageIsShownWithoutItsPartsBeingEmpty() {
        open();
        TreeView<?> contents = node("handbook-contents");
        List<String> shown = new ArrayList<>();
        for (TreeItem<?> group : contents.getRoot().getChildren()) {
            for (TreeItem<?> line : group.getChildren()) {
                robot.interact(() -> select(contents, line));
                ScrollPane scroll = node("handbook-page");
                shown.add(page());
                assertThat(((VBox) scroll.getContent()).getChildren()).as(page()).hasSizeGreaterThan(2);
            }
        }
        assertThat(shown).doesNotHaveDuplicates().hasSizeGreaterThan(15);
    }

    @SuppressWarnings("unchecked")
    private static <T> void select(TreeView<T> tree, TreeItem<?> line) {
        tree.getSelectionModel().select((TreeItem<T>) line);
    }

    @Test
    void searchingForEverythingFindsPagesOfTheHandbook() {
        robot.press(KeyCode.CONTROL).type(KeyCode.K).release(KeyCode.CONTROL);
        Scene scene = sample.stage.getScene();
        SampleWindow.await(() -> scene.lookup("#search").isFocused());
        robot.write("device code case");
        ListView<?> results = (ListView<?>) scene.lookup("#search-results");
        SampleWindow.await(
                () -> results.getItems().stream().anyMatch(found -> found.toString().contains("A device code case")));
        robot.interact(() -> results.getSelectionModel().select(results.getItems().stream()
                .map(Object::toString).toList().indexOf(results.getItems().stream().map(Object::toString)
                        .filter(found -> found.contains("A device code case")).findFirst().orElseThrow())));
        robot.type(KeyCode.ENTER);
        SampleWindow.await(() -> handbook() != null && "A device code case".equals(page()));
    }

    @Test
    void thePageOfShortcutsIsTheSheetOfShortcuts() throws IOException {
        List<Node> keys = new ArrayList<>(
                WaitForAsyncUtils.waitForAsyncFx(5_000, () -> sample.stage.getScene().getRoot().lookupAll(".keys")));
        StringBuilder page = new StringBuilder(
                """
                        # Keyboard shortcuts

                        Everything can be done by keyboard. Ctrl+/ shows this list in the program (⌘ instead of Ctrl on a Mac). \
                        F10 opens the menus, Tab and Shift+Tab go through the controls, Escape closes what is on top.
                        """);
        for (GridPane grid : keys.stream().map(node -> (GridPane) node.getParent()).distinct().toList()) {
            Label heading = (Label) ((VBox) grid.getParent()).getChildren().getFirst();
            page.append("\n## ").append(heading.getText()).append("\n\n| keys | |\n|---|---|\n");
            List<String> texts = grid.getChildren().stream().map(node -> ((Label) node).getText()).toList();
            for (int i = 0; i < texts.size(); i += 2) {
                page.append("| ").append(texts.get(i)).append(" | ").append(texts.get(i + 1)).append(" |\n");
            }
        }
        GeneratedPagesTest.assertPage("shortcuts.md", page.toString());
    }
}

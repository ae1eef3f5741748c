package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import org.tokenlane.model.text.Language;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.shell.ShellText;
import org.tokenlane.ui.state.InvestigationTab;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.ViewState;

/**
 * The program's own captions fit into the smallest window in every language; what holds a value of the case may be
 * longer, and is cut with the whole in a tooltip.
 */
class CutTextTest {

    /** What opens above the window's other contents. */
    private static final List<ShellText> SHEETS = List.of(ShellText.EVIDENCE, ShellText.REPORT, ShellText.EXTRACT,
            ShellText.NETWORK_DATA, ShellText.MARK, ShellText.SEARCH_EVERYTHING, ShellText.WHAT_TO_EXPORT,
            ShellText.SHORTCUTS, ShellText.ABOUT_PROGRAM, ShellText.NEW_CASE);

    private final FxRobot robot = new WindowRobot();

    @AfterEach
    void speakEnglishAgain() {
        Language.choose(Language.ENGLISH);
    }

    @ParameterizedTest
    @EnumSource
    void noTextOfTheWindowIsCutOff(Language language) throws TimeoutException, IOException {
        Language.choose(language);
        Set<String> captions = captions(language);
        FxToolkit.registerPrimaryStage();
        SampleWindow sample = WaitForAsyncUtils.waitForAsyncFx(120_000, () -> new SampleWindow(new Stage()));
        try {
            Set<String> cut = new TreeSet<>(cut("welcome", captions, sample));
            sample.withSampleCase();
            for (Page page : Page.values()) {
                robot.interact(() -> sample.workbench.navigation().page().set(page));
                WaitForAsyncUtils.waitForFxEvents();
                cut.addAll(cut(page.name(), captions, sample));
            }
            robot.interact(
                    () -> sample.workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession())));
            for (InvestigationTab tab : InvestigationTab.values()) {
                robot.interact(() -> sample.workbench.navigation().tab().set(tab));
                WaitForAsyncUtils.waitForFxEvents();
                cut.addAll(cut(tab.name(), captions, sample));
            }
            robot.interact(() -> sample.workbench.selection().event().set(0));
            for (ShellText sheet : SHEETS) {
                robot.interact(() -> entry(sheet, sample).fire());
                WaitForAsyncUtils.waitForFxEvents();
                cut.addAll(cut(sheet.name(), captions, sample));
                robot.type(KeyCode.ESCAPE);
                WaitForAsyncUtils.waitForFxEvents();
            }
            robot.interact(sample.window::beginTour);
            while (robot.lookup("#tour").query().isVisible()) {
                WaitForAsyncUtils.waitForFxEvents();
                cut.addAll(cut("tour", captions, sample));
                robot.interact(robot.lookup("#tour-next").queryButton()::fire);
            }
            assertThat(cut).isEmpty();
        } finally {
            sample.close();
        }
    }

    /** The menu's entry with this text. */
    private static MenuItem entry(ShellText text, SampleWindow sample) {
        MenuBar bar = (MenuBar) sample.stage.getScene().getRoot().lookup(".menu-bar");
        return bar.getMenus().stream().flatMap(menu -> menu.getItems().stream())
                .filter(item -> text.text().equals(item.getText())).findFirst().orElseThrow();
    }

    /** The texts of the window's bundles that take no arguments. */
    private static Set<String> captions(Language language) throws IOException {
        String name = language == Language.ENGLISH ? "texts.properties" : "texts_" + language.tag() + ".properties";
        Set<String> captions = new HashSet<>();
        try (Stream<Path> all = Files.walk(Path.of("src/main/resources/org/tokenlane"))) {
            for (Path file : all.filter(found -> found.getFileName().toString().equals(name)).toList()) {
                Properties texts = new Properties();
                try (Reader reader = Files.newBufferedReader(file)) {
                    texts.load(reader);
                }
                texts.values().forEach(text -> captions.add(text.toString().replace("''", "'")));
            }
        }
        assertThat(captions).hasSizeGreaterThan(3_000);
        return captions;
    }

    private static List<String> cut(String where, Set<String> captions, SampleWindow sample) {
        return WaitForAsyncUtils.waitForAsyncFx(60_000, () -> {
            List<String> found = new ArrayList<>();
            look(where, sample.stage.getScene().getRoot(), captions, found);
            return found;
        });
    }

    private static void look(String where, Node node, Set<String> captions, List<String> found) {
        if (!node.isVisible() || node instanceof IndexedCell) {
            return;
        }
        if (node instanceof Labeled label && label.isTextTruncated() && captions.contains(label.getText())) {
            found.add(where + ": " + label.getText() + " (" + label.getTypeSelector() + " " + label.getStyleClass()
                    + ", " + Math.round(label.getWidth()) + ")");
        }
        if (node instanceof TextInputControl field && captions.contains(field.getPromptText())
                && field.getText().isEmpty() && !(field instanceof TextArea)) {
            double room = field.getWidth() - field.getInsets().getLeft() - field.getInsets().getRight();
            Text prompt = new Text(field.getPromptText());
            prompt.setFont(field.getFont());
            if (prompt.getLayoutBounds().getWidth() > room) {
                found.add(where + ": " + field.getPromptText() + " (prompt, " + Math.round(room) + ")");
            }
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> look(where, child, captions, found));
        }
    }
}

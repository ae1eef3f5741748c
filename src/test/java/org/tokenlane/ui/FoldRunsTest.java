package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.stream.IntStream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.text.Count;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.events.EventsText;
import org.tokenlane.ui.kit.WindowExtension;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.Settings;

/**
 * Runs of alike events are one line that opens and closes, and stands for all its events when it is copied or saved.
 */
@ExtendWith(WindowExtension.class)
class FoldRunsTest {

    /** Operations by second: a run of five, one, a run of two, one. */
    private static final String[] OPERATIONS = { "MailItemsAccessed", "MailItemsAccessed", "MailItemsAccessed",
        "MailItemsAccessed", "MailItemsAccessed", "Send",
        "MailItemsAccessed", "MailItemsAccessed", "Update" };

    private SampleWindow sample;
    private TableView<Integer> events;

    @Start
    void start(Stage stage) {
        sample = new SampleWindow(stage);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private void open(FxRobot robot) throws IOException {
        String header = PurviewRows.table(0, 0);
        // one user and one address in all rows
        String rows = IntStream.range(0, OPERATIONS.length)
                .mapToObj(i -> PurviewRows.row(i, OPERATIONS[i], "s" + i).replaceAll("user\\d", "user1")
                        .replaceAll("203\\.0\\.113\\.\\d+", "203.0.113.9"))
                .reduce(header, String::concat);
        Path export = Files.writeString(sample.folder.resolve("audit.csv"), rows);
        Path file = sample.folder.resolve("runs.tlcase");
        try (CaseFile made = CaseFile.create(file, null, "test")) {
            new ImportService(made, Importers.all()).importAll(java.util.List.of(export), ImportOptions.by("test"),
                    Progress.NONE);
        }
        robot.interact(() -> sample.window.cases().open(file));
        SampleWindow.await(() -> sample.workbench.selection().openCase().get() != null
                && sample.workbench.selection().matching().get().events().length == OPERATIONS.length);
        robot.interact(() -> sample.workbench.navigation().page().set(Page.INVESTIGATE));
        events = robot.lookup("#events").query();
        SampleWindow.await(() -> events.getItems().size() == OPERATIONS.length);
        robot.push(KeyCode.ALT, KeyCode.E).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        SampleWindow.await(() -> events.getItems().size() == 4);
    }

    private static java.util.List<String> texts(FxRobot robot) {
        return robot.from(robot.lookup("#events").queryAll())
                .lookup((Node node) -> node instanceof Labeled && node.isVisible()).<Labeled> queryAll().stream()
                .map(Labeled::getText).filter(Objects::nonNull).toList();
    }

    private static long lines(String text) {
        return text.lines().filter(line -> !line.isBlank()).count();
    }

    @Test
    void aRunIsOneLineWithItsCountAndItsFirstAndLastTime(FxRobot robot) throws IOException {
        open(robot);
        assertThat(texts(robot)).contains("MailItemsAccessed × 5", "MailItemsAccessed × 2", "Send", "Update",
                "2026-09-15 00:00:00 – 00:00:04");
        assertThat(robot.lookup("#events-facts").queryLabeled().getText())
                .isEqualTo(EventsText.IN_LINES.text(Count.EVENTS.of(9), Count.LINES.of(4)));
    }

    @Test
    void aRunOpensAndClosesByKeyboardAndMouseAndFromInside(FxRobot robot) throws IOException {
        open(robot);
        robot.interact(() -> events.getSelectionModel().clearAndSelect(0));
        robot.type(KeyCode.RIGHT);
        SampleWindow.await(() -> events.getItems().size() == 9);
        robot.type(KeyCode.DOWN).type(KeyCode.DOWN);
        SampleWindow.await(() -> sample.workbench.selection().event().get() == 1);
        robot.type(KeyCode.LEFT);
        SampleWindow.await(() -> events.getSelectionModel().getSelectedIndex() == 0);
        robot.type(KeyCode.LEFT);
        SampleWindow.await(() -> events.getItems().size() == 4);
        robot.type(KeyCode.ENTER);
        SampleWindow.await(() -> events.getItems().size() == 9);
        robot.doubleClickOn("MailItemsAccessed × 5");
        SampleWindow.await(() -> events.getItems().size() == 4);
        Node row = robot.lookup("#events")
                .lookup((Node node) -> node instanceof TableRow<?> line && Integer.valueOf(~2).equals(line.getItem())
                        && line.isVisible())
                .query();
        Node sign = robot.from(row).lookup(".fold-sign").query();
        robot.clickOn(sign);
        SampleWindow.await(() -> events.getItems().size() == 6);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        SampleWindow.await(() -> events.getItems().size() == 9);
    }

    @Test
    void copyingAndSavingLinesCoversAllTheirEventsOnceAndInTheirOrder(FxRobot robot) throws IOException {
        open(robot);
        robot.interact(() -> events.getSelectionModel().clearAndSelect(0));
        robot.type(KeyCode.RIGHT);
        SampleWindow.await(() -> events.getItems().size() == 9);
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.C);
        awaitClipboard("Time (UTC),Operation");
        assertThat(lines(clipboard())).as("a header and each event once").isEqualTo(10);
        assertThat(clipboard().lines().skip(1).map(line -> line.split(",")[0]).toList()).isSorted();
        robot.interact(() -> events.getSelectionModel().clearAndSelect(0));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.C);
        awaitClipboard("{");
        assertThat(lines(clipboard())).isEqualTo(5);
        sample.dialogs.fileToWrite = sample.folder.resolve("saved.csv");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        SampleWindow.await(() -> Files.exists(sample.dialogs.fileToWrite));
        assertThat(Files.readString(sample.dialogs.fileToWrite)).contains("MailItemsAccessed").doesNotContain("Send",
                "×");
        assertThat(Files.readAllLines(sample.dialogs.fileToWrite)).hasSize(6);
    }

    private static void awaitClipboard(String beginning) {
        SampleWindow.await(
                () -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "").startsWith(beginning));
    }

    private static String clipboard() {
        try {
            return WaitForAsyncUtils
                    .asyncFx(() -> Objects.requireNonNullElse(Clipboard.getSystemClipboard().getString(), "")).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void anEventChosenElsewhereSelectsItsRunAndFoldingIsRemembered(FxRobot robot) throws IOException {
        open(robot);
        robot.interact(() -> sample.workbench.selection().event().set(7));
        SampleWindow.await(() -> events.getSelectionModel().getSelectedIndex() == 2);
        assertThat(sample.workbench.selection().event().get()).as("the event itself stays chosen").isEqualTo(7);
        robot.interact(() -> sample.window.remember());
        SampleWindow.await(() -> new Settings(sample.folder.resolve("settings/window.properties"))
                .text("events.folded", "").equals("true"));
    }

    @Test
    void sortedByAnotherColumnTheRunsAreThoseOfThatOrder(FxRobot robot) throws IOException {
        open(robot);
        robot.interact(() -> events.getSortOrder().add(events.getColumns().get(2)));
        SampleWindow.await(() -> events.getItems().size() == 3);
        assertThat(texts(robot)).contains("MailItemsAccessed × 7");
        assertThat(Arrays.asList(events.getItems().get(0) < 0, events.getItems().get(1) < 0)).containsExactly(true,
                false);
    }
}

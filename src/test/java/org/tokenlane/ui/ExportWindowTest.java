package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.timeline.TimelineText;

/** What is seen goes into files: the timeline, events in the forms of other programs. */
class ExportWindowTest {

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
    void timelineEventsAndQueriesAreOfTheSessionThatIsLookedAt() throws IOException {
        robot.interact(() -> sample.workbench.navigation().investigate(sample.answers.aitmSession()));
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length < 500);
        sample.dialogs.fileToWrite = sample.folder.resolve("seen.svg");
        SampleWindow.await(() -> robot.lookup("#timeline").query().getAccessibleText().contains("3 origins"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        SampleWindow.await(
                () -> sample.said().equals(TimelineText.SAVED.text(sample.dialogs.fileToWrite)));
        assertThat(Files.readString(sample.folder.resolve("seen.svg"))).startsWith("<svg")
                .contains("2026-09-15 08:11:51 UTC", "2026-09-15 08:57:40 UTC");
        sample.dialogs.fileToWrite = sample.folder.resolve("seen.png");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.T);
        SampleWindow.await(() -> sample.said().endsWith("seen.png"));
        sample.dialogs.fileToWrite = sample.folder.resolve("seen.stix.json");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        SampleWindow.await(() -> sample.said().endsWith("seen.stix.json"));
        assertThat(Files.readString(sample.folder.resolve("seen.stix.json"))).contains("\"spec_version\"",
                sample.answers.aitmSession());
        sample.dialogs.fileToWrite = sample.folder.resolve("steps.ps1");
        robot.push(KeyCode.ALT, KeyCode.C);
        SampleWindow
                .await(() -> !robot.lookup("#containment").<javafx.scene.control.TextArea> query().getText().isEmpty());
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.J);
        SampleWindow.await(() -> sample.said().endsWith("steps.ps1"));
        assertThat(Files.readString(sample.folder.resolve("steps.ps1"))).contains("# PS> ",
                System.lineSeparator() + "throw '");
    }

    @Test
    void aTableIsSavedWithTheColumnsFilterAndOrderThatAreSeenAndSaysItsZones() throws IOException {
        robot.interact(() -> sample.workbench.display().zone().set(ZoneId.of("Europe/Prague")));
        robot.interact(() -> sample.workbench.navigation().investigate(sample.answers.aitmSession()));
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length < 500);
        TableView<?> events = robot.lookup("#events").query();
        SampleWindow
                .await(() -> events.getItems().size() == sample.workbench.selection().matching().get().events().length);
        sample.dialogs.fileToWrite = sample.folder.resolve("seen.csv");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        SampleWindow.await(() -> sample.said().endsWith("seen.csv"));
        List<String> lines = Files.readAllLines(sample.folder.resolve("seen.csv"));
        assertThat(lines.getFirst()).startsWith("\ufeffTime (").containsSubsequence("Prague", "),Time (UTC),");
        assertThat(lines.get(1)).contains("2026-09-15T10:11:51.152+02:00,2026-09-15T08:11:51.1520000Z,");
        assertThat(lines).hasSize(1 + sample.workbench.selection().matching().get().events().length);
        assertThat(sample.workbench.selection().openCase().get().file().auditTrail().entries().getLast().detail())
                .contains(
                        "seen.csv",
                        "filter session:" + sample.answers.aitmSession());
    }
}

package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.tokenlane.benchmark.PurviewGenerator;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.model.text.Count;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.events.EventsText;
import org.tokenlane.ui.events.EventsView;
import org.tokenlane.ui.kit.WindowExtension;
import org.tokenlane.ui.state.Page;

/** More events than the clipboard takes are offered as a file, which then holds them all. */
@ExtendWith(WindowExtension.class)
class CopyManyEventsTest {

    private static final int RECORDS = 30_000;

    @TempDir
    private static Path folder;
    private static Path many;

    private SampleWindow sample;

    @BeforeAll
    static void importMany() throws IOException {
        Path export = folder.resolve("purview.csv");
        PurviewGenerator.write(export, RECORDS);
        many = folder.resolve("many.tlcase");
        try (CaseFile made = CaseFile.create(many, null, "test")) {
            new ImportService(made, Importers.all()).importAll(List.of(export), ImportOptions.by("test"),
                    Progress.NONE);
        }
    }

    @Start
    void start(Stage stage) {
        sample = new SampleWindow(stage);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private TableView<Integer> open(FxRobot robot) throws IOException {
        Path file = Files.copy(many, sample.folder.resolve("many.tlcase"));
        robot.interact(() -> sample.window.cases().open(file));
        SampleWindow.await(() -> sample.workbench.selection().openCase().get() != null);
        robot.interact(() -> sample.workbench.navigation().page().set(Page.INVESTIGATE));
        TableView<Integer> events = robot.lookup("#events").query();
        SampleWindow.await(() -> events.getItems().size() == RECORDS);
        sample.dialogs.fileToWrite = sample.folder.resolve("all.jsonl");
        return events;
    }

    @Test
    void allRowsAsJsonAreTooMuchForTheClipboardAndAreSavedInstead(FxRobot robot) throws IOException {
        open(robot);
        robot.push(KeyCode.ALT, KeyCode.E).push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.SHIFT,
                KeyCode.C);
        SampleWindow.await(() -> sample.said()
                .equals(EventsText.SAVED.text(Count.EVENTS.of(RECORDS), sample.dialogs.fileToWrite)));
        assertThat(sample.dialogs.questions).singleElement().asString().contains(Count.ROWS.of(RECORDS));
        try (var lines = Files.lines(sample.dialogs.fileToWrite)) {
            assertThat(lines.count()).isEqualTo(RECORDS);
        }
        assertThat(sample.folder.resolve("all.jsonl.part")).doesNotExist();
    }

    @Test
    void savingThatIsStoppedLeavesWhatStoodThereBefore(FxRobot robot) throws IOException {
        TableView<Integer> events = open(robot);
        Files.writeString(sample.dialogs.fileToWrite, "of yesterday");
        EventsView view = (EventsView) events.getParent();
        robot.interact(() -> {
            view.save();
            robot.lookup("#stop-writing").queryButton().fire();
        });
        SampleWindow.await(() -> sample.said().equals(EventsText.STOPPED.text()));
        assertThat(sample.dialogs.fileToWrite).hasContent("of yesterday");
        assertThat(sample.folder.resolve("all.jsonl.part")).doesNotExist();
    }
}

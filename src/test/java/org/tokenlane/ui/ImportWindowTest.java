package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.model.evidence.Evidence;

/** From dropped files to sessions: what each was recognised as, the import, its account, and what goes wrong. */
@ExtendWith(ApplicationExtension.class)
class ImportWindowTest {

    private SampleWindow sample;

    @Start
    void start(Stage stage) {
        sample = new SampleWindow(stage);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private void drop(FxRobot robot, List<Path> files) {
        robot.interact(() -> sample.window.takeIn(files));
    }

    /** Tells whether a node and all that it lies in are visible. */
    private static boolean isShown(FxRobot robot, String wanted) {
        Node node = robot.lookup(wanted).tryQuery().orElse(null);
        boolean shown = node != null;
        for (; node != null; node = node.getParent()) {
            shown &= node.isVisible();
        }
        return shown;
    }

    @Test
    void filesDroppedOnTheEmptyWindowMakeACaseAndSessionsAppear(FxRobot robot) {
        var answers = sample.exports();
        drop(robot, List.of(sample.folder.resolve("exported")));
        SampleWindow.await(() -> isShown(robot, "#import-start"));
        TableView<?> files = robot.lookup("#import-files").query();
        assertThat(files.getItems()).hasSize(answers.files().size());
        SampleWindow.await(() -> texts(robot, "#import-files")
                .containsAll(List.of("Entra sign-ins, Log Analytics", "Directory audits, portal CSV")));
        assertThat(robot.lookup("#import-account").<Label> query().getText())
                .contains(answers.files().size() + " files recognized");
        robot.clickOn("#import-start");
        SampleWindow.await(() -> isShown(robot, "#import-close")
                && robot.lookup("#import-account").<Label> query().getText().contains("stored"));
        assertThat(robot.lookup("#import-account").<Label> query().getText()).contains("7,692 records",
                answers.damaged() + " rejected", "322 sessions");
        robot.clickOn(robot.lookup(".tab")
                .match((Node tab) -> texts(robot, tab).stream().anyMatch(text -> text.startsWith("Rejected")))
                .<Node> query());
        SampleWindow.await(() -> texts(robot, ".table-view").stream()
                .anyMatch(text -> text.contains("management-activity.jsonl")));
        robot.clickOn("#import-close");
        SampleWindow.await(() -> !isShown(robot, "#import-close"));
        assertThat(sample.workbench.selection().openCase().get().sessions()).hasSize(322);
        assertThat(sample.folder.resolve("new.tlcase")).exists();
    }

    private static List<String> texts(FxRobot robot, String within) {
        return robot.lookup(within).queryAll().stream().flatMap(node -> texts(robot, node).stream()).toList();
    }

    private static List<String> texts(FxRobot robot, Node within) {
        return robot.from(within).lookup((Node node) -> node instanceof Labeled labeled && labeled.getText() != null)
                .<Labeled> queryAll().stream()
                .map(Labeled::getText)
                .toList();
    }

    @Test
    void aFileThatIsNoExportSaysWhatWasSeenInItAndNothingIsImported(FxRobot robot) throws IOException {
        sample.withSampleCase();
        int before = sample.workbench.selection().openCase().get().events().size();
        Path shopping = Files.writeString(sample.folder.resolve("shopping.csv"), "Milk,Eggs\n1,2\n");
        drop(robot, List.of(shopping));
        SampleWindow.await(
                () -> robot.lookup("#import-account").<Label> query().getText().startsWith("None of these files"));
        assertThat(texts(robot, "#import-files")).contains("Not recognized")
                .anyMatch(text -> text.contains("Milk, Eggs"));
        assertThat(isShown(robot, "#import-start")).isFalse();
        robot.clickOn("#import-close");
        assertThat(sample.workbench.selection().openCase().get().events().size()).isEqualTo(before);
    }

    @Test
    void aFileThatTheCaseHoldsAlreadyIsSkippedWithAWord(FxRobot robot) {
        sample.withSampleCase();
        sample.exports();
        drop(robot, List.of(sample.folder.resolve("exported/purview-audit.csv")));
        SampleWindow.await(() -> isShown(robot, "#import-start"));
        robot.clickOn("#import-start");
        SampleWindow.await(() -> texts(robot, "#import-files").stream()
                .anyMatch(text -> text.startsWith("Skipped: The case already contains this content")));
    }

    @Test
    void aCaseThatIsNoneIsSaidSoInADialogAndTheOpenOneStays(FxRobot robot) throws IOException {
        sample.withSampleCase();
        Path notes = Files.writeString(sample.folder.resolve("notes.tlcase"), "just notes");
        drop(robot, List.of(notes));
        SampleWindow.await(() -> !sample.problems.isEmpty());
        assertThat(sample.problems.getFirst()).contains("notes.tlcase").doesNotContain("Exception");
        assertThat(sample.workbench.selection().openCase().get().name()).isEqualTo("sample");
    }

    @Test
    void aColumnOfAnotherNameIsSaidToBeWhatItIsAndTheFileIsThenRecognised(FxRobot robot) throws IOException {
        sample.withSampleCase();
        Path renamed = Files.writeString(sample.folder.resolve("renamed.csv"),
                PurviewRows.table(0, 3).replaceFirst("AuditData", "Daten").replaceFirst("RecordId", "Satznummer")
                        .replace("\"{", "\"cut off {")); // a whole record would be recognized by itself
        drop(robot, List.of(renamed));
        SampleWindow.await(() -> robot.lookup("#column-AuditData").tryQuery().isPresent());
        assertThat(texts(robot, "#import-files")).contains("Not recognized");
        ComboBox<String> data = robot.lookup("#column-AuditData").query();
        robot.interact(() -> data.getSelectionModel().select("Daten"));
        SampleWindow.await(() -> isShown(robot, "#import-start"));
        robot.clickOn("#import-start");
        SampleWindow.await(() -> robot.lookup("#import-account").<Label> query().getText().startsWith("3 records"));
        Evidence kept = sample.workbench.selection().openCase().get().file().evidence().getLast();
        assertThat(kept.columnNames()).isEqualTo(Map.of("Daten", "AuditData"));
        assertThat(kept.stored()).isEqualTo(3);
    }

    @Test
    void aNewerExportSaysWhatIsNewAgainstTheCaseAndLeadsThere(FxRobot robot) throws IOException {
        sample.withSampleCase();
        Path more = Files.writeString(sample.folder.resolve("more.csv"), PurviewRows.table(0, 5));
        drop(robot, List.of(more));
        SampleWindow.await(() -> isShown(robot, "#import-start"));
        robot.clickOn("#import-start");
        SampleWindow.await(() -> texts(robot, "#import-differences").contains("5 new events"));
        robot.clickOn("5 new events");
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length == 5);
        assertThat(sample.workbench.selection().view().get().filter().toText()).startsWith("new:");
    }
}

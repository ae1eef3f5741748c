package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.text.Count;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.imports.ImportsText;
import org.tokenlane.ui.kit.WindowExtension;
import org.tokenlane.ui.shell.ShellText;
import org.tokenlane.ui.state.OpenCase;

/** From dropped files to sessions: what each was recognised as, the import, its account, and what goes wrong. */
@ExtendWith(WindowExtension.class)
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
        List<SampleAnswers.File> exports = SharedSample.answers().files().stream()
                .filter(file -> file.name().endsWith(".jsonl") || file.name().endsWith("AuditLogs.csv")
                        || file.name().endsWith("SignInLogs.csv"))
                .toList();
        assertThat(exports).hasSizeGreaterThan(1);
        drop(robot, exports.stream().map(file -> SharedSample.exports().resolve(file.name())).toList());
        SampleWindow.await(() -> isShown(robot, "#import-start"));
        TableView<?> files = robot.lookup("#import-files").query();
        assertThat(files.getItems()).hasSize(exports.size());
        SampleWindow.await(() -> texts(robot, "#import-files").contains("Entra sign-ins, Log Analytics"));
        assertThat(robot.lookup("#import-account").<Label> query().getText())
                .contains(exports.size() + " files recognized");
        Path made = sample.folder.resolve("cases/Phished tenant.tlcase");
        assertThat(isShown(robot, "#new-case")).isTrue();
        assertThat(robot.lookup("#new-case-name").queryTextInputControl().isFocused()).isTrue();
        robot.write("Phished tenant");
        assertThat(made).doesNotExist();
        robot.clickOn("#import-start");
        SampleWindow.await(() -> isShown(robot, "#import-close")
                && robot.lookup("#import-account").<Label> query().getText().contains("stored"));
        assertThat(robot.lookup("#import-account").<Label> query().getText()).contains(
                Count.RECORDS.of(exports.stream().mapToInt(SampleAnswers.File::records).sum()),
                exports.stream().mapToInt(SampleAnswers.File::damaged).sum() + " rejected",
                Count.SESSIONS.of(sample.workbench.selection().openCase().get().sessions().size()));
        robot.clickOn(robot.lookup(".tab")
                .match((Node tab) -> texts(robot, tab).stream().anyMatch(text -> text.startsWith("Rejected")))
                .<Node> query());
        SampleWindow.await(() -> texts(robot, ".table-view").stream()
                .anyMatch(text -> text.contains("management-activity.jsonl")));
        robot.clickOn("#import-close");
        SampleWindow.await(() -> !isShown(robot, "#import-close"));
        assertThat(sample.workbench.selection().openCase().get().sessions()).isNotEmpty();
        assertThat(made).exists();
    }

    @Test
    void aFolderIsChosenAndTheFilesThatAreNotTickedStayOut(FxRobot robot) throws IOException {
        Path exports = Files.createDirectories(sample.folder.resolve("exports"));
        Files.writeString(exports.resolve("a.csv"), PurviewRows.table(0, 2));
        Files.writeString(exports.resolve("b.csv"), PurviewRows.table(2, 5));
        sample.dialogs.folder = exports;
        robot.clickOn(ShellText.WELCOME_FOLDER.text());
        SampleWindow.await(() -> isShown(robot, "#import-start"));
        assertThat(robot.lookup("#import-start").queryButton().getText()).isEqualTo(ImportsText.MAKE_CASE.text(2));
        assertThat(robot.lookup("#new-case-name").queryTextInputControl().isFocused()).isTrue();
        robot.type(KeyCode.ESCAPE);
        SampleWindow.await(() -> !isShown(robot, "#import-start"));
        robot.clickOn(ShellText.WELCOME_FOLDER.text());
        SampleWindow.await(() -> isShown(robot, "#import-start"));
        Node row = robot.from(robot.lookup("#import-files").<Node> query())
                .lookup((Node node) -> node instanceof TableRow<?> && node.isVisible()
                        && texts(robot, node).contains("a.csv"))
                .query();
        robot.clickOn(robot.from(row).lookup(".check-box").<Node> query());
        SampleWindow.await(() -> robot.lookup("#import-start").queryButton().getText()
                .equals(ImportsText.MAKE_CASE.text(1)));
        robot.clickOn("#new-case-password").write("secret");
        assertThat(robot.lookup("#import-start").queryButton().isDisabled()).isTrue();
        robot.clickOn("#new-case-repeated").write("secret");
        assertThat(robot.lookup("#import-start").queryButton().isDisabled()).isFalse();
        robot.clickOn("#import-start");
        SampleWindow.await(() -> sample.workbench.selection().openCase().get() != null
                && sample.workbench.selection().openCase().get().events().size() == 5);
        OpenCase opened = sample.workbench.selection().openCase().get();
        assertThat(opened.file().evidence()).extracting(Evidence::path)
                .containsExactly(exports.resolve("b.csv").toString());
        assertThat(CaseFile.isEncrypted(opened.file().path())).isTrue();
        assertThat(exports.resolve("a.csv")).exists();
    }

    @Test
    void whatOpensACaseCannotBeClickedWhileACaseIsOpening(FxRobot robot) {
        robot.interact(() -> sample.workbench.activities().begin(ShellText.OPENING.with(), () -> {
        }));
        assertThat(robot.lookup("#welcome-sample").queryButton().isDisabled()).isTrue();
        SampleWindow.await(() -> isShown(robot, "#welcome-activity-stop"));
        assertThat(robot.lookup("#welcome-activity-stop").queryButton().isDisabled()).isFalse();
        robot.interact(() -> sample.workbench.activities()
                .end(sample.workbench.activities().current().get()));
        assertThat(robot.lookup("#welcome-sample").queryButton().isDisabled()).isFalse();
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
    void aCaseThatIsNoneIsSaidSoInADialogAndTheOpenOneStays(FxRobot robot) throws IOException {
        sample.withSampleCase();
        Path notes = Files.writeString(sample.folder.resolve("notes.tlcase"), "just notes");
        drop(robot, List.of(notes));
        SampleWindow.await(() -> !sample.problems.isEmpty());
        assertThat(sample.problems.getFirst()).contains("notes.tlcase").doesNotContain("Exception");
        assertThat(sample.workbench.selection().openCase().get().name()).isEqualTo("sample");
    }

}

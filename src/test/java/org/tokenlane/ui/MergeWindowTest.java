package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.tokenlane.cli.CommandRun;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.MarkTarget.Kind;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.mark.VerdictMark;
import org.tokenlane.ui.kit.WindowRobot;

/** Marks of another copy of the open case are merged through the File menu. */
class MergeWindowTest {

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

    private VerdictMark verdict(MarkTarget target) {
        return sample.workbench.marking().marked().get().marks().verdict(target);
    }

    private void choose(String entry) {
        MenuBar bar = robot.lookup(".menu-bar").query();
        MenuItem item = bar.getMenus().stream().flatMap(menu -> menu.getItems().stream())
                .filter(each -> entry.equals(each.getText())).findFirst().orElseThrow();
        robot.interact(item::fire);
    }

    @Test
    void aConflictIsShownSideBySideDecidedMergedAndTakenBack() throws IOException {
        MarkTarget session = MarkTarget.of(Kind.SESSION, sample.answers.aitmSession());
        Path ours = sample.workbench.selection().openCase().get().file().path();
        Path copy = sample.folder.resolve("theirs.tlcase");
        Files.copy(ours, copy);
        CommandRun.of("mark", "--case", copy, "--session", session.key(), "--verdict", "malicious", "--analyst", "Ben")
                .isDone();
        Path file = sample.folder.resolve("theirs.json");
        CommandRun.of("marks", "--case", copy, "--export", file).isDone();
        robot.interact(() -> sample.workbench.marking()
                .change((marks, who) -> marks.verdict(List.of(session), Verdict.BENIGN, "her own", who)));
        SampleWindow.await(() -> verdict(session) != null);
        Path export = sample.folder.resolve("ours.json");
        sample.dialogs.fileToWrite = export;
        choose("Export marks…");
        SampleWindow.await(() -> Files.exists(export));
        sample.dialogs.files = List.of(file);
        choose("Merge marks…");
        SampleWindow.await(() -> robot.lookup("#merge").query().isVisible());
        assertThat(robot.lookup("#merge-conflicts").<TableView<?>> query().getItems()).hasSize(1);
        assertThat(robot.lookup("#merge-conflicts .label").queryAllAs(Label.class)).extracting(Label::getText)
                .anyMatch(text -> text.contains("benign") && text.contains("her own"))
                .anyMatch(text -> text.contains("malicious") && text.contains("Ben"));
        assertThat(robot.lookup("#merge-undecided").<Label> query().getText()).isNotEmpty();
        robot.clickOn(".merge-theirs");
        assertThat(robot.lookup("#merge-undecided").<Label> query().getText()).isEmpty();
        robot.clickOn("#merge-apply");
        SampleWindow.await(() -> verdict(session).verdict() == Verdict.MALICIOUS);
        assertThat(verdict(session).stamp().author()).isEqualTo("Ben");
        assertThat(robot.lookup("#merge").query().isVisible()).isFalse();
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        SampleWindow.await(() -> verdict(session).verdict() == Verdict.BENIGN);
    }
}

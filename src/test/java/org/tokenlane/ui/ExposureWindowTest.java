package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.ui.containment.ContainmentTabText;
import org.tokenlane.ui.exposure.ExposureText;
import org.tokenlane.ui.kit.WindowRobot;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.ViewState;

/** The exposure and the containment sheet of what the filter chooses, as a person looks at them. */
class ExposureWindowTest {

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

    private void lookAtAttacker(KeyCode tab) {
        robot.interact(() -> sample.workbench.navigation().investigate(sample.answers.aitmSession()));
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length < 500);
        robot.press(KeyCode.ALT).type(tab).release(KeyCode.ALT);
    }

    private String text(String id) {
        return robot.lookup(id).<Label> query().getText();
    }

    @Test
    void theSumTheListsAndTheLimitsFollowTheFilter() {
        lookAtAttacker(KeyCode.X);
        SampleWindow.await(() -> text("#exposure-summary").contains("115 mail items read"));
        ListView<?> lists = robot.lookup("#exposure-lists").query();
        assertThat(lists.getItems()).extracting("title")
                .startsWith("Mail read", "Folders synchronized as a whole", "Mail sent")
                .contains("Rules and forwarding", "Inferred only, not counted", ExposureText.LIMITS.text())
                .doesNotContain("Teams");
        robot.interact(() -> lists.getSelectionModel().selectLast());
        assertThat(robot.from(robot.lookup("#exposure-limits").queryAll()).lookup(".label").<Label> queryAll())
                .anyMatch(limit -> limit.getText().contains("throttled"));
        robot.interact(() -> sample.workbench.navigation().change(view -> view.with(
                new Filter.FieldIs(org.tokenlane.model.filter.FilterField.OPERATION, List.of("FileDownloaded")))));
        SampleWindow.await(() -> text("#exposure-summary")
                .contains(Count.OPERATIONS.of(14)));
        robot.interact(() -> sample.workbench.navigation().change(view -> view.with(new Filter.TimeBefore(0))));
        SampleWindow
                .await(() -> text("#exposure-summary").equals(ExposureText.NO_OPERATION.text()));
        assertThat(lists.getItems()).extracting("title").containsExactly(ExposureText.LIMITS.text());
    }

    @Test
    void aLineSelectsItsEventAndOpenedFiltersToItsEvents() {
        lookAtAttacker(KeyCode.X);
        SampleWindow.await(() -> text("#exposure-summary").contains("115 mail items read"));
        ListView<?> lists = robot.lookup("#exposure-lists").query();
        robot.interact(() -> lists.getSelectionModel().select(
                (int) lists.getItems().stream().takeWhile(list -> !list.toString().contains("title=Rules")).count()));
        TableView<ExposureTable.Row> table = robot.lookup("#exposure-table").query();
        assertThat(table.getItems()).hasSize(2);
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        assertThat(sample.workbench.selection().event().get()).isEqualTo(table.getItems().getFirst().events()[0]);
        robot.type(KeyCode.ENTER);
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length == 1);
        assertThat(sample.workbench.selection().view().get().parts()).contains(table.getItems().getFirst().filter());
    }

    @Test
    void theContainmentSheetIsThatOfTheChosenSessions() {
        lookAtAttacker(KeyCode.C);
        TextArea sheet = robot.lookup("#containment").query();
        SampleWindow.await(() -> sheet.getText().contains("Revoke-MgUserSignInSession -UserId"));
        assertThat(sheet.isEditable()).isFalse();
        assertThat(sheet.getText()).startsWith("# Containment of session " + sample.answers.aitmSession());
        robot.interact(() -> sample.workbench.navigation().go(ViewState.ALL));
        SampleWindow.await(() -> text("#containment-state").equals(ContainmentTabText.TOO_MANY.text(
                Count.SESSIONS.of(sample.workbench.selection().openCase().get().sessions().size()), 20)));
        assertThat(sheet.getText()).isEmpty();
    }

    @Test
    void nothingIsOpenedWhileNobodyLooks() {
        robot.interact(() -> sample.workbench.navigation().page().set(Page.INVESTIGATE));
        Label summary = robot.lookup("#exposure-summary").query();
        Label state = robot.lookup("#exposure-state").query();
        String before = summary.getText();
        robot.interact(() -> {
            sample.workbench.navigation().page().set(Page.SESSIONS);
            sample.workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        });
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length < 500);
        assertThat(summary.getText()).isEqualTo(before);
        assertThat(state.getText()).isEmpty();
    }
}

package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.ViewState;

/** The exposure and the containment sheet of what the filter chooses, as a person looks at them. */
@ExtendWith(ApplicationExtension.class)
class ExposureWindowTest {

    private SampleWindow sample;

    @Start
    void start(Stage stage) {
        sample = new SampleWindow(stage);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private void lookAtAttacker(FxRobot robot, KeyCode tab) {
        sample.withSampleCase();
        robot.interact(() -> sample.workbench.investigate(sample.answers.aitmSession()));
        SampleWindow.await(() -> sample.workbench.matching().get().events().length < 500);
        robot.press(KeyCode.ALT).type(tab).release(KeyCode.ALT);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).<Label> query().getText();
    }

    @Test
    void theSumTheListsAndTheLimitsFollowTheFilter(FxRobot robot) {
        lookAtAttacker(robot, KeyCode.X);
        SampleWindow.await(() -> text(robot, "#exposure-summary").contains("115 mail items read"));
        ListView<?> lists = robot.lookup("#exposure-lists").query();
        assertThat(lists.getItems()).extracting("title")
                .startsWith("Mail read", "Folders synchronised as a whole", "Mail sent")
                .contains("Rules and forwarding", "Inferred only, not counted", "What this leaves open")
                .doesNotContain("Teams");
        robot.interact(() -> lists.getSelectionModel().selectLast());
        assertThat(robot.from(robot.lookup("#exposure-limits").queryAll()).lookup(".label").<Label> queryAll())
                .anyMatch(limit -> limit.getText().contains("throttled"));
        robot.interact(() -> sample.workbench.change(view -> view.with(
                new Filter.FieldIs(org.tokenlane.model.filter.FilterField.OPERATION, List.of("FileDownloaded")))));
        SampleWindow.await(() -> text(robot, "#exposure-summary")
                .startsWith("With the chosen events (14 operations): 7 files downloaded."));
        robot.interact(() -> sample.workbench.change(view -> view.with(new Filter.TimeBefore(0))));
        SampleWindow
                .await(() -> text(robot, "#exposure-summary").startsWith("None of the chosen events is an operation"));
        assertThat(lists.getItems()).extracting("title").containsExactly("What this leaves open");
    }

    @Test
    void aLineSelectsItsEventAndOpenedFiltersToItsEvents(FxRobot robot) {
        lookAtAttacker(robot, KeyCode.X);
        SampleWindow.await(() -> text(robot, "#exposure-summary").contains("115 mail items read"));
        ListView<?> lists = robot.lookup("#exposure-lists").query();
        robot.interact(() -> lists.getSelectionModel().select(
                (int) lists.getItems().stream().takeWhile(list -> !list.toString().contains("title=Rules")).count()));
        TableView<ExposureTable.Row> table = robot.lookup("#exposure-table").query();
        assertThat(table.getItems()).hasSize(2);
        robot.interact(() -> {
            table.requestFocus();
            table.getSelectionModel().select(0);
        });
        assertThat(sample.workbench.event().get()).isEqualTo(table.getItems().getFirst().events()[0]);
        robot.type(KeyCode.ENTER);
        SampleWindow.await(() -> sample.workbench.matching().get().events().length == 1);
        assertThat(sample.workbench.view().get().parts()).contains(table.getItems().getFirst().filter());
    }

    @Test
    void theContainmentSheetIsThatOfTheChosenSessions(FxRobot robot) {
        lookAtAttacker(robot, KeyCode.C);
        TextArea sheet = robot.lookup("#containment").query();
        SampleWindow.await(() -> sheet.getText().contains("Revoke-MgUserSignInSession -UserId"));
        assertThat(sheet.isEditable()).isFalse();
        assertThat(sheet.getText()).startsWith("# Containment of session " + sample.answers.aitmSession());
        robot.interact(() -> sample.workbench.go(ViewState.ALL));
        SampleWindow.await(() -> text(robot, "#containment-state").contains("Filter to those that are hostile"));
        assertThat(sheet.getText()).isEmpty();
    }

    @Test
    void nothingIsOpenedWhileNobodyLooks(FxRobot robot) {
        sample.withSampleCase();
        assertThat(text(robot, "#exposure-summary")).isEmpty();
        robot.interact(() -> sample.workbench.page().set(Page.SESSIONS));
        assertThat(robot.lookup("#exposure-state").<Label> query().getText()).isEmpty();
    }
}

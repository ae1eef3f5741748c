package org.tokenlane.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.store.EmptyCase;
import org.tokenlane.ui.kit.WindowExtension;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Page;

/** What the analyst arranged is there again at the next start, in the window and in the case. */
@ExtendWith(WindowExtension.class)
class RememberedWindowTest {

    private Stage stage;
    private SampleWindow sample;
    private int cases;

    @Start
    void start(Stage shown) {
        stage = shown;
        sample = new SampleWindow(stage);
    }

    @AfterEach
    void close() {
        sample.close();
    }

    private void startAgain(FxRobot robot) {
        Path folder = sample.folder;
        sample.close();
        robot.interact(() -> sample = new SampleWindow(stage, folder));
    }

    /** A part of a page: it is in the window while a case is open, here an empty one, and the page is turned to. */
    private <T extends Node> T on(FxRobot robot, Page page, String id) {
        if (sample.workbench.selection().openCase().get() == null) {
            OpenCase empty = OpenCase.load(EmptyCase.at(sample.folder.resolve(++cases + ".tlcase")));
            robot.interact(() -> sample.workbench.show(empty));
        }
        robot.interact(() -> sample.workbench.navigation().page().set(page));
        return robot.lookup(id).query();
    }

    private static List<String> shown(TableView<?> table) {
        return table.getVisibleLeafColumns().stream().map(TableColumn::getId).toList();
    }

    @Test
    void columnsTheirOrderAndWidthsComeBack(FxRobot robot) {
        TreeTableView<?> sessions = on(robot, Page.SESSIONS, "#sessions");
        TableView<Integer> events = on(robot, Page.INVESTIGATE, "#events");
        TableView<?> values = on(robot, Page.INVESTIGATE, "#values");
        robot.interact(() -> {
            events.getColumns().get(3).setVisible(false);
            events.getColumns().get(10).setVisible(true);
            TableColumn<Integer, ?> moved = events.getColumns().remove(4);
            events.getColumns().add(0, moved);
            moved.setPrefWidth(333);
            sessions.getColumns().getFirst().setVisible(false);
            values.getColumns().get(2).setVisible(false);
            sample.workbench.around().span().set(Duration.ofMinutes(15));
        });
        List<String> arranged = shown(events);
        startAgain(robot);
        TableView<Integer> again = on(robot, Page.INVESTIGATE, "#events");
        assertThat(shown(again)).isEqualTo(arranged).startsWith("User", "Time").contains("Kind")
                .doesNotContain("Workload");
        assertThat(again.getColumns().getFirst().getWidth()).isEqualTo(333);
        TreeTableView<?> sessionsAgain = on(robot, Page.SESSIONS, "#sessions");
        assertThat(sessionsAgain.getColumns().getFirst().isVisible()).isFalse();
        TableView<?> valuesAgain = on(robot, Page.INVESTIGATE, "#values");
        assertThat(shown(valuesAgain)).containsExactly("Value", "Events", "Last",
                "External data");
        assertThat(sample.workbench.around().span().get()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aCaseOpensOnThePageAndTabWhereItWasLeft(FxRobot robot) {
        sample.withSampleCase();
        robot.interact(() -> sample.workbench.navigation().investigate(sample.answers.aitmSession()));
        robot.push(KeyCode.ALT, KeyCode.V);
        robot.interact(() -> sample.workbench.navigation().page().set(Page.SESSIONS));
        Path file = sample.workbench.selection().openCase().get().file().path();
        String session = sample.answers.aitmSession();
        startAgain(robot);
        robot.interact(() -> sample.window.cases().open(file));
        SampleWindow.await(
                () -> sample.workbench.selection().openCase().get() != null
                        && sample.workbench.navigation().page().get() == Page.SESSIONS);
        assertThat(sample.workbench.selection().view().get().session()).isEqualTo(session);
        robot.interact(() -> sample.workbench.navigation().page().set(Page.INVESTIGATE));
        TabPane tabs = robot
                .lookup(node -> node instanceof TabPane pane && pane.getTabs().getFirst().getText().equals("Events"))
                .query();
        assertThat(tabs.getSelectionModel().getSelectedItem().getText()).isEqualTo("Values");
        robot.interact(() -> sample.workbench.navigation().page().set(Page.SESSIONS));
        robot.interact(() -> sample.window.cases().sample(sample.folder, () -> {
        }));
        assertThat(sample.workbench.navigation().page().get()).as("the sample case is open already")
                .isEqualTo(Page.SESSIONS);
    }

    @Test
    void aRuinedSettingsFileChangesNothing(FxRobot robot) throws IOException {
        TableView<Integer> events = on(robot, Page.INVESTIGATE, "#events");
        List<String> before = shown(events);
        Path folder = sample.folder;
        sample.close();
        Path settings = folder.resolve("settings/window.properties");
        Files.writeString(settings,
                "columns.events=Time=wide,=,x,-Nothing=3,Time=,"
                        + "Operation=99999999\ncolumns.values=\\u0000\naround=soon\nvalues.field=target\npage.x=NOWHERE"
                        + "\n");
        robot.interact(() -> sample = new SampleWindow(stage, folder));
        TableView<Integer> again = on(robot, Page.INVESTIGATE, "#events");
        assertThat(shown(again)).containsExactlyInAnyOrderElementsOf(before);
        assertThat(again.getColumns().get(1).getPrefWidth()).isLessThan(5_000);
        assertThat(sample.workbench.around().span().get()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void lookingAroundAnEventTakesTheChosenLengthAndKeepsIt(FxRobot robot) {
        sample.withSampleCase();
        robot.interact(() -> sample.workbench.navigation().investigate(sample.answers.aitmSession()));
        SampleWindow.await(() -> sample.workbench.selection().matching().get().events().length < 500);
        int event = sample.workbench.selection().matching().get().events()[20];
        long time = sample.workbench.selection().openCase().get().events().time(event);
        robot.interact(() -> sample.workbench.selection().event().set(event));
        robot.push(KeyCode.CONTROL, KeyCode.R);
        SampleWindow.await(
                () -> sample.workbench.selection().view().get().parts()
                        .contains(new Filter.TimeFrom(time - 300_000_000_000L)));
        sample.dialogs.text = "90 s";
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        SampleWindow.await(
                () -> sample.workbench.selection().view().get().parts()
                        .contains(new Filter.TimeFrom(time - 90_000_000_000L)));
        String upn = sample.workbench.selection().openCase().get().events().text(EventField.UPN, event);
        assertThat(sample.workbench.selection().view().get().parts())
                .contains(new Filter.FieldIs(FilterField.UPN, List.of(upn)));
        assertThat(robot.lookup("#around").queryLabeled().getText()).isEqualTo("±90 s");
        assertThat(sample.workbench.selection().event().get()).as("the event stays chosen").isEqualTo(event);
        sample.dialogs.text = "a while";
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        SampleWindow.await(() -> sample.said().contains("a while"));
        assertThat(sample.workbench.around().span().get()).isEqualTo(Duration.ofSeconds(90));
    }
}

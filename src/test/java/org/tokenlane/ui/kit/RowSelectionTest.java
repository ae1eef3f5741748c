package org.tokenlane.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableListBase;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** Rows of a table are selected as its own selection would, also five million of them. */
@ExtendWith(WindowExtension.class)
class RowSelectionTest {

    private static final int MILLIONS = 5_000_000;

    private TableView<Integer> table;
    private RowSelection<Integer> selection;

    @Start
    void start(Stage stage) {
        table = new TableView<>();
        table.setFixedCellSize(24);
        selection = RowSelection.of(table);
        TableColumn<Integer, String> column = new TableColumn<>("Number");
        column.setPrefWidth(200);
        column.setCellValueFactory(cell -> new ReadOnlyStringWrapper("row " + cell.getValue()));
        table.getColumns().add(column);
        table.setItems(new ObservableListBase<>() {
            @Override
            public Integer get(int index) {
                return index * 2;
            }

            @Override
            public int size() {
                return MILLIONS;
            }
        });
        stage.setScene(new Scene(table, 400, 300));
        stage.setX(0);
        stage.setY(0);
        stage.show();
        table.requestFocus();
    }

    private List<Integer> lit(FxRobot robot) {
        return robot.lookup((Node node) -> node instanceof TableRow<?> row && row.isSelected() && row.isVisible())
                .<TableRow<?>> queryAll().stream()
                .map(TableRow::getIndex)
                .sorted().toList();
    }

    @Test
    void allOfFiveMillionRowsAreSelectedAndLetGoOfByKeyboard(FxRobot robot) {
        robot.clickOn("row 4").push(KeyCode.CONTROL, KeyCode.A);
        assertThat(selection.count()).isEqualTo(MILLIONS);
        // asked by place: assertions on lists copy them
        assertThat(selection.getSelectedIndices().size()).isEqualTo(MILLIONS);
        assertThat(selection.getSelectedIndices().get(MILLIONS - 1)).isEqualTo(MILLIONS - 1);
        assertThat(selection.getSelectedItems().get(MILLIONS - 1)).isEqualTo((MILLIONS - 1) * 2);
        assertThat(lit(robot)).contains(0, 1, 2, 3);
        robot.type(KeyCode.DOWN);
        assertThat(selection.selected()).containsExactly(3);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lit(robot)).containsExactly(3);
        robot.push(KeyCode.SHIFT, KeyCode.END);
        assertThat(selection.count()).isEqualTo(MILLIONS - 3);
        robot.push(KeyCode.HOME);
        assertThat(selection.selected()).containsExactly(0);
    }

    /** The headless platform's robot does not tell keys to the mouse. */
    private static void controlClick(FxRobot robot, String text) {
        Node cell = robot.lookup(text).query();
        Point2D at = cell.localToScene(3, 3);
        robot.interact(() -> {
            for (EventType<MouseEvent> type : List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED)) {
                cell.fireEvent(new MouseEvent(type, at.getX(), at.getY(), at.getX(), at.getY(), MouseButton.PRIMARY, 1,
                        false, true, false, false, true, false, false,
                        false, false, true, null));
            }
        });
    }

    @Test
    void rowsAreAddedAndTakenOutOneByOneAndAsARange(FxRobot robot) {
        robot.clickOn("row 2");
        for (String row : new String[] { "row 8", "row 12", "row 8" }) {
            controlClick(robot, row);
        }
        assertThat(selection.selected()).containsExactly(1, 6);
        assertThat(selection.getSelectedItems()).containsExactly(2, 12);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(lit(robot)).containsExactly(1, 6);
        robot.clickOn("row 4").press(KeyCode.SHIFT).type(KeyCode.DOWN).type(KeyCode.DOWN).release(KeyCode.SHIFT);
        assertThat(selection.selected()).containsExactly(2, 3, 4);
        robot.press(KeyCode.SHIFT).type(KeyCode.UP).release(KeyCode.SHIFT);
        assertThat(selection.selected()).containsExactly(2, 3);
        robot.type(KeyCode.DOWN);
        assertThat(selection.selected()).containsExactly(4);
        assertThat(selection.getSelectedItem()).isEqualTo(8);
    }

    @Test
    void itemsThatAreNotThereAreNotSelectedAndOtherItemsBeginWithNone(FxRobot robot) {
        robot.interact(() -> {
            selection.select(MILLIONS);
            selection.select(-1);
            selection.clearSelection(-1);
            selection.selectRange(7, 7);
        });
        assertThat(selection.isEmpty()).isTrue();
        robot.interact(() -> {
            selection.selectIndices(3, 9, 4);
            selection.selectRange(5, 2);
        });
        assertThat(selection.selected()).containsExactly(3, 4, 5, 9);
        assertThat(selection.getSelectedIndex()).isEqualTo(3);
        robot.interact(() -> table.setItems(FXCollections.observableArrayList(1, 2, 3)));
        assertThat(selection.isEmpty()).isTrue();
        assertThat(selection.getSelectedItem()).isNull();
    }
}

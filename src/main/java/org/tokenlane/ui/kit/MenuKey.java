package org.tokenlane.ui.kit;

import java.util.function.Supplier;
import javafx.event.Event;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.IndexedCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.control.TreeView;
import javafx.scene.input.ContextMenuEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The menu of what is selected by keyboard: the menu key, or Shift+F10. A list has the keyboard as a whole, so the menu
 * is asked of the selected line's cell.
 */
public final class MenuKey {

    private static final Object PLACE = new Object();

    private MenuKey() {
    }

    /** Says where in a node that draws many things the selected one is; null where nothing is selected. */
    public static void place(Node node, Supplier<@Nullable Point2D> place) {
        node.getProperties().put(PLACE, place);
    }

    public static void install(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.CONTEXT_MENU || event.getCode() == KeyCode.F10 && event.isShiftDown()) {
                Node focused = scene.getFocusOwner();
                if (focused != null) {
                    open(focused);
                    event.consume();
                }
            }
        });
        // some platforms ask for the menu themselves, of the list as a whole
        scene.addEventFilter(ContextMenuEvent.CONTEXT_MENU_REQUESTED, event -> {
            if (event.isKeyboardTrigger() && isList(event.getTarget())) {
                event.consume();
            }
        });
    }

    private static boolean isList(Object target) {
        return target instanceof TableView || target instanceof TreeTableView || target instanceof TreeView
                || target instanceof ListView;
    }

    private static void open(Node focused) {
        Node asked = isList(focused) ? cell(focused) : focused;
        Bounds bounds = asked == null ? null : asked.localToScreen(asked.getBoundsInLocal());
        if (asked == null || bounds == null) {
            return;
        }
        Point2D selected = asked.getProperties().get(PLACE) instanceof Supplier<?> place
                && place.get() instanceof Point2D point ? asked.localToScreen(point) : null;
        double x = selected == null ? bounds.getMinX() + Math.min(60, bounds.getWidth() / 2) : selected.getX();
        double y = selected == null ? bounds.getCenterY() : selected.getY();
        // an event that is fired by hand has its place in the scene; it is turned into the node's on the way
        Point2D inScene = asked.localToScene(asked.screenToLocal(x, y));
        // false: a menu that was asked for by keyboard opens at the node's middle, whatever the event says
        Event.fireEvent(asked, new ContextMenuEvent(ContextMenuEvent.CONTEXT_MENU_REQUESTED, inScene.getX(),
                inScene.getY(), x, y, false, null));
    }

    /** The cell of the selected line: that of the column that has the focus, else the first. */
    private static @Nullable Node cell(Node list) {
        int row = row(list);
        int column = column(list);
        Node first = null;
        for (Node node : list.lookupAll(".indexed-cell")) {
            if (node instanceof IndexedCell<?> cell && cell.getIndex() == row && !cell.isEmpty() && cell.isVisible()) {
                if (cell instanceof javafx.scene.control.TableRow<?>
                        || cell instanceof javafx.scene.control.TreeTableRow<?>) {
                    Node inside = inside(cell, column);
                    return inside == null ? cell : inside;
                }
                first = first == null ? cell : first;
            }
        }
        return first;
    }

    private static @Nullable Node inside(IndexedCell<?> row, int column) {
        Node first = null;
        int place = 0;
        for (Node node : row.getChildrenUnmodifiable()) {
            if (node instanceof IndexedCell<?> cell && !cell.isEmpty()) {
                if (place == column) {
                    return cell;
                }
                first = first == null ? cell : first;
                place++;
            }
        }
        return first;
    }

    private static int row(Node list) {
        return switch (list) {
        case TableView<?> table -> table.getSelectionModel().getSelectedIndex();
        case TreeTableView<?> table -> table.getSelectionModel().getSelectedIndex();
        case TreeView<?> tree -> tree.getSelectionModel().getSelectedIndex();
        case ListView<?> view -> view.getSelectionModel().getSelectedIndex();
        default -> -1;
        };
    }

    private static int column(Node list) {
        return list instanceof TableView<?> table && table.getFocusModel() != null
                ? Math.max(0, table.getFocusModel().getFocusedCell().getColumn())
                : 0;
    }
}

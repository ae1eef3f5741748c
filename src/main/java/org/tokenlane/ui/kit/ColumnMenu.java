package org.tokenlane.ui.kit;

import java.util.List;
import javafx.collections.ObservableList;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Control;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableColumnBase;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeTableView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.VBox;
import javafx.stage.Popup;
import javafx.stage.Screen;
import org.jspecify.annotations.Nullable;

/** The list of a table's columns, to show and hide them. The toolkit's own is as high as it has columns. */
public final class ColumnMenu {

    private static final double HIGHEST = 420;
    private static final double BESIDE = 12;

    private ColumnMenu() {
    }

    public static void on(TableView<?> table) {
        table.setTableMenuButtonVisible(true);
        install(table, table.getColumns());
    }

    public static void on(TreeTableView<?> table) {
        table.setTableMenuButtonVisible(true);
        install(table, table.getColumns());
    }

    private static void install(Control table, ObservableList<? extends TableColumnBase<?, ?>> columns) {
        table.addEventFilter(MouseEvent.MOUSE_PRESSED, event -> {
            Node corner = corner(event);
            if (corner != null) {
                show(table, corner, List.copyOf(columns));
                event.consume();
            }
        });
    }

    private static @Nullable Node corner(MouseEvent event) {
        for (Node node = event.getTarget() instanceof Node target ? target : null; node != null; node = node
                .getParent()) {
            if (node.getStyleClass().contains("show-hide-columns-button")) {
                return node;
            }
        }
        return null;
    }

    private static void show(Control table, Node corner, List<? extends TableColumnBase<?, ?>> columns) {
        VBox boxes = new VBox(5);
        boxes.setPadding(new Insets(8));
        for (TableColumnBase<?, ?> column : columns) {
            CheckBox box = Captions.valueCheckBox(column.getText());
            box.setSelected(column.isVisible());
            box.selectedProperty().addListener((property, before, now) -> column.setVisible(now));
            boxes.getChildren().add(box);
        }
        ScrollPane scroll = new ScrollPane(boxes);
        scroll.getStyleClass().addAll("column-menu", "completions");
        scroll.getStylesheets().setAll(table.getScene().getStylesheets());
        Bounds at = corner.localToScreen(corner.getBoundsInLocal());
        Rectangle2D screen = Screen.getScreensForRectangle(at.getMinX(), at.getMinY(), 1, 1).stream().findFirst()
                .orElse(Screen.getPrimary()).getVisualBounds();
        double height = Math.min(HIGHEST, screen.getHeight() - 2 * BESIDE);
        scroll.setMaxHeight(height);
        Popup popup = new Popup();
        popup.setAutoHide(true);
        popup.getContent().add(scroll);
        popup.show(corner, at.getMaxX(), at.getMaxY());
        popup.setX(Math.max(screen.getMinX(), at.getMaxX() - popup.getWidth()));
        popup.setY(Math.clamp(at.getMaxY(), screen.getMinY(),
                Math.max(screen.getMinY(), screen.getMaxY() - popup.getHeight())));
        boxes.getChildren().getFirst().requestFocus();
    }
}

package org.tokenlane.ui.sessions;

import java.util.Arrays;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TreeTableCell;
import org.tokenlane.ui.kit.Palette;
import org.tokenlane.ui.state.Display;

/** How a session's events spread over its time, as small columns. */
final class SparklineCell extends TreeTableCell<SessionRow, SessionRow> {

    private static final double HEIGHT = 16;

    private final Display display;
    private final SessionsViewModel model;
    private final Canvas canvas = new Canvas(104, HEIGHT);

    SparklineCell(Display display, SessionsViewModel model) {
        this.display = display;
        this.model = model;
    }

    @Override
    protected void updateItem(SessionRow row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null || row.facts() == null || !row.isDated()) {
            setGraphic(null);
            return;
        }
        int[] activity = model.drawn(row.facts()).activity();
        double most = Math.log(Arrays.stream(activity).max().orElse(1) + 1.0);
        double wide = canvas.getWidth() / activity.length;
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.clearRect(0, 0, canvas.getWidth(), HEIGHT);
        graphics.setFill(Palette.of(display.dark().get()).muted());
        for (int column = 0; column < activity.length; column++) {
            if (activity[column] > 0) {
                double tall = Math.max(2, HEIGHT * Math.log(activity[column] + 1.0) / most);
                graphics.fillRect(column * wide, HEIGHT - tall, wide - 1, tall);
            }
        }
        setGraphic(canvas);
    }
}

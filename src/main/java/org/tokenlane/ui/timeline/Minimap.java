package org.tokenlane.ui.timeline;

import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.Moment;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.ui.kit.OriginPaints;
import org.tokenlane.ui.kit.Palette;
import org.tokenlane.ui.state.Display;

/**
 * All of the timeline in small, with the stretch that the lanes show; see
 * {@link MinimapBrush}. A double click shows all again.
 */
final class Minimap extends Region {

    private static final double HEIGHT = 40;
    private static final int COLUMN = 3;
    private static final double LEAST_OF_ATTACKER = 4;

    private final Display display;
    private final TimelineViewModel model;
    private final Canvas canvas = new Canvas();
    private int[][] counts = new int[0][];
    private int most;
    private @Nullable MinimapBrush brush;

    Minimap(Display display, TimelineViewModel model) {
        this.display = display;
        this.model = model;
        setId("minimap");
        setPrefHeight(HEIGHT);
        setMinHeight(HEIGHT);
        canvas.setManaged(false);
        getChildren().add(canvas);
        model.timeline().addListener((property, before, now) -> {
            count();
            draw();
        });
        model.scale().addListener((property, before, now) -> draw());
        model.moments().addListener((property, before, now) -> draw());
        display.dark().addListener((property, before, now) -> draw());
        setOnMousePressed(this::press);
        setOnMouseDragged(this::drag);
        setOnMouseReleased(this::release);
        setOnMouseMoved(this::hover);
    }

    private TimeScale whole() {
        Timeline timeline = model.timeline().get();
        return TimeScale.fit(timeline.first(), timeline.last(), Math.max(10, getWidth() - TimelinePainter.GUTTER));
    }

    private void press(MouseEvent event) {
        brush = model.timeline().get().isEmpty() ? null
                : new MinimapBrush(whole(), model.scale().get(), event.getX() - TimelinePainter.GUTTER);
        if (event.getClickCount() == 2) {
            brush = null;
            model.fit();
        }
    }

    private void drag(MouseEvent event) {
        if (brush != null) {
            model.scale().set(brush.at(event.getX() - TimelinePainter.GUTTER));
        }
    }

    private void release(MouseEvent event) {
        if (brush != null && event.isStillSincePress()) {
            model.scale().set(brush.at(event.getX() - TimelinePainter.GUTTER));
        }
        brush = null;
    }

    private void hover(MouseEvent event) {
        setCursor(switch (MinimapBrush.part(whole(), model.scale().get(), event.getX() - TimelinePainter.GUTTER)) {
        case LEFT, RIGHT -> Cursor.H_RESIZE;
        case WHOLE -> Cursor.OPEN_HAND;
        case NEW -> Cursor.CROSSHAIR;
        });
    }

    @Override
    protected void layoutChildren() {
        canvas.setWidth(getWidth());
        canvas.setHeight(getHeight());
        count();
        draw();
    }

    /** Once for all zooms: how many events of which origin stand at which pixel. */
    private void count() {
        Timeline timeline = model.timeline().get();
        int columns = (int) Math.max(1, (getWidth() - TimelinePainter.GUTTER) / COLUMN);
        int origins = Math.max(1, timeline.origins().size());
        counts = new int[columns][origins];
        most = 1;
        if (timeline.isEmpty()) {
            return;
        }
        TimeScale scale = whole();
        int[] sums = new int[columns];
        for (Lane lane : timeline.lanes()) {
            for (int i = 0; i < lane.times().length; i++) {
                int column = Math.clamp((long) (scale.x(lane.times()[i]) / COLUMN), 0, columns - 1);
                counts[column][lane.origins()[i]]++;
                most = Math.max(most, ++sums[column]);
            }
        }
    }

    private void draw() {
        Palette palette = Palette.of(display.dark().get());
        OriginPaints paints = OriginPaints.of(palette.dark());
        GraphicsContext graphics = canvas.getGraphicsContext2D();
        graphics.setFill(palette.lane());
        graphics.fillRect(0, 0, canvas.getWidth(), canvas.getHeight());
        Timeline timeline = model.timeline().get();
        if (timeline.isEmpty()) {
            return;
        }
        for (int column = 0; column < counts.length; column++) {
            int sum = 0;
            for (int count : counts[column]) {
                sum += count;
            }
            if (sum > 0) {
                double tall = 4 + (HEIGHT - 12) * Math.log(sum + 1.0) / Math.log(most + 1.0);
                double y = HEIGHT - 4 - tall;
                for (int origin = 0; origin < counts[column].length; origin++) {
                    double part = tall * counts[column][origin] / sum;
                    if (counts[column][origin] > 0 && timeline.style(origin).party() == Party.ATTACKER) {
                        part = Math.max(part, LEAST_OF_ATTACKER);
                    }
                    graphics.setFill(paints.color(timeline.style(origin)));
                    graphics.fillRect(TimelinePainter.GUTTER + column * COLUMN, y, COLUMN - 1.0, part);
                    y += part;
                }
            }
        }
        TimeScale whole = whole();
        for (Moment moment : model.moments().get()) {
            graphics.setFill(MomentPainter.colour(moment, palette));
            graphics.fillRect(TimelinePainter.GUTTER + Math.floor(whole.x(moment.time())), 2, 1, HEIGHT - 4);
        }
        double from = Math.clamp(whole.x(model.scale().get().start()), 0, whole.width());
        double to = Math.clamp(whole.x(model.scale().get().end()), 0, whole.width());
        graphics.setFill(palette.accent().deriveColor(0, 1, 1, 0.14));
        graphics.fillRect(TimelinePainter.GUTTER + from, 1, to - from, HEIGHT - 2);
        graphics.setStroke(palette.accent());
        graphics.strokeRect(TimelinePainter.GUTTER + from + 0.5, 1.5, Math.max(2, to - from - 1), HEIGHT - 3);
    }
}

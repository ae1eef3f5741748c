package org.tokenlane.ui.timeline;

import java.time.ZoneId;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.tokenlane.timeline.TimeAxis;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.ui.kit.Palette;
import org.tokenlane.ui.kit.Times;

/** Draws a frame, and nothing else: what stands where was settled before. */
final class TimelinePainter {

    static final double AXIS = 36;
    static final double GUTTER = 236;

    private static final Font SMALL = Font.font("System", 10.5);
    private static final double HALF_DIGIT = 3;
    private static final double REST = 0.13;

    private final GraphicsContext graphics;
    private final Palette palette;
    private final double width;
    private final double height;

    TimelinePainter(GraphicsContext graphics, Palette palette, double width, double height) {
        this.graphics = graphics;
        this.palette = palette;
        this.width = width;
        this.height = height;
    }

    void paint(Frame frame) {
        // from the back to the front: what reaches beyond its place is painted over, which costs less than to clip it
        graphics.save();
        graphics.translate(GUTTER, AXIS);
        TimeAxis axis = TimeAxis.of(frame.scale(), frame.zone(), frame.hours());
        int pinned = frame.layout().pinned();
        lanes(frame, axis, pinned, frame.layout().lanes(), frame.layout().pinnedHeight(), height - AXIS);
        if (pinned > 0) {
            double bottom = frame.layout().pinnedHeight();
            lanes(frame, axis, 0, pinned, 0, bottom);
            graphics.setFill(palette.muted());
            graphics.fillRect(-GUTTER, bottom - 1, width, 2);
        }
        graphics.restore();
        axis(axis, frame.scale(), frame.zone());
        double[] range = frame.range();
        if (range != null) {
            graphics.setFill(palette.accent().deriveColor(0, 1, 1, 0.18));
            graphics.fillRect(GUTTER + Math.min(range[0], range[1]), AXIS, Math.abs(range[1] - range[0]),
                    height - AXIS);
        }
    }

    /** The lanes from one to another, in the area between two heights. */
    private void lanes(Frame frame, TimeAxis axis, int first, int end, double top, double bottom) {
        graphics.setFill(palette.background());
        graphics.fillRect(-GUTTER, top, width, bottom - top);
        grid(frame, axis, first, end, top, bottom);
        MarkPainter marks = new MarkPainter(graphics, palette, frame);
        marks.bars(first, end);
        new MomentPainter(graphics, palette, height).lines(frame.moments(), frame.scale(), top, bottom);
        marks.marks(first, end);
        selection(frame, first, end, top, bottom);
        new HeadPainter(graphics, palette, frame).heads(first, end, top, bottom);
    }

    /**
     * Lanes, nights and weekends, and the lines of the axis. Large areas are opaque, each in its mixed colour:
     * see-through ones took half of a frame.
     */
    private void grid(Frame frame, TimeAxis axis, int first, int end, double top, double bottom) {
        TimeScale scale = frame.scale();
        stripes(frame, 0, scale.width() + GUTTER, palette.lane(), first, end);
        for (TimeAxis.Span span : axis.rest()) {
            double from = Math.round(Math.max(0, scale.x(span.from())));
            double wide = Math.round(Math.min(scale.width(), scale.x(span.to()))) - from;
            if (wide > 0) {
                graphics.setFill(palette.background().interpolate(palette.muted(), REST));
                graphics.fillRect(from, top, wide, bottom - top);
                stripes(frame, from, wide, palette.lane().interpolate(palette.muted(), REST), first, end);
            }
        }
        graphics.setFill(palette.line().deriveColor(0, 1, 1, 0.55));
        axis.ticks().forEach(tick -> graphics.fillRect(Math.floor(scale.x(tick.time())), top, 1, bottom - top));
        graphics.setFill(palette.muted().deriveColor(0, 1, 1, 0.7));
        axis.days().forEach(day -> graphics.fillRect(Math.floor(scale.x(day.time())), top, 1, bottom - top));
    }

    /** Every other lane between two pixels. */
    private void stripes(Frame frame, double from, double wide, Color colour, int first, int end) {
        graphics.setFill(colour);
        for (int lane = first; lane < end; lane++) {
            if (lane % 2 == 0 && frame.isSeen(lane)) {
                graphics.fillRect(from, frame.top(lane), wide, frame.height(lane));
            }
        }
    }

    private void selection(Frame frame, int first, int end, double top, double bottom) {
        int lane = frame.selected() < 0 ? -1 : frame.timeline().laneOf(frame.selected());
        if (lane < 0) {
            return;
        }
        double x = Math.floor(frame.scale().x(frame.selectedTime())) + 0.5;
        graphics.setStroke(palette.accent());
        graphics.setLineWidth(1);
        graphics.strokeLine(x, top, x, bottom);
        if (lane >= first && lane < end) {
            graphics.setLineWidth(2);
            graphics.strokeRoundRect(x - 9, frame.top(lane) + 2, 18, frame.height(lane) - 4, 6, 6);
            graphics.setLineWidth(1);
        }
    }

    private void axis(TimeAxis axis, TimeScale scale, ZoneId zone) {
        graphics.setFill(palette.background());
        graphics.fillRect(0, 0, width, AXIS);
        graphics.setStroke(palette.line());
        graphics.strokeLine(0, AXIS - 0.5, width, AXIS - 0.5);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setFont(SMALL);
        graphics.save();
        graphics.translate(GUTTER, 0);
        graphics.setFill(palette.text());
        for (int i = 0; i < axis.days().size(); i++) {
            TimeAxis.Tick day = axis.days().get(i);
            double x = scale.x(day.time());
            double end = i + 1 < axis.days().size() ? scale.x(axis.days().get(i + 1).time()) : scale.width();
            // the day that the view begins in keeps its name in sight
            double at = Math.max(2, x + 4);
            if (end - at > day.label().length() * 6.0) {
                graphics.fillText(day.label(), at, 10);
            }
        }
        graphics.setFill(palette.muted());
        graphics.setTextAlign(TextAlignment.CENTER);
        for (TimeAxis.Tick tick : axis.ticks()) {
            double x = scale.x(tick.time());
            // half a time at the edge would read as another one
            if (x >= tick.label().length() * HALF_DIGIT && x <= scale.width() - tick.label().length() * HALF_DIGIT) {
                graphics.fillText(tick.label(), x, 26);
            }
        }
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.restore();
        graphics.setFill(palette.background());
        graphics.fillRect(0, 0, GUTTER, AXIS - 1);
        graphics.setFill(palette.muted());
        String offset = Times.offset(zone, scale.start());
        graphics.fillText(Times.name(zone), 10, offset.isEmpty() ? AXIS / 2 : AXIS / 2 - 7);
        graphics.fillText(offset, 10, AXIS / 2 + 7);
    }
}

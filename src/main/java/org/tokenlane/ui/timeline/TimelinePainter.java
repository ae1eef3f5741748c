package org.tokenlane.ui.timeline;

import java.time.ZoneId;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.Moment;
import org.tokenlane.timeline.OriginStyle;
import org.tokenlane.timeline.TimeAxis;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.timeline.TimelineScene;
import org.tokenlane.ui.kit.OriginPaints;
import org.tokenlane.ui.kit.Palette;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;

/** Draws a scene, and nothing else: what stands where was settled before. */
final class TimelinePainter {

    static final double AXIS = 36;
    static final double GUTTER = 168;
    static final double LANE = 34;

    private static final Font SMALL = Font.font("System", 10.5);
    private static final Font NORMAL = Font.font("System", 12);
    private static final double FAINT = 0.22;
    private static final double REST = 0.07;

    private final GraphicsContext graphics;
    private final Palette palette;
    private final OriginPaints paints;
    private final double width;
    private final double height;

    TimelinePainter(GraphicsContext graphics, Palette palette, double width, double height) {
        this.graphics = graphics;
        this.palette = palette;
        this.paints = OriginPaints.of(palette.dark());
        this.width = width;
        this.height = height;
    }

    /**
     * @param scroll
     *            how many pixels of lanes are hidden above
     * @param selected
     *            the selected event, or -1
     * @param selectedTime
     *            its time
     * @param range
     *            the two pixels between which a range is being chosen, or null
     * @param moments
     *            the key events
     */
    void paint(Timeline timeline, TimelineScene scene, double scroll, int selected, long selectedTime, ZoneId zone,
            double @Nullable [] range, List<Moment> moments) {
        // from the back to the front: what reaches beyond its place is painted over, which costs less than to clip it
        graphics.setFill(palette.background());
        graphics.fillRect(0, 0, width, height);
        graphics.save();
        graphics.translate(GUTTER, AXIS - scroll);
        TimeAxis axis = TimeAxis.of(scene.scale(), zone);
        int first = (int) (scroll / LANE);
        int end = Math.min(timeline.lanes().size(), (int) Math.ceil((scroll + height - AXIS) / LANE));
        grid(axis, scene.scale(), timeline.lanes().size() * LANE, first, end);
        bars(timeline, scene.scale(), first, end);
        new MomentPainter(graphics, palette, height).lines(moments, scene.scale(),
                Math.max(height, timeline.lanes().size() * LANE));
        marks(timeline, scene, first, end);
        selection(timeline, scene.scale(), selected, selectedTime);
        graphics.translate(-GUTTER, 0);
        names(timeline, scroll, first, end);
        graphics.restore();
        axis(axis, scene.scale(), zone);
        if (range != null) {
            graphics.setFill(palette.accent().deriveColor(0, 1, 1, 0.18));
            graphics.fillRect(GUTTER + Math.min(range[0], range[1]), AXIS, Math.abs(range[1] - range[0]),
                    height - AXIS);
        }
    }

    /** The column before the lanes; it covers whatever begins before the lanes do. */
    private void names(Timeline timeline, double scroll, int first, int end) {
        graphics.setFill(palette.background());
        graphics.fillRect(0, scroll, GUTTER, height);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        for (int lane = first; lane < end; lane++) {
            double y = lane * LANE;
            if (lane % 2 == 0) {
                graphics.setFill(palette.lane());
                graphics.fillRect(0, y, GUTTER, LANE);
            }
            Lane shown = timeline.lanes().get(lane);
            boolean two = !shown.detail().isEmpty();
            String count = Texts.number(shown.events().length);
            graphics.setFill(palette.text());
            graphics.setFont(NORMAL);
            graphics.fillText(cut(shown.name(), two ? 25 : 25 - count.length()), 10,
                    y + (two ? LANE / 2 - 7 : LANE / 2));
            graphics.setFill(palette.muted());
            graphics.setFont(SMALL);
            if (two) {
                graphics.fillText(cut(shown.detail(), 26 - count.length()), 10, y + LANE / 2 + 8);
            }
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(count, GUTTER - 8, y + (two ? LANE / 2 + 8 : LANE / 2));
            graphics.setTextAlign(TextAlignment.LEFT);
        }
    }

    private static String cut(String text, int letters) {
        String line = Texts.oneLine(text);
        return line.length() <= letters ? line : line.substring(0, Math.max(1, letters - 1)) + "…";
    }

    /**
     * Lanes, nights and weekends, and the lines of the axis. Large areas are opaque, each in its mixed colour:
     * see-through ones took half of a frame.
     */
    private void grid(TimeAxis axis, TimeScale scale, double bottom, int first, int end) {
        double tall = Math.max(bottom, height);
        stripes(0, scale.width() + GUTTER, palette.lane(), first, end);
        for (TimeAxis.Span span : axis.rest()) {
            double from = Math.round(Math.max(0, scale.x(span.from())));
            double wide = Math.round(Math.min(scale.width(), scale.x(span.to()))) - from;
            if (wide > 0) {
                graphics.setFill(palette.background().interpolate(palette.muted(), REST));
                graphics.fillRect(from, 0, wide, tall);
                stripes(from, wide, palette.lane().interpolate(palette.muted(), REST), first, end);
            }
        }
        graphics.setFill(palette.line().deriveColor(0, 1, 1, 0.55));
        axis.ticks().forEach(tick -> graphics.fillRect(Math.floor(scale.x(tick.time())), 0, 1, tall));
        graphics.setFill(palette.muted().deriveColor(0, 1, 1, 0.7));
        axis.days().forEach(day -> graphics.fillRect(Math.floor(scale.x(day.time())), 0, 1, tall));
    }

    /** Every other lane between two pixels. */
    private void stripes(double from, double wide, Color colour, int first, int end) {
        graphics.setFill(colour);
        for (int lane = first; lane < end; lane++) {
            if (lane % 2 == 0) {
                graphics.fillRect(from, lane * LANE, wide, LANE);
            }
        }
    }

    private void bars(Timeline timeline, TimeScale scale, int first, int end) {
        for (int lane = first; lane < end; lane++) {
            for (Lane.Bar bar : timeline.lanes().get(lane).bars()) {
                double from = Math.max(-10, scale.x(bar.from()));
                double to = Math.min(scale.width() + 10, scale.x(bar.to()));
                if (to >= from) {
                    Color colour = paints.color(timeline.style(bar.origin()));
                    graphics.setFill(colour.deriveColor(0, 1, 1, 0.16));
                    graphics.fillRoundRect(from, lane * LANE + 5, Math.max(3, to - from), LANE - 10, 6, 6);
                    graphics.setStroke(colour.deriveColor(0, 1, 1, 0.5));
                    graphics.strokeRoundRect(from + 0.5, lane * LANE + 5.5, Math.max(2, to - from - 1), LANE - 11, 6,
                            6);
                }
            }
        }
    }

    private void marks(Timeline timeline, TimelineScene scene, int first, int end) {
        double most = Math.log(scene.mostInMark() + 1.0);
        graphics.setFont(SMALL);
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.CENTER);
        for (int mark = 0; mark < scene.size(); mark++) {
            if (scene.lane(mark) < first || scene.lane(mark) >= end) {
                continue;
            }
            double middle = scene.lane(mark) * LANE + LANE / 2;
            graphics.setGlobalAlpha(scene.matched(mark) == 0 ? FAINT : 1);
            if (scene.count(mark) == 1) {
                single(scene, mark, middle, timeline);
            } else {
                many(scene, mark, middle, most, timeline);
            }
        }
        graphics.setGlobalAlpha(1);
        graphics.setTextAlign(TextAlignment.LEFT);
    }

    private void single(TimelineScene scene, int mark, double middle, Timeline timeline) {
        int origin = 0;
        while (origin < timeline.origins().size() - 1 && scene.ofOrigin(mark, origin) == 0) {
            origin++;
        }
        OriginStyle style = timeline.style(origin);
        double x = scene.middle(mark);
        switch (scene.kind(mark)) {
        case OPERATION -> {
            graphics.setFill(paints.fill(style));
            graphics.fillRect(Math.round(x - 2), middle - 8, 4, 16);
        }
        case INFERRED -> {
            graphics.setFill(paints.inferred(style));
            graphics.fillRect(Math.round(x - 4), middle - 8, 8, 16);
            graphics.setStroke(paints.color(style));
            graphics.strokeRect(Math.round(x - 4) + 0.5, middle - 7.5, 7, 15);
        }
        case SIGN_IN -> {
            graphics.setFill(paints.fill(style));
            graphics.fillPolygon(new double[] { x, x + 7, x, x - 7 },
                    new double[] { middle - 8, middle, middle + 8, middle }, 4);
        }
        case FAILURE -> {
            graphics.setStroke(palette.failure());
            graphics.setLineWidth(1.6);
            graphics.strokeLine(x - 4, middle - 5, x + 4, middle + 5);
            graphics.strokeLine(x - 4, middle + 5, x + 4, middle - 5);
            graphics.setLineWidth(1);
        }
        }
    }

    /**
     * A block, the higher the more events, divided by their origins, with the count where there is room. Its edges are
     * whole pixels, which need no smoothing.
     */
    private void many(TimelineScene scene, int mark, double middle, double most, Timeline timeline) {
        double tall = 10 + (LANE - 16) * Math.log(scene.count(mark) + 1.0) / most;
        double top = Math.round(middle - tall / 2);
        double bottom = Math.round(middle + tall / 2);
        double left = Math.round(scene.left(mark));
        double room = Math.round(scene.right(mark)) - left;
        // a pixel between blocks that touch tells them apart
        double wide = Math.max(1, room < 6 ? room : room - 1);
        double y = top;
        int sum = 0;
        for (int origin = 0; origin < Math.max(1, timeline.origins().size()); origin++) {
            int share = scene.ofOrigin(mark, origin);
            if (share > 0) {
                sum += share;
                double end = Math.round(top + (bottom - top) * sum / scene.count(mark));
                graphics.setFill(scene.kind(mark) == Lane.Mark.INFERRED ? paints.inferred(timeline.style(origin))
                        : paints.fill(timeline.style(origin)));
                graphics.fillRect(left, y, wide, end - y);
                y = end;
            }
        }
        if (scene.kind(mark) == Lane.Mark.FAILURE) {
            graphics.setFill(palette.failure());
            graphics.fillRect(left, bottom, wide, 2);
        }
        String count = Integer.toString(scene.count(mark));
        if (wide >= count.length() * 6.2 + 3) {
            graphics.setFill(palette.background());
            graphics.fillText(count, left + wide / 2, middle);
        }
    }

    private void selection(Timeline timeline, TimeScale scale, int selected, long time) {
        int lane = selected < 0 ? -1 : timeline.laneOf(selected);
        if (lane < 0) {
            return;
        }
        double x = Math.floor(scale.x(time)) + 0.5;
        graphics.setStroke(palette.accent());
        graphics.setLineWidth(1);
        graphics.strokeLine(x, 0, x, Math.max(height, timeline.lanes().size() * LANE));
        graphics.setLineWidth(2);
        graphics.strokeRoundRect(x - 9, lane * LANE + 3, 18, LANE - 6, 6, 6);
        graphics.setLineWidth(1);
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
            graphics.fillText(tick.label(), scale.x(tick.time()), 26);
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

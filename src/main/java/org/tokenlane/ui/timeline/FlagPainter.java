package org.tokenlane.ui.timeline;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.timeline.TimelineFlags;
import org.tokenlane.timeline.TimelineScene;
import org.tokenlane.ui.kit.Palette;
import org.tokenlane.ui.kit.Texts;

/**
 * Draws the analyst's marks over the lanes: own events as flags on a line, notes and bookmarks at their event, verdicts with a line above,
 * findings with a flag at the foot.
 */
final class FlagPainter {

    private static final Font SMALL = Font.font("System", 10.5);
    private static final int LETTERS = 26;
    private static final double LETTER = 6.2;
    private static final double TALL = 15;

    private final GraphicsContext graphics;
    private final Palette palette;
    private final double height;

    FlagPainter(GraphicsContext graphics, Palette palette, double height) {
        this.graphics = graphics;
        this.palette = palette;
        this.height = height;
    }

    /** What belongs to marks on the lanes. */
    void onLanes(TimelineFlags flags, Frame frame) {
        clipped(frame.scale(), () -> {
            weights(frame);
            flags.flags().stream().filter(flag -> !flag.isOwnEvent()).filter(flag -> frame.isSeen(flag.lane()))
                    .forEach(flag -> pin(flag, frame));
        });
    }

    /** The analyst's own events, over all lanes. */
    void ownEvents(TimelineFlags flags, TimeScale scale) {
        clipped(scale, () -> {
            double free = Double.NEGATIVE_INFINITY;
            for (TimelineFlags.Flag flag : flags.flags()) {
                if (flag.isOwnEvent()) {
                    free = ownEvent(flag, scale, free);
                }
            }
        });
    }

    private void clipped(TimeScale scale, Runnable paint) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(TimelinePainter.GUTTER, TimelinePainter.AXIS, scale.width(), height - TimelinePainter.AXIS);
        graphics.clip();
        graphics.translate(TimelinePainter.GUTTER, TimelinePainter.AXIS);
        paint.run();
        graphics.restore();
    }

    /** Above a mark a line for the verdict on it, below failures have theirs; and a flag for a finding. */
    private void weights(Frame frame) {
        TimelineScene scene = frame.scene();
        for (int mark = 0; mark < scene.size(); mark++) {
            Verdict verdict = scene.verdict(mark);
            Severity severity = scene.severity(mark);
            if (verdict == null && severity == null || !frame.isSeen(scene.lane(mark))) {
                continue;
            }
            double from = Math.max(-10, scene.left(mark));
            double to = Math.min(scene.scale().width() + 10, scene.right(mark));
            if (to > from) {
                double top = frame.top(scene.lane(mark)) + 1;
                if (verdict != null) {
                    graphics.setFill(HeadPainter.colour(verdict, palette));
                    graphics.fillRect(from, top, to - from, 3);
                }
                if (severity == Severity.HIGH || severity == Severity.MEDIUM) {
                    finding(from, frame.top(scene.lane(mark)) + frame.height(scene.lane(mark)) - 2,
                            severity == Severity.HIGH);
                }
            }
        }
    }

    /** A flag on a pole at the foot of the lane, filled for a finding of high severity. */
    private void finding(double x, double foot, boolean high) {
        Color colour = high ? palette.failure() : palette.kind(1);
        double[] xs = { x, x + 8, x };
        double[] ys = { foot - 10, foot - 7.5, foot - 5 };
        graphics.setStroke(colour);
        graphics.strokeLine(x, foot - 10, x, foot);
        graphics.setFill(high ? colour : palette.background());
        graphics.fillPolygon(xs, ys, 3);
        graphics.strokePolygon(xs, ys, 3);
    }

    /** A note is filled, a bookmark hollow. */
    private void pin(TimelineFlags.Flag flag, Frame frame) {
        double x = frame.scale().x(flag.time());
        double y = frame.top(flag.lane()) + 1;
        double[] xs = { x - 4, x + 4, x + 4, x, x - 4 };
        double[] ys = { y, y, y + 9, y + 6, y + 9 };
        graphics.setFill(flag.text().isEmpty() ? palette.background() : palette.accent());
        graphics.fillPolygon(xs, ys, xs.length);
        graphics.setStroke(palette.accent());
        graphics.strokePolygon(xs, ys, xs.length);
    }

    /** Its words stand beside it as far as those of the one before leave room; gives where there is room again. */
    private double ownEvent(TimelineFlags.Flag flag, TimeScale scale, double free) {
        double x = Math.floor(scale.x(flag.time())) + 0.5;
        if (x < -300 || x > scale.width() + 10) {
            return free;
        }
        Color colour = palette.text();
        graphics.setStroke(colour);
        graphics.setLineDashes(4, 3);
        graphics.strokeLine(x, 0, x, height);
        graphics.setLineDashes();
        String line = Texts.oneLine(flag.text());
        String shown = line.length() > LETTERS ? line.substring(0, LETTERS - 1) + "…" : line;
        double wide = x < free ? 9 : shown.length() * LETTER + 10;
        graphics.setFill(palette.background());
        double top = height - TimelinePainter.AXIS - TALL - 3;
        graphics.fillRect(x, top, wide, TALL);
        graphics.strokeRect(x, top + 0.5, wide, TALL);
        if (x >= free) {
            graphics.setFill(colour);
            graphics.setFont(SMALL);
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.setTextBaseline(VPos.CENTER);
            graphics.fillText(shown, x + 5, top + TALL / 2, wide - 8);
            return x + wide + 4;
        }
        return free;
    }
}

package org.tokenlane.ui.timeline;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.tokenlane.timeline.Moment;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.ui.kit.Palette;

/** Draws key events as lines through all lanes, each with its name as far as there is room. */
final class MomentPainter {

    /** How far from a line the pointer may be. */
    static final double NEAR = 4;

    private static final Font SMALL = Font.font("System", 10.5);
    private static final double LETTER = 6.1;
    private static final double TALL = 15;
    /** The strip below the lanes that the names have. */
    static final double FOOT = TALL + 3;

    private final GraphicsContext graphics;
    private final Palette palette;
    private final double height;

    MomentPainter(GraphicsContext graphics, Palette palette, double height) {
        this.graphics = graphics;
        this.palette = palette;
        this.height = height;
    }

    /** What the attacker did has the colour of failures; everything else that of the text. */
    static Color colour(Moment moment, Palette palette) {
        return moment.hostile() ? palette.failure() : palette.kind(3);
    }

    /** The lines, behind the marks of the lanes, so that they hide no event. */
    void lines(List<Moment> moments, TimeScale scale, double top, double bottom) {
        for (Moment moment : moments) {
            double x = Math.floor(scale.x(moment.time())) + 0.5;
            if (x >= 0 && x <= scale.width()) {
                graphics.setStroke(colour(moment, palette));
                graphics.strokeLine(x, top, x, bottom);
            }
        }
    }

    /** The names, at the foot of the lines. */
    void names(List<Moment> moments, TimeScale scale, boolean aboveOwnEvents) {
        graphics.setFill(palette.background());
        graphics.fillRect(0, height - FOOT, TimelinePainter.GUTTER + scale.width() + TALL, FOOT);
        graphics.save();
        graphics.beginPath();
        graphics.rect(TimelinePainter.GUTTER, TimelinePainter.AXIS, scale.width(), height - TimelinePainter.AXIS);
        graphics.clip();
        graphics.translate(TimelinePainter.GUTTER, TimelinePainter.AXIS);
        graphics.setFont(SMALL);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setTextBaseline(VPos.CENTER);
        double top = height - TimelinePainter.AXIS - (aboveOwnEvents ? 2 * TALL + 6 : TALL + 1);
        double free = Double.NEGATIVE_INFINITY;
        for (Moment moment : moments) {
            double x = Math.floor(scale.x(moment.time())) + 0.5;
            if (x < 0 || x > scale.width()) {
                continue;
            }
            Color colour = colour(moment, palette);
            double wide = moment.label().length() * LETTER + 10;
            // at the right edge the name stands before its line
            double left = x + wide > scale.width() ? x - wide : x;
            boolean named = left >= free;
            graphics.setFill(colour);
            if (named) {
                graphics.setGlobalAlpha(0.92);
                graphics.fillRect(left, top, wide, TALL);
                graphics.setGlobalAlpha(1);
                graphics.setFill(palette.background());
                graphics.fillText(moment.label(), left + 5, top + TALL / 2, wide - 8);
                free = left + wide + 3;
            } else {
                // above the row of names, one of which may reach over this place
                graphics.fillPolygon(new double[] { x - 4, x + 4, x }, new double[] { top - 7, top - 7, top - 1 }, 3);
            }
        }
        graphics.restore();
    }
}

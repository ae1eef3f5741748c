package org.tokenlane.report.document;

import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.timeline.OriginStyle;

/** On whose side something was done, and how pictures show it: by color and by pattern, as paper may be gray. */
public enum PictureSide implements TextKey {
    /** Red, full. */
    ATTACKER,
    /** Blue, with stripes. */
    USER,
    /** Gray, hollow. */
    UNCLEAR,
    /** Green, hollow: done against the attacker, such as a password reset by an administrator. */
    AGAINST;

    private static final double STRIPES = 3.5;

    static PictureSide of(Party party) {
        return switch (party) {
        case ATTACKER -> ATTACKER;
        case USER -> USER;
        case UNCLEAR -> UNCLEAR;
        };
    }

    String color(PictureTheme theme) {
        return switch (this) {
        case ATTACKER -> theme.hostile();
        case USER -> OriginStyle.of(Party.USER).color(theme.isDark());
        case UNCLEAR -> theme.muted();
        case AGAINST -> theme.against();
        };
    }

    /** A box in the side's color. */
    void box(TimelineDrawing.Pen pen, PictureTheme theme, double x, double y, double width, double height) {
        box(pen, theme, x, y, width, height, color(theme), 1);
    }

    /** A box in the side's pattern and one of its colors. */
    void box(TimelineDrawing.Pen pen, PictureTheme theme, double x, double y, double width, double height,
            String color, double opacity) {
        switch (this) {
        case ATTACKER -> pen.rectangle(x, y, width, height, color, opacity);
        case USER -> {
            pen.rectangle(x, y, width, height, color, opacity);
            stripes(pen, theme, x, y, width, height);
        }
        case UNCLEAR, AGAINST -> {
            pen.rectangle(x, y, width, height, color, opacity * 0.2);
            pen.line(x, y, x + width, y, color);
            pen.line(x, y + height, x + width, y + height, color);
            pen.line(x, y, x, y + height, color);
            pen.line(x + width, y, x + width, y + height, color);
        }
        }
    }

    private static void stripes(TimelineDrawing.Pen pen, PictureTheme theme, double x, double y, double width,
            double height) {
        // counted from the page's edge, so that boxes side by side have one pattern
        double first = Math.ceil((x - height) / STRIPES) * STRIPES;
        for (double foot = first; foot < x + width; foot += STRIPES) {
            double left = Math.max(x, foot);
            double right = Math.min(x + width, foot + height);
            if (right > left) {
                pen.line(left, y + height - (left - foot), right, y + height - (right - foot), theme.background());
            }
        }
    }
}

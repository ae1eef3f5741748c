package org.tokenlane.ui.kit;

import javafx.scene.paint.Color;

/**
 * How well two colors can be told apart, from 1 (the same) to 21 (black on white), after W3C, "Web Content Accessibility
 * Guidelines (WCAG) 2.2", https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. Text needs 4.5 (level AA), drawn things 3.
 */
public final class Contrast {

    public static final double TEXT = 4.5;
    public static final double DRAWN = 3;

    private Contrast() {
    }

    public static double of(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    /** Black or white, whichever is read better on this color. */
    static Color textOn(Color background) {
        return of(Color.BLACK, background) >= of(Color.WHITE, background) ? Color.BLACK : Color.WHITE;
    }
}

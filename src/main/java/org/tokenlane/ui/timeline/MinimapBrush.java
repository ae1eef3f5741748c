package org.tokenlane.ui.timeline;

import org.tokenlane.timeline.TimeScale;

/**
 * A drag on the minimap: inside the stretch that the lanes show it moves that stretch, at an edge it moves the edge,
 * elsewhere it draws another one. A click takes the lanes there.
 */
final class MinimapBrush {

    private static final double EDGE = 5;
    private static final double CLICK = 3;

    /** What is dragged. */
    enum Part {
        LEFT,
        RIGHT,
        WHOLE,
        NEW
    }

    private final TimeScale whole;
    private final TimeScale shown;
    private final double pressed;
    private final Part part;

    /**
     * @param whole
     *            the minimap's own scale
     * @param shown
     *            what the lanes show
     * @param x
     *            the pixel of the minimap that was pressed
     */
    MinimapBrush(TimeScale whole, TimeScale shown, double x) {
        this.whole = whole;
        this.shown = shown;
        this.pressed = x;
        part = part(whole, shown, x);
    }

    /** What is at a pixel. */
    static Part part(TimeScale whole, TimeScale shown, double x) {
        double left = whole.x(shown.start());
        double right = whole.x(shown.end());
        boolean all = left <= 0 && right >= whole.width();
        if (!all && Math.abs(x - left) <= EDGE) {
            return Part.LEFT;
        }
        if (!all && Math.abs(x - right) <= EDGE) {
            return Part.RIGHT;
        }
        return !all && x > left && x < right ? Part.WHOLE : Part.NEW;
    }

    /** What the lanes show when the pointer is at a pixel. */
    TimeScale at(double x) {
        return switch (part) {
        case WHOLE -> shown.movedBy((whole.time(x) - whole.time(pressed)) / shown.nanosPerPixel());
        case LEFT -> between(whole.time(x), shown.end());
        case RIGHT -> between(shown.start(), whole.time(x));
        case NEW -> Math.abs(x - pressed) <= CLICK ? around(whole.time(x))
                : between(whole.time(pressed),
                        whole.time(x));
        };
    }

    private TimeScale around(long time) {
        return new TimeScale(time, shown.nanosPerPixel(), shown.width()).movedBy(-shown.width() / 2);
    }

    private TimeScale between(long one, long other) {
        return TimeScale.between(Math.min(one, other), Math.max(one, other), shown.width());
    }
}

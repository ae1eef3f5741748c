package org.tokenlane.timeline;

/**
 * Which moment stands at which pixel. Zooming and panning make a new one; nobody else does arithmetic between times and
 * pixels.
 *
 * @param start
 *            the moment at pixel 0, in nanoseconds since 1970, UTC
 * @param nanosPerPixel
 *            how much time a pixel covers
 * @param width
 *            pixels
 */
public record TimeScale(long start, double nanosPerPixel, double width) {

    private static final double FINEST = 1_000;
    /**
     * A century in sixteen hundred pixels; far enough from where nanoseconds since 1970 end, in the years 1677 and
     * 2262.
     */
    private static final double COARSEST = 2e15;
    private static final long SECOND = 1_000_000_000L;
    private static final double MARGIN = 0.03;

    /** All of a span with a margin at both ends. */
    public static TimeScale fit(long first, long last, double width) {
        double span = Math.max(SECOND, last - first);
        double nanosPerPixel = Math.clamp(span * (1 + 2 * MARGIN) / Math.max(1, width), FINEST, COARSEST);
        double middle = (last - first) / 2.0;
        return new TimeScale(first + Math.round(middle - nanosPerPixel * width / 2), nanosPerPixel, width);
    }

    /** From one moment to another, without a margin, as far as it can be zoomed. */
    public static TimeScale between(long from, long to, double width) {
        return new TimeScale(from, Math.clamp((to - from) / Math.max(1, width), FINEST, COARSEST), width);
    }

    /** The pixel of a moment; left of the view it is negative. */
    public double x(long time) {
        // the difference first: a double does not hold nanoseconds since 1970
        return (time - start) / nanosPerPixel;
    }

    /** The moment at a pixel. */
    public long time(double x) {
        return start + Math.round(x * nanosPerPixel);
    }

    /** The moment at the right edge. */
    public long end() {
        return time(width);
    }

    /** The view with the moment at {@code x} staying where it is; a factor below 1 shows less time. */
    public TimeScale zoomedAt(double x, double factor) {
        double finer = Math.clamp(nanosPerPixel * factor, FINEST, COARSEST);
        return new TimeScale(time(x) - Math.round(x * finer), finer, width);
    }

    /** The view moved by pixels; positive ones show later times. */
    public TimeScale movedBy(double pixels) {
        return new TimeScale(time(pixels), nanosPerPixel, width);
    }

    /** The same start and zoom in another width. */
    public TimeScale withWidth(double pixels) {
        return new TimeScale(start, nanosPerPixel, pixels);
    }

    /** The same stretch of time in another width, as far as it can be zoomed. */
    public TimeScale stretchedTo(double pixels) {
        return new TimeScale(start, Math.clamp(nanosPerPixel * width / Math.max(1, pixels), FINEST, COARSEST), pixels);
    }

    /** The view moved, not zoomed, so far that the moment is well inside it. */
    public TimeScale showing(long time) {
        double x = x(time);
        double edge = width * 0.08;
        if (x >= edge && x <= width - edge) {
            return this;
        }
        return movedBy(x - width / 2);
    }
}

package org.tokenlane.report.document;

import java.util.Locale;
import org.tokenlane.timeline.Timeline;

/** A timeline as SVG, with no script and nothing loaded. */
public final class TimelineSvg implements TimelineDrawing.Pen {

    private final StringBuilder shapes = new StringBuilder();

    private TimelineSvg() {
    }

    /** The whole picture as an SVG element. */
    public static String of(Timeline timeline) {
        return of(new TimelineDrawing(timeline));
    }

    /** A drawing as an SVG element. */
    public static String of(TimelineDrawing drawing) {
        TimelineSvg pen = new TimelineSvg();
        drawing.draw(pen);
        return String.format(Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\" role=\"img\" aria-label=\"%s\" font-family=\"Noto Sans, sans-serif\">%s</svg>",
                TimelineDrawing.WIDTH, drawing.height(), Plain.markup(drawing.words()), pen.shapes);
    }

    @Override
    public void rectangle(double x, double y, double width, double height, String colour, double opacity) {
        shapes.append(
                String.format(Locale.ROOT, "<rect x=\"%.2f\" y=\"%.2f\" width=\"%.2f\" height=\"%.2f\" fill=\"%s\"%s/>",
                        x, y, width, height, colour,
                        opacity == 1 ? "" : String.format(Locale.ROOT, " fill-opacity=\"%.2f\"", opacity)));
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, String colour) {
        shapes.append(
                String.format(Locale.ROOT,
                        "<line x1=\"%.2f\" y1=\"%.2f\" x2=\"%.2f\" y2=\"%.2f\" stroke=\"%s\" stroke-width=\"0.6\"/>",
                        fromX, fromY, toX, toY, colour));
    }

    @Override
    public void text(double x, double y, String text, double size, String colour, boolean toTheRight) {
        shapes.append(String.format(Locale.ROOT,
                "<text x=\"%.2f\" y=\"%.2f\" font-size=\"%.1f\" fill=\"%s\"%s>%s</text>", x, y, size, colour,
                toTheRight ? " text-anchor=\"end\"" : "", Plain.markup(text)));
    }
}

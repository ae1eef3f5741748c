package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tokenlane.timeline.Timeline;

/** A timeline as SVG, without scripts and without anything that is loaded. */
public final class TimelineSvg implements TimelineDrawing.Pen {

    private final Markup markup = new Markup();

    private TimelineSvg() {
    }

    /** The whole picture as an SVG element. */
    public static String of(Timeline timeline) {
        return of(new TimelineDrawing(timeline));
    }

    /** A drawing as an SVG element. */
    public static String of(TimelineDrawing drawing) {
        return markup(drawing).toString();
    }

    /** A drawing as an SVG element that is as many pixels wide. */
    public static String of(TimelineDrawing drawing, int width) {
        return markup(drawing, "width", String.valueOf(width), "height",
                String.format(Locale.ROOT, "%.0f", drawing.height() * width / TimelineDrawing.WIDTH)).toString();
    }

    static Markup markup(ReportDrawing drawing, String... size) {
        TimelineSvg pen = new TimelineSvg();
        List<String> attributes = new ArrayList<>(List.of("xmlns", "http://www.w3.org/2000/svg", "viewBox",
                String.format(Locale.ROOT, "0 0 %.0f %.0f", TimelineDrawing.WIDTH, drawing.height()), "role", "img",
                "aria-label", drawing.words(), "font-family", "Noto Sans, sans-serif"));
        attributes.addAll(List.of(size));
        pen.markup.open("svg", attributes.toArray(String[]::new));
        drawing.draw(pen);
        pen.markup.close();
        return pen.markup;
    }

    @Override
    public void rectangle(double x, double y, double width, double height, String colour, double opacity) {
        List<String> attributes = new ArrayList<>(List.of("x", number(x), "y", number(y), "width", number(width),
                "height", number(height), "fill", colour));
        if (opacity != 1) {
            attributes.addAll(List.of("fill-opacity", number(opacity)));
        }
        markup.empty("rect", attributes.toArray(String[]::new));
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, String colour) {
        markup.empty("line", "x1", number(fromX), "y1", number(fromY), "x2", number(toX), "y2", number(toY), "stroke",
                colour, "stroke-width", "0.6");
    }

    @Override
    public void text(double x, double y, String text, double size, String colour, boolean toTheRight) {
        List<String> attributes = new ArrayList<>(List.of("x", number(x), "y", number(y), "font-size",
                String.format(Locale.ROOT, "%.1f", size), "fill", colour));
        if (toTheRight) {
            attributes.addAll(List.of("text-anchor", "end"));
        }
        markup.element("text", text, attributes.toArray(String[]::new));
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}

package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;

/** What a picture is composed of, drawn with a pen. */
final class PicturePen {

    private final TimelineDrawing.Pen pen;

    PicturePen(TimelineDrawing.Pen pen) {
        this.pen = pen;
    }

    void text(double x, double y, String text, double size, String colour) {
        pen.text(x, y, Plain.line(text), size, colour, false);
    }

    void right(double x, double y, String text, double size, String colour) {
        pen.text(x, y, Plain.line(text), size, colour, true);
    }

    void bold(double x, double y, String text, double size, String colour) {
        text(x, y, text, size, colour);
        text(x + size * 0.03, y, text, size, colour);
    }

    double width(String text, double size) {
        return pen.width(Plain.line(text), size);
    }

    /** The text as far as it fits. */
    String cut(String text, double size, double room) {
        String line = Plain.line(text);
        if (width(line, size) <= room) {
            return line;
        }
        int end = line.length();
        while (end > 0 && width(line.substring(0, end) + "…", size) > room) {
            end = line.offsetByCodePoints(end, -1);
        }
        return end == 0 ? "" : line.substring(0, end) + "…";
    }

    /** The text in lines, the last one cut where there are more than wanted. */
    List<String> lines(String text, double size, double room, int most) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : Plain.line(text).split(" ")) {
            String longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= room || line.isEmpty()) {
                line = longer;
            } else if (lines.size() + 1 == most) {
                line = longer;
                break;
            } else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines.stream().map(each -> cut(each, size, room)).toList();
    }

    void rectangle(double x, double y, double width, double height, String colour) {
        pen.rectangle(x, y, width, height, colour, 1);
    }

    void pale(double x, double y, double width, double height, String colour, double opacity) {
        pen.rectangle(x, y, width, height, colour, opacity);
    }

    void line(double fromX, double fromY, double toX, double toY, String colour, double thickness) {
        pen.line(fromX, fromY, toX, toY, colour);
        for (double more = 0.5; more < thickness; more += 0.5) {
            boolean steep = Math.abs(toY - fromY) > Math.abs(toX - fromX);
            pen.line(fromX + (steep ? more : 0), fromY + (steep ? 0 : more), toX + (steep ? more : 0),
                    toY + (steep ? 0 : more), colour);
        }
    }

    void frame(double x, double y, double width, double height, String colour, boolean dashed) {
        dashes(x, y, x + width, y, colour, dashed);
        dashes(x, y + height, x + width, y + height, colour, dashed);
        dashes(x, y, x, y + height, colour, dashed);
        dashes(x + width, y, x + width, y + height, colour, dashed);
    }

    void dashes(double fromX, double fromY, double toX, double toY, String colour, boolean dashed) {
        double length = Math.hypot(toX - fromX, toY - fromY);
        if (!dashed || length == 0) {
            line(fromX, fromY, toX, toY, colour, 1);
            return;
        }
        for (double at = 0; at < length; at += 9) {
            double a = at / length;
            double b = Math.min(1, (at + 5) / length);
            line(fromX + (toX - fromX) * a, fromY + (toY - fromY) * a, fromX + (toX - fromX) * b,
                    fromY + (toY - fromY) * b, colour, 1);
        }
    }

    /** A box of an origin; with stripes where it is inferred, with dots where it is not confirmed. */
    void box(double x, double y, double width, double height, String colour, boolean inferred, boolean confirmed) {
        if (inferred) {
            pale(x, y, width, height, colour, 0.18);
            for (double at = -height; at < width; at += 5) {
                double left = Math.max(0, at);
                double right = Math.min(width, at + height);
                line(x + left, y + height - (left - at), x + right, y + height - (right - at), colour, 1);
            }
            frame(x, y, width, height, colour, false);
            return;
        }
        rectangle(x, y, width, height, colour);
        if (!confirmed) {
            for (double top = 2; top < height - 1; top += 4) {
                for (double left = top % 8 < 4 ? 2 : 4; left < width - 1; left += 4) {
                    pale(x + left, y + top, 1.2, 1.2, colour, 0.35);
                }
            }
        }
    }
}

package org.tokenlane.report.document;

/** Draws everything so much further right. */
record ShiftedPen(TimelineDrawing.Pen pen, double by) implements TimelineDrawing.Pen {

    @Override
    public void rectangle(double x, double y, double width, double height, String colour, double opacity) {
        pen.rectangle(x + by, y, width, height, colour, opacity);
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, String colour) {
        pen.line(fromX + by, fromY, toX + by, toY, colour);
    }

    @Override
    public void text(double x, double y, String text, double size, String colour, boolean toTheRight) {
        pen.text(x + by, y, text, size, colour, toTheRight);
    }

    @Override
    public double width(String text, double size) {
        return pen.width(text, size);
    }
}

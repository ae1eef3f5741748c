package org.tokenlane.report.document;

/** A drawing of a report, {@link TimelineDrawing#WIDTH} wide, that a pen draws on whatever it draws on. */
public interface ReportDrawing {

    double height();

    /** What the drawing shows, for those who do not see it. */
    String words();

    void draw(TimelineDrawing.Pen pen);
}

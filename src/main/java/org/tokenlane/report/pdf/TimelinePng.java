package org.tokenlane.report.pdf;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.tokenlane.report.document.TimelineDrawing;

/** A timeline as a PNG, drawn as in the report. */
public final class TimelinePng {

    /** Legible on paper at the width of A4: about 300 pixels an inch. */
    public static final int USUAL_WIDTH = 2_040;

    private TimelinePng() {
    }

    public static void write(TimelineDrawing drawing, OutputStream out) throws IOException {
        write(drawing, USUAL_WIDTH, out);
    }

    /** Writes it as many pixels wide. */
    public static void write(TimelineDrawing drawing, int width, OutputStream out) throws IOException {
        double scale = width / TimelineDrawing.WIDTH;
        BufferedImage image = new BufferedImage(width, (int) Math.ceil(drawing.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        Color background = Color.decode(drawing.theme().background());
        graphics.setColor(background);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(scale, scale);
        drawing.draw(new GraphicsPen(graphics, ReportFonts.ofTimelines(), background));
        graphics.dispose();
        ImageIO.write(image, "png", out);
    }
}

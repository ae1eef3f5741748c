package org.tokenlane.report.pdf;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import org.tokenlane.report.document.TimelineDrawing;

/** A timeline as a PNG, drawn as in the report, three pixels for one. */
public final class TimelinePng {

    private static final int SCALE = 3;

    private TimelinePng() {
    }

    public static void write(TimelineDrawing drawing, OutputStream out) throws IOException {
        BufferedImage image = new BufferedImage((int) Math.ceil(TimelineDrawing.WIDTH * SCALE),
                (int) Math.ceil(drawing.height() * SCALE), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(SCALE, SCALE);
        try (InputStream in = ReportFonts.stream("NotoSans_400Regular.ttf")) {
            drawing.draw(new GraphicsPen(graphics, Font.createFont(Font.TRUETYPE_FONT, in)));
        } catch (FontFormatException e) {
            throw new IOException(PdfText.NO_FONT.text(), e);
        }
        graphics.dispose();
        ImageIO.write(image, "png", out);
    }
}

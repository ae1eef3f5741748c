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
import org.tokenlane.report.document.StoryPicture;

/** A picture of an attack as an image: 1920 by 1080 pixels, or A4 at about 200 dots an inch. */
public final class StoryPng {

    private static final int OF_PRINT = 2;

    private StoryPng() {
    }

    public static void write(StoryPicture picture, OutputStream out) throws IOException {
        ImageIO.write(image(picture), "png", out);
    }

    /** The image's pixels, as 0xAARRGGBB. */
    public record Pixels(int width, int height, int[] argb) {
    }

    /** The image as pixels, for the clipboard. */
    public static Pixels pixels(StoryPicture picture) throws IOException {
        BufferedImage image = image(picture);
        return new Pixels(image.getWidth(), image.getHeight(), image.getRGB(0, 0, image.getWidth(), image.getHeight(),
                null, 0, image.getWidth()));
    }

    private static BufferedImage image(StoryPicture picture) throws IOException {
        int scale = picture.format() == StoryPicture.Format.A4 ? OF_PRINT : 1;
        BufferedImage image = new BufferedImage(picture.format().width() * scale, picture.format().height() * scale,
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        Color background = Color.decode(picture.theme().background());
        graphics.setColor(background);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.scale(scale, scale);
        try (InputStream in = ReportFonts.stream("NotoSans_400Regular.ttf")) {
            picture.draw(new GraphicsPen(graphics, Font.createFont(Font.TRUETYPE_FONT, in), background));
        } catch (FontFormatException e) {
            throw new IOException(PdfText.NO_FONT.text(), e);
        } finally {
            graphics.dispose();
        }
        return image;
    }
}

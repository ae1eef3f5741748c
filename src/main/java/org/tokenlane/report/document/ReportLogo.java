package org.tokenlane.report.document;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.tokenlane.model.evidence.HeldFiles;

/**
 * The picture on a report's title page, drawn again as a PNG on white, so that nothing else of its file (profiles,
 * transparency, appended data) gets into an archival document.
 */
public record ReportLogo(byte[] png) {

    private static final int MOST_BYTES = 10 << 20;
    private static final int WIDEST = 1_200;
    private static final int HIGHEST = 500;

    /**
     * Reads a picture.
     *
     * @throws IOException
     *             when it cannot be read or is not a PNG, JPEG, GIF or BMP; the message says which in a clause
     */
    public static ReportLogo read(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException(ReportText.NO_FILE.text());
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(ReportText.LOGO_TOO_LARGE.text());
        }
        return of(HeldFiles.bytes(file));
    }

    /** As {@link #read}, from a picture's bytes. */
    public static ReportLogo of(byte[] bytes) throws IOException {
        BufferedImage picture;
        try {
            picture = ImageIO.read(new ByteArrayInputStream(bytes));
        } catch (RuntimeException damaged) {
            throw new IOException(ReportText.LOGO_DAMAGED.text(), damaged);
        }
        if (picture == null) {
            throw new IOException(ReportText.NO_PICTURE.text());
        }
        double scale = Math.min(1,
                Math.min((double) WIDEST / picture.getWidth(), (double) HIGHEST / picture.getHeight()));
        int width = Math.max(1, (int) Math.round(picture.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(picture.getHeight() * scale));
        BufferedImage plain = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = plain.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(picture, 0, 0, width, height, null);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(plain, "png", out);
        return new ReportLogo(out.toByteArray());
    }

    /** The picture as an address that holds it. */
    public String uri() {
        return "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    }
}

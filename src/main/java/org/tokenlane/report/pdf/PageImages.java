package org.tokenlane.report.pdf;

import java.awt.image.BufferedImage;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;

/**
 * The pages of a finished report as pictures, to be looked at before it is saved. To be closed; one thread at a time.
 */
public final class PageImages implements AutoCloseable {

    private final PDDocument document;

    public PageImages(byte[] pdf) throws IOException {
        document = Loader.loadPDF(pdf);
    }

    public int pages() {
        return document.getNumberOfPages();
    }

    /**
     * @param page
     *            counts from 0
     * @param dotsPerInch
     *            72 gives 595 by 842 pixels for a page of A4
     * @return its pixels row by row as {@code 0xaarrggbb}, the first two being width and height
     */
    public synchronized int[] pixels(int page, float dotsPerInch) throws IOException {
        BufferedImage image = new PDFRenderer(document).renderImageWithDPI(page, dotsPerInch);
        int[] pixels = new int[2 + image.getWidth() * image.getHeight()];
        pixels[0] = image.getWidth();
        pixels[1] = image.getHeight();
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), pixels, 2, image.getWidth());
        return pixels;
    }

    @Override
    public synchronized void close() throws IOException {
        document.close();
    }
}

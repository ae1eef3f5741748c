package org.tokenlane.report.pdf;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.tokenlane.report.document.TimelineDrawing;

/** Draws a timeline into a PDF as shapes; letters become outlines, so that the drawing needs no font. */
final class GraphicsPen implements TimelineDrawing.Pen {

    private final Graphics2D graphics;
    private final Font font;
    private final Color background;

    GraphicsPen(Graphics2D graphics, Font font) {
        this(graphics, font, Color.WHITE);
    }

    /** @param background what pale shapes are mixed with */
    GraphicsPen(Graphics2D graphics, Font font, Color background) {
        this.background = background;
        this.graphics = graphics;
        this.font = font;
    }

    @Override
    public void rectangle(double x, double y, double width, double height, String colour, double opacity) {
        Color solid = Color.decode(colour);
        // PDF/A readers differ in how they mix transparency, so what is pale is drawn pale
        graphics.setColor(new Color(pale(solid.getRed(), background.getRed(), opacity),
                pale(solid.getGreen(), background.getGreen(), opacity),
                pale(solid.getBlue(), background.getBlue(), opacity)));
        graphics.fill(new Rectangle2D.Double(x, y, width, height));
    }

    private static int pale(int part, int behind, double opacity) {
        return (int) Math.round(behind - (behind - part) * opacity);
    }

    @Override
    public void line(double fromX, double fromY, double toX, double toY, String colour) {
        graphics.setColor(Color.decode(colour));
        graphics.setStroke(new BasicStroke(0.6f));
        graphics.draw(new Line2D.Double(fromX, fromY, toX, toY));
    }

    @Override
    public double width(String text, double size) {
        return font.deriveFont((float) size).getStringBounds(text, graphics.getFontRenderContext()).getWidth();
    }

    @Override
    public void text(double x, double y, String text, double size, String colour, boolean toTheRight) {
        graphics.setColor(Color.decode(colour));
        var glyphs = font.deriveFont((float) size).layoutGlyphVector(graphics.getFontRenderContext(),
                text.toCharArray(), 0, text.length(), Font.LAYOUT_LEFT_TO_RIGHT);
        double left = toTheRight ? x - glyphs.getLogicalBounds().getWidth() : x;
        graphics.fill(AffineTransform.getTranslateInstance(left, y).createTransformedShape(glyphs.getOutline()));
    }
}

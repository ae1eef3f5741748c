package org.tokenlane.ui.kit;

import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;
import org.tokenlane.timeline.OriginStyle;

/**
 * What origins are filled with in one theme: the color of the style; with dots until the analyst confirms it, and with
 * stripes where an event is there by inference only.
 */
public final class OriginPaints {

    private static final int DOTS = 4;
    private static final int STRIPES = 6;
    private static final int BITMAP_HEAD = 54;
    private static final int BYTES_OF_A_PIXEL = 3;
    private static final Map<Boolean, OriginPaints> THEMES = new HashMap<>();

    private final boolean dark;
    private final Color background;
    private final Map<OriginStyle, Paint> fills = new HashMap<>();
    private final Map<OriginStyle, Paint> inferred = new HashMap<>();

    private OriginPaints(boolean dark) {
        this.dark = dark;
        this.background = Palette.of(dark).background();
    }

    /** The paints of a theme, made once. Only for the window's thread. */
    public static OriginPaints of(boolean dark) {
        return THEMES.computeIfAbsent(dark, OriginPaints::new);
    }

    /** The plain color, for lines. */
    public Color color(OriginStyle style) {
        return Color.web(style.color(dark));
    }

    /** Filled, or with dots where the analyst did not confirm it. */
    public Paint fill(OriginStyle style) {
        return fills.computeIfAbsent(style, key -> key.confirmed() ? color(key) : dotted(color(key)));
    }

    /** With stripes, for what is inferred. */
    public Paint inferred(OriginStyle style) {
        return inferred.computeIfAbsent(style, key -> striped(color(key)));
    }

    /** What can be read on a fill. */
    public Color on(OriginStyle style) {
        return Contrast.textOn(color(style));
    }

    private Paint dotted(Color color) {
        Color dot = color.interpolate(background, 0.45);
        return pattern(DOTS, (x, y) -> x == 1 && y == 1 || x == 3 && y == 3 ? dot : color);
    }

    private Paint striped(Color color) {
        Color gap = color.interpolate(background, 0.8);
        return pattern(STRIPES, (x, y) -> (x + y) % STRIPES < 2 ? color : gap);
    }

    private interface Pixel {

        Color at(int x, int y);
    }

    /**
     * A pattern of an image that does not change. With one that can be written, each shape that is filled with it would
     * wait for a change of it, and never be forgotten.
     */
    private static Paint pattern(int size, Pixel pixel) {
        int row = (BYTES_OF_A_PIXEL * size + 3) / 4 * 4;
        ByteBuffer bitmap = ByteBuffer.allocate(BITMAP_HEAD + row * size).order(ByteOrder.LITTLE_ENDIAN);
        bitmap.put((byte) 'B').put((byte) 'M').putInt(bitmap.capacity()).putInt(0).putInt(BITMAP_HEAD);
        bitmap.putInt(40).putInt(size).putInt(size).putShort((short) 1).putShort((short) (8 * BYTES_OF_A_PIXEL));
        for (int y = 0; y < size; y++) {
            // the lowest row comes first
            bitmap.position(BITMAP_HEAD + row * (size - 1 - y));
            for (int x = 0; x < size; x++) {
                Color color = pixel.at(x, y);
                bitmap.put(part(color.getBlue())).put(part(color.getGreen())).put(part(color.getRed()));
            }
        }
        return new ImagePattern(new Image(new ByteArrayInputStream(bitmap.array())), 0, 0, size, size, false);
    }

    private static byte part(double share) {
        return (byte) Math.round(share * 255);
    }
}

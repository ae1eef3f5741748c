package org.tokenlane.ui.kit;

import java.util.LinkedHashMap;
import java.util.Map;
import javafx.scene.text.Font;
import javafx.scene.text.Text;

/** How wide texts are on the screen, in one font; for what is painted instead of laid out. */
public final class TextWidths {

    private static final int MOST = 4_000;

    private final Font font;
    private final Text measured = new Text();
    private final Map<String, Double> known = new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Double> eldest) {
            return size() > MOST;
        }
    };

    public TextWidths(Font font) {
        this.font = font;
        measured.setFont(font);
    }

    public Font font() {
        return font;
    }

    public double of(String text) {
        return known.computeIfAbsent(text, key -> {
            measured.setText(key);
            return measured.getLayoutBounds().getWidth();
        });
    }

    /** The text on one line as far as it fits, with an ellipsis where it is cut; empty where nothing fits. */
    public String cut(String text, double room) {
        String line = Texts.oneLine(text);
        if (of(line) <= room) {
            return line;
        }
        int fits = 0;
        int from = 1;
        int to = line.length() - 1;
        while (from <= to) {
            int middle = from + to >>> 1;
            if (of(line.substring(0, middle) + "…") <= room) {
                fits = middle;
                from = middle + 1;
            } else {
                to = middle - 1;
            }
        }
        if (fits > 0 && Character.isHighSurrogate(line.charAt(fits - 1))) {
            fits--;
        }
        return fits == 0 ? "" : line.substring(0, fits) + "…";
    }
}

package org.tokenlane.ui.kit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;

/** Words and numbers as the window writes them. */
public final class Texts {

    private Texts() {
    }

    /** A field's name in words: {@code User object ID}. */
    public static String name(EventField field) {
        return field.text();
    }

    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** The beginning and the end of a long id. */
    public static String shortId(String id) {
        return id.length() <= 13 ? id : id.substring(0, 8) + "…" + id.substring(id.length() - 4);
    }

    /**
     * Text on one line, its control characters and directional overrides shown, so that what a log holds cannot
     * disguise itself.
     */
    public static String oneLine(String text) {
        return visible(text).replace('\n', ' ').replace('\t', ' ');
    }

    /** Text with its lines, its other control characters and directional overrides shown. */
    public static String visible(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.replace("\r\n", "\n").codePoints().forEach(point -> {
            boolean hides = Character.isISOControl(point) || point >= 0x202A && point <= 0x202E
                    || point >= 0x2066 && point <= 0x2069 || point == 0x200E
                    || point == 0x200F;
            if (hides && point != '\n' && point != '\t') {
                shown.append(point == '\r' ? "\n" : String.format(Locale.ROOT, "\\u%04X", point));
            } else {
                shown.appendCodePoint(point);
            }
        });
        return shown.toString();
    }

    /** The text, or an empty one for null. */
    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

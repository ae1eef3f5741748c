package org.tokenlane.ui.kit;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.text.Language;

/** Words and numbers as the window writes them. */
public final class Texts {

    private static final int LONG_WORD = 24;
    private static final String SEPARATORS = "/\\@.:;,?&=_";
    /** The line separator: a place to break lines that has no width and, unlike a zero-width space, is one for Java. */
    private static final char BREAK = '\u2028';
    private static final String PARTS = "@./\\:?&=";
    private static final char LEFT_TO_RIGHT = '\u200E';

    private Texts() {
    }

    /** A field's name in words: {@code User object ID}. */
    public static String name(EventField field) {
        return field.text();
    }

    /** With the thousands separators of the program's language, as in its sentences. */
    public static String number(long number) {
        return String.format(Language.current().locale(), "%,d", number);
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
        return inOrder(shown.toString());
    }

    /** Keeps the parts of an address with right-to-left letters in their order: {@code user@host} stays so. */
    private static String inOrder(String text) {
        if (text.indexOf('@') < 0 && text.indexOf('/') < 0 && text.indexOf('\\') < 0
                || text.chars().noneMatch(Texts::isRightToLeft)) {
            return text;
        }
        // without a mark at its beginning, a text takes the direction of its first letter
        StringBuilder shown = new StringBuilder(text.length() + 16).append(LEFT_TO_RIGHT);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (PARTS.indexOf(c) >= 0) {
                shown.append(LEFT_TO_RIGHT).append(c).append(LEFT_TO_RIGHT);
            } else {
                shown.append(c);
            }
        }
        return shown.toString();
    }

    private static boolean isRightToLeft(int c) {
        byte direction = Character.getDirectionality(c);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    /**
     * Text that may be broken at the parts of long words: behind the separators of addresses, paths and ids. What is
     * added cannot be seen.
     */
    public static String wrappable(String text) {
        StringBuilder shown = new StringBuilder(text.length() + 16);
        int word = 0;
        while (word < text.length()) {
            int end = word;
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            boolean isLong = end - word > LONG_WORD;
            for (int i = word; i < end; i++) {
                char c = text.charAt(i);
                boolean doubled = i + 1 < end && text.charAt(i + 1) == c;
                shown.append(c);
                if (isLong && i + 1 < end && !doubled && SEPARATORS.indexOf(c) >= 0) {
                    shown.append(BREAK);
                }
            }
            while (end < text.length() && Character.isWhitespace(text.charAt(end))) {
                shown.append(text.charAt(end++));
            }
            word = end;
        }
        return shown.toString();
    }

    /** The text, or an empty one for null. */
    public static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

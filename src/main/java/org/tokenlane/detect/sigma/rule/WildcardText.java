package org.tokenlane.detect.sigma.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text of a rule with its wildcards: {@code *} is any number of characters, {@code ?} is one. A backslash before a
 * wildcard or a backslash makes that a plain character; before anything else it is itself.
 */
public final class WildcardText {

    private static final int ANY = -1;
    private static final int ONE = -2;
    private static final int DASH = -3;
    private static final String DASHES = "-/\u2013\u2014\u2015";

    /** UTF-16 units, and the negative constants above. */
    private final int[] parts;
    /** Whether the units are bytes, as after {@code wide}. */
    private final boolean bytes;

    private WildcardText(int[] parts, boolean bytes) {
        this.parts = parts;
        this.bytes = bytes;
    }

    static WildcardText of(String written) {
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean escapes = c == '\\' && i + 1 < written.length() && "*?\\".indexOf(written.charAt(i + 1)) >= 0;
            parts.add(escapes ? written.charAt(++i) : c == '*' ? ANY : c == '?' ? ONE : c);
        }
        return new WildcardText(parts.stream().mapToInt(Integer::intValue).toArray(), false);
    }

    /** A text without wildcards. */
    public static WildcardText plain(String text) {
        return new WildcardText(text.chars().toArray(), false);
    }

    public WildcardText anythingBefore() {
        int[] longer = new int[parts.length + 1];
        longer[0] = ANY;
        System.arraycopy(parts, 0, longer, 1, parts.length);
        return new WildcardText(longer, bytes);
    }

    public WildcardText anythingAfter() {
        int[] longer = Arrays.copyOf(parts, parts.length + 1);
        longer[parts.length] = ANY;
        return new WildcardText(longer, bytes);
    }

    /** The mark of a command line's flag, a dash or slash before a word, in each of its spellings. */
    WildcardText withAnyDash() {
        int[] other = parts.clone();
        for (int i = 0; i + 1 < other.length; i++) {
            if (other[i] >= 0 && DASHES.indexOf(other[i]) >= 0 && isOfWord(other[i + 1])
                    && (i == 0 || !isOfWord(other[i - 1]))) {
                other[i] = DASH;
            }
        }
        return new WildcardText(other, bytes);
    }

    private static boolean isOfWord(int part) {
        return part >= 0 && (Character.isLetterOrDigit(part) || part == '_');
    }

    boolean hasWildcards() {
        return Arrays.stream(parts).anyMatch(part -> part < 0);
    }

    /** The text, which has no wildcards. */
    String plainText() {
        StringBuilder text = new StringBuilder();
        for (int part : parts) {
            text.append((char) part);
        }
        return text.toString();
    }

    boolean isBytes() {
        return bytes;
    }

    /** These bytes, a unit each. */
    static WildcardText ofBytes(byte[] raw) {
        int[] parts = new int[raw.length];
        for (int i = 0; i < raw.length; i++) {
            parts[i] = raw[i] & 0xff;
        }
        return new WildcardText(parts, true);
    }

    /** Tells whether the whole text is like this one. Stars alone need a text that is not empty. */
    public boolean matches(String text, boolean cased) {
        if (parts.length > 0 && Arrays.stream(parts).allMatch(part -> part == ANY)) {
            return !text.isEmpty();
        }
        int part = 0;
        int at = 0;
        int star = -1;
        int afterStar = 0;
        while (at < text.length()) {
            int width = part < parts.length ? width(parts[part], text, at, cased) : 0;
            if (width > 0) {
                part++;
                at += width;
            } else if (part < parts.length && parts[part] == ANY) {
                star = part++;
                afterStar = at;
            } else if (star >= 0) {
                part = star + 1;
                at = ++afterStar;
            } else {
                return false;
            }
        }
        while (part < parts.length && parts[part] == ANY) {
            part++;
        }
        return part == parts.length;
    }

    /** How many units of the text this part matches here, 0 for none. */
    private static int width(int part, String text, int at, boolean cased) {
        char c = text.charAt(at);
        return switch (part) {
        case ANY -> 0;
        case ONE -> Character.charCount(text.codePointAt(at));
        case DASH -> DASHES.indexOf(c) >= 0 ? 1 : 0;
        default -> c == part || !cased && folded(c) == folded((char) part) ? 1 : 0;
        };
    }

    private static char folded(char c) {
        return Character.toLowerCase(Character.toUpperCase(c));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof WildcardText text && Arrays.equals(parts, text.parts) && bytes == text.bytes;
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(parts);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int part : parts) {
            text.append(part == ANY ? '*' : part == ONE ? '?' : part == DASH ? '-' : (char) part);
        }
        return text.toString();
    }
}

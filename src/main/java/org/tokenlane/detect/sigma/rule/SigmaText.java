package org.tokenlane.detect.sigma.rule;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A text of a rule with its wildcards: {@code *} stands for any number of characters, {@code ?} for one, a backslash
 * takes a wildcard or a backslash as it is, and
 * before anything else it stands for itself.
 */
public final class SigmaText {

    private static final int ANY = -1;
    private static final int ONE = -2;
    private static final int DASH = -3;
    private static final String DASHES = "-/\u2013\u2014\u2015";

    /** UTF-16 units, and the negative constants above. */
    private final int[] parts;
    /** Whether the units stand for bytes, as after {@code wide}. */
    private final boolean bytes;

    private SigmaText(int[] parts, boolean bytes) {
        this.parts = parts;
        this.bytes = bytes;
    }

    static SigmaText of(String written) {
        List<Integer> parts = new ArrayList<>();
        for (int i = 0; i < written.length(); i++) {
            char c = written.charAt(i);
            boolean escapes = c == '\\' && i + 1 < written.length() && "*?\\".indexOf(written.charAt(i + 1)) >= 0;
            parts.add(escapes ? written.charAt(++i) : c == '*' ? ANY : c == '?' ? ONE : c);
        }
        return new SigmaText(parts.stream().mapToInt(Integer::intValue).toArray(), false);
    }

    /** A text without wildcards. */
    public static SigmaText plain(String text) {
        return new SigmaText(text.chars().toArray(), false);
    }

    public SigmaText anythingBefore() {
        int[] longer = new int[parts.length + 1];
        longer[0] = ANY;
        System.arraycopy(parts, 0, longer, 1, parts.length);
        return new SigmaText(longer, bytes);
    }

    public SigmaText anythingBehind() {
        int[] longer = Arrays.copyOf(parts, parts.length + 1);
        longer[parts.length] = ANY;
        return new SigmaText(longer, bytes);
    }

    /** The mark of a command line's flag, a dash or slash before a word, stands for each of its spellings. */
    SigmaText withAnyDash() {
        int[] other = parts.clone();
        for (int i = 0; i + 1 < other.length; i++) {
            if (other[i] >= 0 && DASHES.indexOf(other[i]) >= 0 && isOfWord(other[i + 1])
                    && (i == 0 || !isOfWord(other[i - 1]))) {
                other[i] = DASH;
            }
        }
        return new SigmaText(other, bytes);
    }

    private static boolean isOfWord(int part) {
        return part >= 0 && (Character.isLetterOrDigit(part) || part == '_');
    }

    boolean hasWildcards() {
        return Arrays.stream(parts).anyMatch(part -> part < 0);
    }

    /** Tells whether the text holds nothing, not even a wildcard. */
    boolean isEmpty() {
        return parts.length == 0;
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
    static SigmaText ofBytes(byte[] raw) {
        int[] parts = new int[raw.length];
        for (int i = 0; i < raw.length; i++) {
            parts[i] = raw[i] & 0xff;
        }
        return new SigmaText(parts, true);
    }

    /** Tells whether the whole of the text is as this says. Stars alone ask that there be something. */
    public boolean matches(String text, boolean cased) {
        if (parts.length > 0 && Arrays.stream(parts).allMatch(part -> part == ANY)) {
            return !text.isEmpty();
        }
        int part = 0;
        int at = 0;
        int star = -1;
        int behindStar = 0;
        while (at < text.length()) {
            int width = part < parts.length ? width(parts[part], text, at, cased) : 0;
            if (width > 0) {
                part++;
                at += width;
            } else if (part < parts.length && parts[part] == ANY) {
                star = part++;
                behindStar = at;
            } else if (star >= 0) {
                part = star + 1;
                at = ++behindStar;
            } else {
                return false;
            }
        }
        while (part < parts.length && parts[part] == ANY) {
            part++;
        }
        return part == parts.length;
    }

    /** How many units of the text this part takes here; 0 for none. */
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
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int part : parts) {
            text.append(part == ANY ? '*' : part == ONE ? '?' : part == DASH ? '-' : (char) part);
        }
        return text.toString();
    }
}

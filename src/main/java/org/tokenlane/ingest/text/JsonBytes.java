package org.tokenlane.ingest.text;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Finds where the parts of JSON begin and end in bytes, without reading their content. */
final class JsonBytes {

    private JsonBytes() {
    }

    /** What may stand between records: blanks, commas, brackets of lists and the bytes of a byte order mark. */
    static boolean isBetween(byte b) {
        return b <= ' ' && b > 0 || b == ',' || b == '[' || b == ']' || b == (byte) 0xef || b == (byte) 0xbb
                || b == (byte) 0xbf;
    }

    /** Behind the comment that begins here; the same place where none does, or where it may hold a record. */
    static int behindComment(byte[] bytes, int from, int limit) {
        boolean line = bytes[from] == '#' || isFence(bytes, from, limit)
                || bytes[from] == '/' && from + 1 < limit && bytes[from + 1] == '/';
        if (!line && !(bytes[from] == '/' && from + 1 < limit && bytes[from + 1] == '*')) {
            return from;
        }
        for (int i = from + 1; i < limit; i++) {
            if (bytes[i] == '{') {
                return from;
            }
            if (line ? bytes[i] == '\n' || bytes[i] == '\r' : bytes[i] == '/' && bytes[i - 1] == '*' && i > from + 2) {
                return i + 1;
            }
        }
        return limit;
    }

    /** Three of these marks stand before and behind what was copied from a ticket or a chat. */
    private static boolean isFence(byte[] bytes, int from, int limit) {
        return bytes[from] == '`' && from + 2 < limit && bytes[from + 1] == '`' && bytes[from + 2] == '`';
    }

    /** Tells whether the string that begins here holds an object: records that were put into texts. */
    static boolean holdsJson(byte[] bytes, int quote, int limit) {
        int i = quote + 1;
        while (i < limit && (bytes[i] == ' ' || bytes[i] == '\\' || bytes[i] == '"' && bytes[i - 1] == '\\')) {
            i++;
        }
        return i < limit && bytes[i] == '{';
    }

    /**
     * Gives the place of the string's closing quote, {@code limit} where there is none yet, or the complement of the
     * line break that damages it.
     */
    static int endOfString(byte[] bytes, int open, int limit) {
        for (int i = open + 1; i < limit; i++) {
            byte b = bytes[i];
            if (b == '\\') {
                i++;
            } else if (b == '"') {
                return i;
            } else if (b == '\n') {
                return -i - 1;
            }
        }
        return limit;
    }

    /** The letters of the name that stands between these quotes, in lower case. */
    static String letters(byte[] bytes, int open, int close) {
        return letters(new String(bytes, open + 1, close - open - 1, StandardCharsets.ISO_8859_1));
    }

    static String letters(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (Character.isLetter(name.charAt(i))) {
                letters.append(name.charAt(i));
            }
        }
        return letters.toString().toLowerCase(Locale.ROOT);
    }

    /** The place behind a value, {@code limit} where it is not whole yet, or -1 where it is damaged. */
    static int endOfValue(byte[] bytes, int from, int limit) {
        int depth = 0;
        for (int i = from; i < limit; i++) {
            switch (bytes[i]) {
            case '"' -> {
                i = endOfString(bytes, i, limit);
                if (i < 0) {
                    return -1;
                }
                if (depth == 0) {
                    return Math.min(i + 1, limit);
                }
            }
            case '{', '[' -> depth++;
            case '}', ']' -> {
                if (depth == 0) {
                    return i;
                }
                if (--depth == 0) {
                    return i + 1;
                }
            }
            case ',' -> {
                if (depth == 0) {
                    return i;
                }
            }
            default -> {
                // everything else is content
            }
            }
        }
        return limit;
    }

    /** The first place from here on that is no blank, or {@code limit}. */
    static int skipBlank(byte[] bytes, int from, int limit) {
        int i = from;
        while (i < limit && bytes[i] <= ' ' && bytes[i] >= 0) {
            i++;
        }
        return i;
    }
}

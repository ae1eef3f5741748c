package org.tokenlane.query;

/**
 * A text with wildcards: {@code *} is any text, {@code ?} one character. Filters look at each value of a column with
 * it, so it does without a regular expression.
 */
final class Wildcards {

    private final int[] pattern;
    private final boolean caseCounts;

    Wildcards(String pattern, boolean caseCounts) {
        this.caseCounts = caseCounts;
        this.pattern = pattern.codePoints().map(this::folded).toArray();
    }

    private int folded(int c) {
        if (caseCounts) {
            return c;
        }
        return c < 128 ? c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c : Character.toLowerCase(Character.toUpperCase(c));
    }

    private static int at(String text, int index) {
        char c = text.charAt(index);
        return Character.isHighSurrogate(c) ? text.codePointAt(index) : c;
    }

    /** Where the wanted character stands next, or the text's end; a wildcard stands everywhere. */
    private int next(String text, int from, int character) {
        int index = from;
        if (character != '*' && character != '?') {
            while (index < text.length()) {
                int c = at(text, index);
                if (folded(c) == character) {
                    return index;
                }
                index += Character.charCount(c);
            }
        }
        return index;
    }

    /** Tells whether the whole text fits. */
    boolean matches(String text) {
        int at = 0;
        int wanted = 0;
        int star = -1;
        int retry = 0;
        while (at < text.length()) {
            int c = at(text, at);
            if (wanted < pattern.length && pattern[wanted] == '*') {
                star = wanted++;
                if (wanted == pattern.length) {
                    return true;
                }
                retry = next(text, at, pattern[wanted]);
                at = retry;
            } else if (wanted < pattern.length && (pattern[wanted] == '?' || pattern[wanted] == folded(c))) {
                wanted++;
                at += Character.charCount(c);
            } else if (star >= 0) {
                // the last star takes one character more, and all that cannot follow it
                wanted = star + 1;
                retry = next(text, retry + Character.charCount(at(text, retry)), pattern[wanted]);
                at = retry;
            } else {
                return false;
            }
        }
        while (wanted < pattern.length && pattern[wanted] == '*') {
            wanted++;
        }
        return wanted == pattern.length;
    }
}

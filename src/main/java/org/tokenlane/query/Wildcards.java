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

    /** Tells whether the whole text fits. */
    boolean matches(String text) {
        int at = 0;
        int wanted = 0;
        int star = -1;
        int retry = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (wanted < pattern.length && pattern[wanted] == '*') {
                star = wanted++;
                retry = at;
            } else if (wanted < pattern.length && (pattern[wanted] == '?' || pattern[wanted] == folded(c))) {
                wanted++;
                at += Character.charCount(c);
            } else if (star >= 0) {
                // the last star takes one character more
                retry += Character.charCount(text.codePointAt(retry));
                at = retry;
                wanted = star + 1;
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

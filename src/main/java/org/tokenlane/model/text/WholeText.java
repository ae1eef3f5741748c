package org.tokenlane.model.text;

/** Texts without halves of surrogate pairs, which JSON can hold, but which are no letters and have no form in UTF-8. */
public final class WholeText {

    private static final int REPLACEMENT = 0xFFFD;

    private WholeText() {
    }

    /** The text, each half of a pair replaced by U+FFFD. */
    public static String of(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                StringBuilder whole = new StringBuilder();
                text.codePoints().forEach(point -> whole.appendCodePoint(isHalf(point) ? REPLACEMENT : point));
                return whole.toString();
            }
        }
        return text;
    }

    private static boolean isHalf(int point) {
        return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
    }
}

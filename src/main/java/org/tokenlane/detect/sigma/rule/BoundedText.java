package org.tokenlane.detect.sigma.rule;

import java.util.regex.Pattern;

/**
 * A text that is looked at only so often, so that an expression which multiplies its tries on a record made for that
 * comes to an end.
 */
final class BoundedText implements CharSequence {

    private static final int MOST_LOOKS = 20_000_000;

    /** What the views of one text share. */
    private static final class Looks {
        private int left = MOST_LOOKS;
    }

    private final CharSequence text;
    private final Looks looks;

    private BoundedText(CharSequence text, Looks looks) {
        this.text = text;
        this.looks = looks;
    }

    /**
     * Tells whether the expression finds something in the text.
     *
     * @throws SigmaException
     *             where that takes too many tries
     */
    static boolean finds(Pattern pattern, String text) {
        try {
            return pattern.matcher(new BoundedText(text, new Looks())).find();
        } catch (StackOverflowError tooDeep) {
            throw tooManyTries(pattern);
        } catch (TooManyLooks e) {
            throw tooManyTries(pattern);
        }
    }

    private static SigmaException tooManyTries(Pattern pattern) {
        return new SigmaException("The expression “" + pattern + "” takes too many tries on a record of this case.");
    }

    private static final class TooManyLooks extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    @Override
    public char charAt(int index) {
        if (--looks.left < 0) {
            throw new TooManyLooks();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), looks);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

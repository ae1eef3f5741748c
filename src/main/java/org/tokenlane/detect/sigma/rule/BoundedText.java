package org.tokenlane.detect.sigma.rule;

import java.util.regex.Pattern;

/**
 * A text that counts how often its characters are read, so that a regular expression with catastrophic backtracking
 * ends on a record that was made to provoke it.
 */
final class BoundedText implements CharSequence {

    private static final int MOST_READS = 20_000_000;

    /** What the views of one text share. */
    private static final class Reads {
        private int left = MOST_READS;
    }

    private static final class TooManyReads extends RuntimeException {

        private static final long serialVersionUID = 1L;
    }

    private final CharSequence text;
    private final Reads reads;

    private BoundedText(CharSequence text, Reads reads) {
        this.text = text;
        this.reads = reads;
    }

    /**
     * Tells whether the expression is found in the text.
     *
     * @throws SigmaException
     *             where that takes too long
     */
    static boolean finds(Pattern pattern, String text) {
        try {
            return pattern.matcher(new BoundedText(text, new Reads())).find();
        } catch (StackOverflowError | TooManyReads tooDeep) {
            throw new SigmaException(SigmaRuleText.EXPRESSION_TOO_SLOW.with(pattern.toString()));
        }
    }

    @Override
    public char charAt(int index) {
        if (--reads.left < 0) {
            throw new TooManyReads();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return new BoundedText(text.subSequence(start, end), reads);
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

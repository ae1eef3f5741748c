package org.tokenlane.ui.events;

import java.io.Writer;

/**
 * Collects text up to a number of characters and then stops, so that a million rows are not made before they turn out
 * to
 * be too many.
 */
final class LimitedText extends Writer {

    /** There is more than fits. */
    static final class Full extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Full() {
            super("full", null, false, false);
        }
    }

    private final StringBuilder text = new StringBuilder();
    private final int most;

    LimitedText(int most) {
        this.most = most;
    }

    @Override
    public void write(char[] letters, int from, int count) {
        if (text.length() + count > most) {
            throw new Full();
        }
        text.append(letters, from, count);
    }

    @Override
    public void flush() {
        // nothing is held back
    }

    @Override
    public void close() {
        // nothing is held
    }

    @Override
    public String toString() {
        return text.toString();
    }
}

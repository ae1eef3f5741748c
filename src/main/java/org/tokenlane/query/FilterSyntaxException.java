package org.tokenlane.query;

/** A filter that cannot be read; the message says what is wrong and what would be right, the span where it stands. */
public final class FilterSyntaxException extends Exception {

    private final int start;
    private final int end;

    FilterSyntaxException(String message, int start, int end) {
        super(message);
        this.start = start;
        this.end = end;
    }

    /** Where the mistake begins in the text, counted from 0. */
    public int start() {
        return start;
    }

    /** Where the mistake ends; exclusive. */
    public int end() {
        return end;
    }
}

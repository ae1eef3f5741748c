package org.tokenlane.query;

import org.tokenlane.model.text.ShownException;
import org.tokenlane.model.text.Text;

/** A filter that cannot be read: what is wrong, what would be right, and where in its text. */
public final class FilterSyntaxException extends ShownException {

    private static final long serialVersionUID = 1;

    private final int start;
    private final int end;

    FilterSyntaxException(Text message, int start, int end) {
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

package org.tokenlane.model.text;

import org.jspecify.annotations.Nullable;

/**
 * A failure whose message is written for the person at the keyboard: what happened, to what, what was kept, what to do.
 */
public abstract class ShownException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Text shown;

    protected ShownException(Text shown) {
        this(shown, null);
    }

    protected ShownException(Text shown, @Nullable Throwable cause) {
        super(shown.toString(), cause);
        this.shown = shown;
    }

    /** What happened, for the person. */
    public Text shown() {
        return shown;
    }
}

package org.tokenlane.store;

import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.ShownException;
import org.tokenlane.model.text.Text;

/** Something about a case file that a person has to know: what happened, and what to do. */
public final class CaseFileException extends ShownException {

    private static final long serialVersionUID = 1;

    public CaseFileException(Text message) {
        super(message);
    }

    /** Tells whether the case was not opened because its password is another one. */
    public boolean isWrongPassword() {
        return shown().key() == StoreText.WRONG_PASSWORD;
    }

    /** Tells whether the case was not opened because another program has it open. */
    public boolean isInUse() {
        return shown().key() == StoreText.IN_USE || shown().key() == StoreText.IN_USE_BY
                || shown().key() == StoreText.IN_USE_BY_SOMEWHERE;
    }

    public CaseFileException(Text message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

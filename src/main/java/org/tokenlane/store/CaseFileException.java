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

    public CaseFileException(Text message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

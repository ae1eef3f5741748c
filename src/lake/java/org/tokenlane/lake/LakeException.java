package org.tokenlane.lake;

import org.tokenlane.model.text.ShownException;
import org.tokenlane.model.text.Text;

/** A failure that is explained to the person who runs a command. */
final class LakeException extends ShownException {

    private static final long serialVersionUID = 1;

    LakeException(Text shown) {
        super(shown);
    }

    LakeException(Text shown, Throwable cause) {
        super(shown, cause);
    }
}

package org.tokenlane.extract.marks;

import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.ShownException;
import org.tokenlane.model.text.Text;

/** A file of marks cannot be merged; nothing of it was. */
public final class MarksFileException extends ShownException {

    private static final long serialVersionUID = 1;

    MarksFileException(Text shown) {
        super(shown);
    }

    MarksFileException(Text shown, @Nullable Throwable cause) {
        super(shown, cause);
    }
}

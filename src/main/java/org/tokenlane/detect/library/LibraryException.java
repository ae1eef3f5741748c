package org.tokenlane.detect.library;

import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.ShownException;
import org.tokenlane.model.text.Text;

/** A library that cannot be read or written. */
public final class LibraryException extends ShownException {

    private static final long serialVersionUID = 1;

    LibraryException(Text shown, @Nullable Throwable cause) {
        super(shown, cause);
    }
}

package org.tokenlane.enrich;

import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.ShownException;
import org.tokenlane.model.text.Text;

/** A file of network data cannot be used; the message is for the analyst. */
public final class NetworkFileException extends ShownException {

    private static final long serialVersionUID = 1L;

    NetworkFileException(Text message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

package org.tokenlane.cli;

import java.io.IOException;

/** Whoever read the output has closed it, as {@code | head} does: no failure, but no reason to go on either. */
final class ReaderGoneException extends RuntimeException {

    private static final long serialVersionUID = 1;

    ReaderGoneException(IOException cause) {
        super(cause);
    }
}

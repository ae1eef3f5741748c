package org.tokenlane.store;

/**
 * Something about the case file that a person has to know: what happened, and what to do. The message is one sentence
 * fit for a terminal or a dialog.
 */
public final class CaseFileException extends RuntimeException {

    public CaseFileException(String message) {
        super(message);
    }

    public CaseFileException(String message, Throwable cause) {
        super(message, cause);
    }
}

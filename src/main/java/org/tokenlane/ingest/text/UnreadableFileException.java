package org.tokenlane.ingest.text;

/**
 * A file that cannot be read as evidence; the message says in one clause what it is and, where there is something to
 * do, what.
 */
public class UnreadableFileException extends Exception {

    public UnreadableFileException(String message) {
        super(message);
    }

    public UnreadableFileException(String message, Throwable cause) {
        super(message, cause);
    }
}

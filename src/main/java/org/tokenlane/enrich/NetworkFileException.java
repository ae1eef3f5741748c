package org.tokenlane.enrich;

/** A file of network data cannot be used; the message is a sentence for the analyst. */
public final class NetworkFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    NetworkFileException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}

package org.tokenlane.ingest.text;

import org.tokenlane.model.text.Text;

/** A file that cannot be read as evidence; the text says what it is and, where there is something to do, what. */
public class UnreadableFileException extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Text reason;

    public UnreadableFileException(Text reason) {
        super(reason.toString());
        this.reason = reason;
    }

    /** Why the file cannot be read, for the person. */
    public Text reason() {
        return reason;
    }
}

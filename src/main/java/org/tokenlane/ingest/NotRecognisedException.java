package org.tokenlane.ingest;

import java.util.List;
import org.tokenlane.ingest.text.UnreadableFileException;
import org.tokenlane.model.text.Text;

/** A file that is text but no export that is known; it says which known one it comes nearest to. */
public final class NotRecognisedException extends UnreadableFileException {

    private static final long serialVersionUID = 1L;

    private final transient List<String> columns;
    private final transient List<String> missing;

    NotRecognisedException(Text reason, List<String> columns, List<String> missing) {
        super(reason);
        this.columns = List.copyOf(columns);
        this.missing = List.copyOf(missing);
    }

    /** The columns of a table; none for JSON. */
    public List<String> columns() {
        return columns;
    }

    /** The columns that the nearest known export has beside. */
    public List<String> missing() {
        return missing;
    }
}

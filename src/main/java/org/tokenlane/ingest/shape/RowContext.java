package org.tokenlane.ingest.shape;

import java.util.Locale;
import org.tokenlane.ingest.text.TimeReader;
import org.tokenlane.ingest.text.Value;

/**
 * What an importer may know beside the record itself.
 *
 * @param fileName
 *            the file's name without its folder, lower-cased; only ever a hint where the content cannot tell
 * @param times
 *            reads the file's times
 * @param carrier
 *            what another tool put around the record, or a missing value
 */
public record RowContext(String fileName, TimeReader times, Value carrier) {

    public RowContext {
        fileName = fileName.toLowerCase(Locale.ROOT);
    }

    public RowContext(String fileName, TimeReader times) {
        this(fileName, times, Value.MISSING);
    }

    /** The context of a record inside of this carrier. */
    public RowContext inside(Value outer) {
        return new RowContext(fileName, times, outer);
    }
}

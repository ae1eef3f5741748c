package org.tokenlane.ingest.shape;

import java.util.Locale;
import org.tokenlane.ingest.text.TimeReader;

/**
 * What an importer may know beside the record itself.
 *
 * @param fileName
 *            the file's name without its folder, lower-cased; only ever a hint where the content cannot tell
 * @param times
 *            reads the file's times
 */
public record RowContext(String fileName, TimeReader times) {

    public RowContext {
        fileName = fileName.toLowerCase(Locale.ROOT);
    }
}

package org.tokenlane.ingest.files;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * One file to import, on disk or in an archive; it can be opened several times and is never changed.
 *
 * @param path
 *            what it is called for people: the path, for a member of an archive {@code archive.zip!/folder/file.csv}
 * @param name
 *            its own name without folder
 * @param bytes
 *            the size of its content, or -1 where that is not known before it is read
 * @param archiveSha256
 *            the hash of the archive that it comes from, or null
 */
public record EvidenceFile(String path, String name, long bytes, @Nullable String archiveSha256, Content content) {

    /** Gives the content from its beginning. */
    public interface Content {

        InputStream open() throws IOException;
    }
}

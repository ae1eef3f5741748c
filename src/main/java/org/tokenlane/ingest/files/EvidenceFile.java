package org.tokenlane.ingest.files;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;

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
 *            the hash of the archive that it comes from, or of the file whose rows it is made from; else null
 * @param madeFrom
 *            the kind of file whose rows its content is made from; null where the content is that of a file
 * @param modified
 *            when it was changed last, as the file system or archive keeps it; null where that is not known to the zone
 */
public record EvidenceFile(String path, String name, long bytes, @Nullable String archiveSha256, Content content,
        @Nullable Text madeFrom, @Nullable Instant modified) {

    public EvidenceFile(String path, String name, long bytes, @Nullable String archiveSha256, Content content,
            @Nullable Text madeFrom) {
        this(path, name, bytes, archiveSha256, content, madeFrom, null);
    }

    public EvidenceFile(String path, String name, long bytes, @Nullable String archiveSha256, Content content) {
        this(path, name, bytes, archiveSha256, content, null, null);
    }

    /** The same file, changed last at this time. */
    EvidenceFile modifiedAt(@Nullable Instant time) {
        return new EvidenceFile(path, name, bytes, archiveSha256, content, madeFrom, time);
    }

    /** Gives the content from its beginning. */
    public interface Content {

        InputStream open() throws IOException;
    }
}

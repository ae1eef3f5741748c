package org.tokenlane.lake;

import java.io.Serializable;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.jspecify.annotations.Nullable;

/**
 * A file in the source file system.
 *
 * @param path
 *            with its file system, such as {@code abfss://logs@account.dfs.core.windows.net/signins/PT1H.json}
 * @param modified
 *            its last change, in milliseconds since 1970
 * @param etag
 *            what the file system names this content of the file by; null where it gives no such name
 */
public record LakeFile(String path, long bytes, long modified, @Nullable String etag) implements Serializable {

    static LakeFile of(FileStatus status) {
        String etag = status instanceof EtagSource source ? source.getEtag() : null;
        return new LakeFile(status.getPath().toString(), status.isFile() ? status.getLen() : 0,
                status.getModificationTime(), etag == null || etag.isEmpty() ? null : etag);
    }

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Tells whether the file is as it was, by its ETag where both times there was one, else by its time of change. */
    boolean isAs(LakeFile before) {
        return path.equals(before.path) && bytes == before.bytes
                && (etag == null || before.etag == null ? modified == before.modified : etag.equals(before.etag));
    }
}

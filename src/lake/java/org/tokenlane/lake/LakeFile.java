package org.tokenlane.lake;

import java.io.Serializable;

/**
 * A file in the source file system.
 *
 * @param path
 *            with its file system, such as {@code abfss://logs@account.dfs.core.windows.net/signins/PT1H.json}
 * @param modified
 *            its last change, in milliseconds since 1970
 */
public record LakeFile(String path, long bytes, long modified) implements Serializable {

    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }
}

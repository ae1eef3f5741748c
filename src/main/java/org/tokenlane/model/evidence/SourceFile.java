package org.tokenlane.model.evidence;

import org.jspecify.annotations.Nullable;

/**
 * The content of a file, and where it was read from.
 *
 * @param path
 *            a file inside an archive is {@code archive.zip!/folder/file.csv}
 * @param archiveSha256
 *            the archive's hash, or null where it came from none
 * @param bytes
 *            the size of its content in bytes
 * @param sha256
 *            the hash of its content, lower-case hexadecimal
 */
public record SourceFile(String path, @Nullable String archiveSha256, long bytes, String sha256) {
}

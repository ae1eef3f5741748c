package org.tokenlane.model.evidence;

import java.time.Instant;
import org.tokenlane.model.text.Count;

/**
 * The file that an extract's records stand in, as the case had it from which they were taken. The line of such a record
 * is its line in that file.
 *
 * @param caseName
 *            the case or the data lake from which they were taken; empty where that is not to be known
 * @param bytes
 *            the file's size
 * @param sha256
 *            the hash of the file's content, lower-case hexadecimal; empty where it was never read in one go
 * @param records
 *            how many records it holds
 * @param importedAt
 *            when it came into that case, UTC
 * @param replaced
 *            what kinds of values were replaced by pseudonyms, in words; empty where the records are as they were, byte
 *            for byte
 */
public record Origin(String caseName, long bytes, String sha256, long records, Instant importedAt, String importedBy,
        String replaced) {

    /** The origin in words. */
    public String words() {
        String count = Count.RECORDS.of(records);
        String from;
        if (caseName.isEmpty()) {
            from = sha256.isEmpty() ? OriginText.FILE_IN_PARTS.text(count, bytes)
                    : OriginText.FROM_FILE.text(count, bytes, sha256);
        } else {
            from = sha256.isEmpty() ? OriginText.IN_PARTS.text(caseName, count, bytes)
                    : OriginText.FROM_CASE.text(caseName, count, bytes, sha256);
        }
        return replaced.isEmpty() ? from : OriginText.REPLACED.text(from, replaced);
    }
}

package org.tokenlane.model.evidence;

import java.time.Instant;
import java.util.Map;

/**
 * An imported file, and its account: records = stored + duplicates + rejected.
 *
 * @param path
 *            where it was read from; a file inside an archive is {@code archive.zip!/folder/file.csv}
 * @param archiveSha256
 *            the archive's hash, or null where it came from none
 * @param bytes
 *            the size of its content in bytes
 * @param sha256
 *            the hash of its content, lower-case hexadecimal
 * @param shapes
 *            the ids of the export shapes its records had, the most frequent first, joined by {@code +}
 * @param form
 *            how it is written: table or JSON, encoding, delimiter
 * @param dateOrder
 *            how dates with slashes were read, in words; empty where there were none
 * @param undated
 *            how many of the stored events have no time
 * @param columnNames
 *            for columns of another name or language what they stand for, by the file's name of them
 * @param firstEvent
 *            the time of the first event in it, or null
 * @param lastEvent
 *            the time of the last event in it, or null
 * @param origin
 *            of an extract, where it was taken from; null for a file as it was exported
 */
public record Evidence(int id, String path, String archiveSha256, long bytes, String sha256, String shapes, String form,
        String dateOrder,
        Map<String, String> columnNames, long records, long stored,
        long duplicates, long rejected, long undated, Instant firstEvent, Instant lastEvent, Instant importedAt,
        String importedBy, String importedWith,
        Origin origin) {

    /** The hash of the file as it was exported: for an extract that of the file from which its records were taken. */
    public String exportedSha256() {
        return origin == null ? sha256 : origin.sha256();
    }

    /** How many records the file had as it was exported. */
    public long exportedRecords() {
        return origin == null ? records : origin.records();
    }
}

package org.tokenlane.model.evidence;

import java.nio.charset.Charset;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.time.DateReading;
import org.tokenlane.model.time.TimeSpan;

/**
 * An imported file, and the account of its records.
 *
 * @param shapes
 *            the ids of the export shapes its records had, the most frequent first, joined by {@code +}
 * @param form
 *            how it is written, in words: table or JSON, encoding, delimiter
 * @param charset
 *            its encoding
 * @param dates
 *            how dates with slashes were read; null where there were none that could be read in two ways
 * @param columnNames
 *            for columns of another name or language what they stand for, by the file's name of them
 * @param span
 *            from its first event to its last
 * @param origin
 *            of an extract, where it was taken from; null for a file as it was exported
 */
public record Evidence(int id, SourceFile file, String shapes, String form, Charset charset,
        @Nullable DateReading dates,
        Map<String, String> columnNames, RecordCounts counts, TimeSpan span, ImportStamp imported,
        @Nullable Origin origin) {

    public String path() {
        return file.path();
    }

    public @Nullable String archiveSha256() {
        return file.archiveSha256();
    }

    public long bytes() {
        return file.bytes();
    }

    public String sha256() {
        return file.sha256();
    }

    public long records() {
        return counts.records();
    }

    public long stored() {
        return counts.stored();
    }

    public long duplicates() {
        return counts.duplicates();
    }

    public long rejected() {
        return counts.rejected();
    }

    public long undated() {
        return counts.undated();
    }

    /** The time of its first event, or null. */
    public @Nullable Instant firstEvent() {
        return span.first();
    }

    /** The time of its last event, or null. */
    public @Nullable Instant lastEvent() {
        return span.last();
    }

    public Instant importedAt() {
        return imported.at();
    }

    public String importedBy() {
        return imported.by();
    }

    public String importedWith() {
        return imported.with();
    }

    /** How dates with slashes were read, in words; empty where there were none that could be read in two ways. */
    public String dateWords() {
        return dates == null ? "" : dates.words();
    }

    /** Tells whether the order of day and month is an assumption, so that times may be wrong. */
    public boolean hasAssumedDates() {
        return dates != null && dates.isAssumed();
    }

    /** The hash of the file as it was exported: for an extract that of the file from which its records were taken. */
    public String exportedSha256() {
        return origin == null ? sha256() : origin.sha256();
    }

    /** How many records the file had as it was exported. */
    public long exportedRecords() {
        return origin == null ? records() : origin.records();
    }
}

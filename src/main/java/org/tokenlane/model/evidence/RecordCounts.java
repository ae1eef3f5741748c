package org.tokenlane.model.evidence;

/**
 * The account of a file's records: records = stored + duplicates + rejected.
 *
 * @param stored
 *            how many records were the first of their event
 * @param undated
 *            how many of the stored events have no time
 */
public record RecordCounts(long records, long stored, long duplicates, long rejected, long undated) {

    /** The account of records that were all read. */
    public static RecordCounts of(long stored, long duplicates, long rejected, long undated) {
        return new RecordCounts(stored + duplicates + rejected, stored, duplicates, rejected, undated);
    }
}

package org.tokenlane.lake;

import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.tables.ParquetRows;

/**
 * What was seen at a file's beginning.
 *
 * @param refused
 *            why nothing of it is read; null where it is an export that is known
 * @param shapes
 *            the ids of the shapes of its first records, joined by {@code +}
 * @param form
 *            how it is written, in words
 * @param charset
 *            its encoding
 * @param dateOrder
 *            how dates with slashes are read, by its code; null where none could be read in two ways
 * @param dateBasis
 *            why, by its code
 * @param division
 *            how it can be read in parts
 * @param isTable
 *            whether the names of its columns stand before its records
 * @param head
 *            what stands before its first record: a byte order mark, the header of a table
 * @param columns
 *            columns that all rows of a Parquet file have besides those in it
 * @param groups
 *            the groups of a Parquet file's rows
 * @param earlier
 *            how far it was read before, or null
 * @param from
 *            where reading begins, as what is before is in the lake already
 * @param fromLine
 *            the line there
 * @param edges
 *            the hash of its first and last bytes, if it is a file of lines
 */
public record FilePlan(int order, LakeFile file, @Nullable String refused, String shapes, String form, String charset,
        @Nullable String dateOrder, @Nullable String dateBasis, Division division, boolean isTable, byte[] head,
        Map<String, String> columns, List<ParquetRows.Group> groups, @Nullable EarlierReading earlier, long from,
        long fromLine, @Nullable String edges) implements Serializable {

    /** A file that was not looked at yet. */
    static FilePlan of(int order, FoundFile found, @Nullable EarlierReading earlier) {
        return new FilePlan(order, found.file(), null, "", "", "", null, null, Division.WHOLE, false, new byte[0],
                found.columns(), List.of(), earlier, 0, 1, null);
    }

    static FilePlan refused(int order, LakeFile file, @Nullable String reason) {
        return new FilePlan(order, file, reason, "", "", "", null, null, Division.WHOLE, false, new byte[0], Map.of(),
                List.of(), null, 0, 1, null);
    }
}

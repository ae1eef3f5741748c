package org.tokenlane.lake;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

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
 * @param lines
 *            whether each record is a line of its own, so that the file can be read in parts
 * @param isTable
 *            whether the names of its columns stand before its records
 * @param head
 *            what stands before its first record: a byte order mark, the header of a table
 */
public record FilePlan(int order, LakeFile file, @Nullable String refused, String shapes, String form, String charset,
        @Nullable String dateOrder, @Nullable String dateBasis, boolean lines, boolean isTable,
        byte[] head) implements Serializable {

    /** A file that was not looked at yet. */
    static FilePlan of(int order, LakeFile file) {
        return refused(order, file, null);
    }

    static FilePlan refused(int order, LakeFile file, @Nullable String reason) {
        return new FilePlan(order, file, reason, "", "", "", null, null, false, false, new byte[0]);
    }
}

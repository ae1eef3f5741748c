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
 */
public record FilePlan(int order, LakeFile file, @Nullable String refused, String shapes, String form, String charset,
        @Nullable String dateOrder, @Nullable String dateBasis, boolean lines) implements Serializable {

    static FilePlan refused(int order, LakeFile file, String reason) {
        return new FilePlan(order, file, reason, "", "", "", null, null, false);
    }
}

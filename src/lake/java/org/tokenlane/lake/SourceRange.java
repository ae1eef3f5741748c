package org.tokenlane.lake;

import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file that is read in one go.
 *
 * @param order
 *            the place of the file among those that are indexed together
 * @param from
 *            where it begins to be looked for; the first record at or behind it is the first of the part
 * @param to
 *            behind it no record of the part begins
 * @param firstLine
 *            the line of the file on which the part begins
 * @param dateOrder
 *            how dates with slashes are read, by its code, or null
 * @param dateBasis
 *            why, by its code, or null
 */
public record SourceRange(int order, LakeFile file, long from, long to, long firstLine, @Nullable String dateOrder,
        @Nullable String dateBasis) implements Serializable {

    /** Tells whether the part is the whole file. */
    boolean isWhole() {
        return from == 0 && to >= file.bytes();
    }

    SourceRange onLine(long line) {
        return new SourceRange(order, file, from, to, line, dateOrder, dateBasis);
    }
}

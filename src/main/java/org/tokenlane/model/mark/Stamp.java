package org.tokenlane.model.mark;

import java.time.Instant;

/**
 * Who made a mark when.
 *
 * @param id
 *            the mark's number in its case, 0 before it is kept
 * @param at
 *            UTC; 1970 before it is kept
 */
public record Stamp(int id, String author, Instant at) {

    /** Of a mark that is not kept yet. */
    public static final Stamp NONE = new Stamp(0, "", Instant.EPOCH);
}

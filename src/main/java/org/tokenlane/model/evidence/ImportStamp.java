package org.tokenlane.model.evidence;

import java.time.Instant;

/**
 * Who imported a file when.
 *
 * @param at
 *            UTC
 * @param with
 *            the program and its version
 */
public record ImportStamp(Instant at, String by, String with) {
}

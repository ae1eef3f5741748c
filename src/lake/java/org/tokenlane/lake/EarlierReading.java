package org.tokenlane.lake;

import java.io.Serializable;

/**
 * How far a file of lines was read that may have grown since.
 *
 * @param bytes
 *            how long it was
 * @param endLine
 *            the line on which it ended
 * @param edges
 *            the hash of its first and last bytes, by which it is known again
 */
public record EarlierReading(long bytes, long endLine, String edges) implements Serializable {
}

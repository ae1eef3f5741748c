package org.tokenlane.model.evidence;

/**
 * Where a record stands, to the byte.
 *
 * @param evidence
 *            the evidence file's number in the case
 * @param block
 *            the file's block
 * @param offset
 *            the first byte in the block
 * @param length
 *            the number of bytes
 * @param line
 *            the line of the file, counted from 1, on which the record begins
 */
public record RawPlace(int evidence, int block, int offset, int length, int line) {
}

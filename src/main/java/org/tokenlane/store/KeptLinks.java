package org.tokenlane.store;

/**
 * The links as the last import left them, by row: the row that its event had first in the order of fields, the codes of
 * its token, session and UPN (0 is none) and the
 * code of the rule. Rows that were imported later are not in it.
 */
public record KeptLinks(int[] firstRows, int[] tokens, int[] sessions, int[] upns, int[] rules) {

    /** How many of the case's rows were linked. */
    public int rows() {
        return firstRows.length;
    }
}

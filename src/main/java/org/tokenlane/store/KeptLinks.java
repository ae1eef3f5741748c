package org.tokenlane.store;

import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.session.LinkRule;

/**
 * The links as the last import left them, by row: the row that its event had first in the order of fields, the codes of
 * its token, session and UPN (0 is none) and the
 * code of the rule. Rows that were imported later are not in it.
 */
public record KeptLinks(IntColumn firstRows, IntColumn tokens, IntColumn sessions, IntColumn upns, IntColumn rules) {

    /** No links, of so many rows. */
    public static KeptLinks none(int rows) {
        return new KeptLinks(new IntColumn(rows), new IntColumn(rows), new IntColumn(rows), new IntColumn(rows),
                new IntColumn(rows));
    }

    /** How many of the case's rows were linked. */
    public int rows() {
        return firstRows.size();
    }

    /**
     * Checks that all links lead somewhere.
     *
     * @param tokenCodes
     *            how many codes tokens have, 0 among them
     * @throws CaseFileException
     *             when one does not
     */
    public void check(int tokenCodes, int sessionCodes, int upnCodes) {
        if (!isWithin(firstRows, rows()) || !isWithin(tokens, tokenCodes) || !isWithin(sessions, sessionCodes)
                || !isWithin(upns, upnCodes) || !isWithin(rules, LinkRule.values().length)) {
            throw new CaseFileException(StoreText.LINKS_UNREADABLE.with());
        }
    }

    private boolean isWithin(IntColumn column, int end) {
        return column.size() == rows() && column.isWithin(0, end);
    }
}

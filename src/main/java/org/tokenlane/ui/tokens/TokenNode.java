package org.tokenlane.ui.tokens;

import org.tokenlane.model.mark.Verdict;

/**
 * A line of the token tree.
 *
 * @param text
 *            what it is
 * @param detail
 *            a second line, or empty
 * @param count
 *            its operations, -1 where counting makes no sense
 * @param uti
 *            the token, or null above and beside tokens
 * @param operation
 *            the operation's name, or null above operations
 * @param icon
 *            the name of its icon
 * @param verdict
 *            the worst that the analyst said of what it stands for, or null
 */
record TokenNode(String text, String detail, int count, String uti, String operation, String icon, Verdict verdict) {
}

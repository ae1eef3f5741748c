package org.tokenlane.report.document;

import java.util.List;

/**
 * A list that is too long to stand in a printed report's text and stands on pages of its own at its end.
 *
 * @param title
 *            what it lists
 * @param note
 *            what is to be said of all lines; may be empty
 * @param widths
 *            of the columns, in parts of the whole
 */
public record LongList(String title, String note, List<String> header, float[] widths, List<String[]> rows) {
}

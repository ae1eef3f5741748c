package org.tokenlane.report.document;

/**
 * A list that is too long for the text of a printed report and is printed on pages of its own at its end.
 *
 * @param title
 *            what it lists
 * @param note
 *            what applies to all rows; may be empty
 */
public record LongList(String title, String note, ReportTable table) {
}

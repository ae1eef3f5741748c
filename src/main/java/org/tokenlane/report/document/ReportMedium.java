package org.tokenlane.report.document;

/** What a report is laid out for. */
enum ReportMedium {
    /** With page rules, contents and bookmarks; long lists are printed behind the text. */
    PAPER,
    /** One page with its facts. */
    BROWSER,
    /** A document to edit, which has no facts. */
    DOCUMENT
}

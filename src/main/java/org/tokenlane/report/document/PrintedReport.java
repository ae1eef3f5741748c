package org.tokenlane.report.document;

import java.util.List;

/**
 * A report for paper.
 *
 * @param html
 *            to be laid out; its timelines are {@code object} elements of the type {@code timeline} whose {@code data}
 *            counts the session parts
 * @param lists
 *            what comes behind it on pages of its own
 * @param facts
 *            to be attached
 */
public record PrintedReport(String html, List<LongList> lists, ReportFacts facts) {

    public PrintedReport {
        lists = List.copyOf(lists);
    }
}

package org.tokenlane.report.document;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;

/**
 * What a report is to hold.
 *
 * @param sessions
 *            ids of the sessions that are told at length; empty for those with a finding of high or medium severity
 * @param analyst
 *            who made it, or empty
 * @param organisation
 *            for whom or by whom, or empty
 * @param logo
 *            the picture on the title page, or null
 * @param sections
 *            which parts it has, in this order
 * @param mostEvents
 *            how many events of a session, and lines of a list of what was got at, are listed; of more, the rest is
 *            summed up in a sentence
 * @param madeAt
 *            the only thing in a report that is not of the case
 */
public record ReportOptions(List<String> sessions, String analyst, String organisation, ReportLogo logo,
        List<Section> sections, int mostEvents, Instant madeAt) {

    /** The parts of a report, in their usual order. */
    public enum Section {
        SUMMARY("Summary"),
        FINDINGS("Findings"),
        SESSIONS("Sessions"),
        EXPOSURE("What was got at"),
        MARKS("The analyst's verdicts and notes"),
        METHOD("Method and limits"),
        EVIDENCE("Evidence"),
        ACTIONS("Action log"),
        GLOSSARY("Glossary");

        private final String title;

        Section(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    public ReportOptions {
        sessions = List.copyOf(sessions);
        sections = List.copyOf(new LinkedHashSet<>(sections));
    }
}

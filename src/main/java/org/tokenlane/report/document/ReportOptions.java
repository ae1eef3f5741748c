package org.tokenlane.report.document;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * What a report is to hold.
 *
 * @param sessions
 *            ids of the sessions that are told at length; empty for those with a finding of high or medium severity
 * @param analyst
 *            who made it, or empty
 * @param organisation
 *            for whom or by whom, or empty
 * @param sections
 *            which parts it has
 * @param mostEvents
 *            how many events of a session are listed; of more, the rest is summed up in a sentence
 * @param madeAt
 *            the only thing in a report that is not of the case
 */
public record ReportOptions(List<String> sessions, String analyst, String organisation, Set<Section> sections, int mostEvents, Instant madeAt) {

    /** The parts of a report, in their order. */
    public enum Section {
        SUMMARY("Summary"),
        FINDINGS("Findings"),
        SESSIONS("Sessions"),
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
        sections = Set.copyOf(sections);
    }
}

package org.tokenlane.report.document;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.TextKey;

/**
 * What a report contains.
 *
 * @param sessions
 *            IDs of the sessions that are described in detail; empty for those with a finding of high or medium
 *            severity
 * @param analyst
 *            who made it, or empty
 * @param organisation
 *            for whom or by whom, or empty
 * @param logo
 *            the picture on the title page, or null
 * @param sections
 *            which parts it has, in this order
 * @param mostEvents
 *            how many events of a session, and rows of a list of accessed data, are listed; a sentence gives the
 *            number of the others
 * @param madeAt
 *            the only thing in a report that is not of the case; what the audit trail has after it is
 *            not listed
 * @param introduction
 *            the analyst's own paragraph on the first page, or empty
 */
public record ReportOptions(List<String> sessions, String analyst, String organisation, @Nullable ReportLogo logo,
        List<Section> sections, int mostEvents, Instant madeAt, String introduction) {

    /** The parts of a report, in their usual order. */
    public enum Section implements TextKey {
        SUMMARY,
        STORY,
        MEASURES,
        NOTIFICATION,
        FINDINGS,
        SESSIONS,
        EXPOSURE,
        MARKS,
        METHOD,
        EVIDENCE,
        ACTIONS,
        COMMANDS,
        /** Each finding by itself. */
        DETAILS,
        CITED,
        GLOSSARY;

        public String title() {
            return text();
        }
    }

    /** Without a paragraph of the analyst. */
    public ReportOptions(List<String> sessions, String analyst, String organisation, @Nullable ReportLogo logo,
            List<Section> sections, int mostEvents, Instant madeAt) {
        this(sessions, analyst, organisation, logo, sections, mostEvents, madeAt, "");
    }

    public ReportOptions {
        sessions = List.copyOf(sessions);
        sections = List.copyOf(new LinkedHashSet<>(sections));
    }
}

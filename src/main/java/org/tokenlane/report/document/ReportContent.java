package org.tokenlane.report.document;

import java.util.List;
import java.util.Map;
import org.tokenlane.correlate.Coverage;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Risk;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.store.AuditTrail;
import org.tokenlane.timeline.Timeline;

/**
 * All that a report says, before it is laid out. Times are nanoseconds since 1970, UTC.
 *
 * @param exposure
 *            of all sessions that are told, together
 * @param attributions
 *            the data beside the logs that findings draw on, with what its licences ask to be said
 */
public record ReportContent(ReportOptions options, String caseName, List<String> tenants, long first, long last,
        int events, int sessions, String program,
        List<String> summary, List<Finding> findings, List<RuleOutcome> notEvaluated, List<SessionPart> parts,
        List<Coverage.Source> sources, List<Coverage.Gap> gaps,
        Map<String, Integer> links, ExposurePart exposure, MarksPart marks, List<Evidence> evidence,
        List<AuditTrail.Entry> actions, List<String> attributions) {

    /**
     * A session told at length.
     *
     * @param origins
     *            from where it was used, with the analyst's names
     * @param lines
     *            its events, so many as the report lists
     * @param moreEvents
     *            how many it does not list
     * @param marks
     *            those on the session, and on origins, tokens and events in it
     */
    public record SessionPart(SessionFacts facts, Risk risk, List<OriginLine> origins, List<TokenLine> tokens,
            List<EventLine> lines, int moreEvents, Timeline timeline,
            ExposurePart exposure, List<MarkLine> marks) {
    }

    /**
     * What was got at.
     *
     * @param summary
     *            in a line
     * @param tables
     *            the lists that are not empty
     * @param limits
     *            what the logs leave open
     */
    public record ExposurePart(String summary, List<ExposureTable> tables, List<String> limits) {
    }

    /**
     * What the analyst said.
     *
     * @param verdicts
     *            how many events each verdict holds for
     */
    public record MarksPart(Map<String, Integer> verdicts, List<MarkLine> lines) {
    }

    /**
     * A mark of the analyst.
     *
     * @param events
     *            how many events it holds for, or -1 where it is on none
     */
    public record MarkLine(String at, String by, String kind, String on, String says, int events) {
    }

    /** An origin inside a session. */
    public record OriginLine(String name, boolean named, int events, long first, long last, List<String> ips) {
    }

    /** A token with what was done with it. */
    public record TokenLine(String uti, String app, String resource, long issuedAt, boolean signInOnRecord,
            List<String> ips, int operations,
            Map<String, Integer> operationsByName) {
    }

    /** An event; texts are as the log gives them, or null. */
    public record EventLine(String id, String time, String operation, String workload, String result, String ip,
            String app, String target, String evidence, int line) {
    }
}

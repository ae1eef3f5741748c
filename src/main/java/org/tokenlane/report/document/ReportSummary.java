package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.Detection;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.text.Count;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.store.CaseFile;

/** The summary of a report: a paragraph on the case and one on each session that is described in detail. */
final class ReportSummary {

    private final CaseFile caseFile;
    private final Correlation correlation;
    private final Detection detection;
    private final MarkedEvents marked;

    ReportSummary(CaseFile caseFile, Correlation correlation, Detection detection, MarkedEvents marked) {
        this.caseFile = caseFile;
        this.correlation = correlation;
        this.detection = detection;
        this.marked = marked;
    }

    List<String> of(List<SessionFacts> sessions, List<Finding> findings) {
        List<String> paragraphs = new ArrayList<>();
        long high = findings.stream().filter(finding -> finding.severity() == Severity.HIGH).count();
        paragraphs.add(String.join(" ",
                ReportText.SUMMARY_CASE.text(Count.EVIDENCE_FILES.of(caseFile.evidence().size()),
                        Count.EVENTS.of(correlation.events().size())),
                findings.isEmpty() ? ReportText.SUMMARY_NO_FINDINGS.text()
                        : ReportText.SUMMARY_FINDINGS.text(Count.FINDINGS.of(findings.size()), high),
                ReportText.SUMMARY_SESSIONS.text(sessions.size())));
        if (!marked.counts().isEmpty()) {
            List<String> verdicts = new ArrayList<>();
            marked.counts().forEach((verdict, count) -> verdicts
                    .add(ReportText.SUMMARY_VERDICT.text(Count.EVENTS.of(count), verdict.inside())));
            paragraphs.add(ReportText.SUMMARY_VERDICTS.text(String.join(", ", verdicts)));
        }
        sessions.forEach(facts -> paragraphs.add(session(facts)));
        return paragraphs;
    }

    private String session(SessionFacts facts) {
        String user = facts.upns().isEmpty() ? ReportText.SUMMARY_UNKNOWN_USER.text()
                : String.join(", ", facts.upns());
        List<Finding> because = detection.risk(facts.sessionId()).because();
        return String.join(" ",
                ReportText.SUMMARY_SESSION.text(facts.sessionId(), user, ReportTimes.seconds(facts.first()),
                        ReportTimes.seconds(facts.last())),
                addresses(facts), operations(facts),
                because.isEmpty() ? ReportText.SUMMARY_NO_RISK.text()
                        : ReportText.SUMMARY_RISK.text(detection.risk(facts.sessionId()).points(),
                                because.getFirst().title()));
    }

    private static String addresses(SessionFacts facts) {
        String addresses = Count.IP_ADDRESSES.of(facts.ips().size());
        String tokens = Count.TOKENS.of(facts.tokens());
        if (facts.ips().isEmpty()) {
            return ReportText.SUMMARY_NO_ADDRESS.text(tokens);
        }
        return facts.countries().isEmpty() ? ReportText.SUMMARY_ADDRESSES.text(addresses, tokens)
                : ReportText.SUMMARY_COUNTRIES.text(addresses, String.join(", ", facts.countries()), tokens);
    }

    private String operations(SessionFacts facts) {
        CaseEvents events = correlation.events();
        Map<String, Integer> byWorkload = new TreeMap<>();
        for (int event : correlation.eventsOfSession(correlation.sessionCode(facts.sessionId()))) {
            if (!correlation.rule(event).isInferred() && events.kind(event).isOperation()) {
                byWorkload.merge(Objects.requireNonNullElseGet(events.text(EventField.WORKLOAD, event),
                        ReportText.SUMMARY_OTHER_SERVICE::text), 1, Integer::sum);
            }
        }
        List<String> parts = new ArrayList<>();
        byWorkload.forEach(
                (workload, times) -> parts.add(ReportText.SUMMARY_OPERATIONS_IN.text(times, workload)));
        return parts.isEmpty() ? ReportText.SUMMARY_NO_OPERATIONS.text()
                : ReportText.SUMMARY_OPERATIONS.text(String.join(", ", parts), facts.refusedCalls());
    }
}

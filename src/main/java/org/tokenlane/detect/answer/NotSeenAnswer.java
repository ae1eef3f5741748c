package org.tokenlane.detect.answer;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Coverage;
import org.tokenlane.detect.answer.Answer.Line;
import org.tokenlane.detect.answer.Answer.State;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.time.Durations;

/**
 * What did we not see? Logs that are missing and what they need, days without events, until when each log reaches, how
 * late its records arrive, and what it covers.
 */
final class NotSeenAnswer {

    private final CaseFacts facts;
    private final List<Evidence> files;
    private final LogEnds logs;
    private final Incident incident;

    NotSeenAnswer(CaseFacts facts, Incident incident, List<Evidence> files, LogEnds logs) {
        this.incident = incident;
        this.facts = facts;
        this.files = files;
        this.logs = logs;
    }

    Answer answer() {
        List<Coverage.Gap> gaps = new Coverage(facts.correlation()).gaps(files);
        List<Line> lines = new ArrayList<>();
        gaps.forEach(gap -> lines.add(new Line(gap.what(), AuditEvent.NO_TIME, List.of())));
        for (Map.Entry<LogSource, Long> end : logs.ends().entrySet()) {
            lines.add(new Line(AnswerText.LOG_ENDS.text(end.getKey().title(), Words.time(end.getValue())),
                    end.getValue(), List.of()));
        }
        LogDelays.of(facts.events()).forEach((source, delay) -> lines.add(new Line(
                AnswerText.LOG_DELAY.text(source.title(), Durations.words(delay.median()),
                        Durations.words(delay.longest()), delay.records()),
                AuditEvent.NO_TIME, List.of())));
        workloads(lines);
        accounts(lines);
        List<String> fetch = new ArrayList<>(gaps.stream().map(Coverage.Gap::fetch).distinct().toList());
        for (LogSource source : LogSource.values()) {
            AnswerText licence = licence(source);
            if (licence != null && !logs.has(source)) {
                fetch.add(licence.text(source.title()));
            }
        }
        return new Answer(Question.NOT_SEEN, gaps.isEmpty() ? State.NO : State.YES,
                gaps.isEmpty() ? AnswerText.NO_GAPS.text() : AnswerText.GAPS.text(gaps.size()), lines, List.of(),
                fetch);
    }

    /**
     * What a tenant needs to have the log at all, and how long it keeps it. Sources: sign-ins, directory audits and Graph
     * activity by "Microsoft Entra data retention"
     * (learn.microsoft.com/entra/identity/monitoring-health/reference-reports-data-retention); sign-ins by Graph by "How
     * to analyze activity logs with Microsoft Graph"
     * (learn.microsoft.com/entra/identity/monitoring-health/howto-analyze-activity-logs-with-microsoft-graph); risk
     * detections by the license requirements of "What is Microsoft Entra ID Protection?"
     * (learn.microsoft.com/entra/id-protection/overview-identity-protection); the audit log by "Microsoft Purview Audit"
     * (microsoft.com/security/business/risk-management/microsoft-purview-audit); messages by "Get-MessageTraceV2"
     * (learn.microsoft.com/powershell/module/exchange/get-messagetracev2) and "UrlClickEvents"
     * (learn.microsoft.com/defender-xdr/advanced-hunting-urlclickevents-table).
     */
    private static @Nullable AnswerText licence(LogSource source) {
        return switch (source) {
        case ENTRA_SIGN_INS -> AnswerText.LICENCE_SIGN_INS;
        case DIRECTORY_AUDITS -> AnswerText.LICENCE_DIRECTORY;
        case UNIFIED_AUDIT_LOG -> AnswerText.LICENCE_AUDIT_LOG;
        case GRAPH_ACTIVITY -> AnswerText.LICENCE_GRAPH;
        case RISK_DETECTIONS -> AnswerText.LICENCE_RISK;
        case MESSAGES -> AnswerText.LICENCE_MESSAGES;
        default -> null;
        };
    }

    /** Which services the audit log covers in this case. */
    private void workloads(List<Line> lines) {
        IntColumn codes = facts.events().codes(EventField.WORKLOAD);
        BitSet seen = new BitSet();
        for (int event = 0; event < codes.size(); event++) {
            if (facts.events().source(event) == LogSource.UNIFIED_AUDIT_LOG) {
                seen.set(codes.get(event));
            }
        }
        seen.clear(0);
        if (!seen.isEmpty()) {
            TextColumn names = facts.events().dictionary(EventField.WORKLOAD);
            lines.add(new Line(AnswerText.WORKLOADS.text(LogSource.UNIFIED_AUDIT_LOG.title(),
                    String.join(", ", seen.stream().mapToObj(code -> names.get(code)).sorted().toList())),
                    AuditEvent.NO_TIME, List.of()));
        }
    }

    /** The logs of the case that have no event of an account that the attacker used. */
    private void accounts(List<Line> lines) {
        TextColumn names = facts.events().dictionary(EventField.UPN);
        IntColumn codes = facts.events().codes(EventField.UPN);
        for (Account account : incident.accounts().stream().filter(one -> !one.isApplication()).toList()) {
            Set<LogSource> with = EnumSet.noneOf(LogSource.class);
            for (int event = 0; event < codes.size(); event++) {
                if (account.name().equals(names.get(codes.get(event)))) {
                    with.add(facts.events().source(event));
                }
            }
            List<String> without = logs.ends().keySet().stream().filter(source -> !with.contains(source)).sorted()
                    .map(LogSource::title).toList();
            if (!without.isEmpty()) {
                lines.add(new Line(AnswerText.ACCOUNT_NOT_IN.text(account.name(), String.join(", ", without)),
                        AuditEvent.NO_TIME, List.of()));
            }
        }
    }
}

package org.tokenlane.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.Detection;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.report.FindingText;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "findings", mixinStandardHelpOptions = true)
final class FindingsCommand extends CaseCommand {

    private static final String INDENT = "       ";
    private static final int MOST_USERS = 5;

    @Option(names = "--session", paramLabel = "SID")
    private @Nullable String session;

    @Option(names = "--rule", paramLabel = "ID")
    private @Nullable String rule;

    @Option(names = "--severity", paramLabel = "LEAST")
    private String severity = Severity.INFO.id();

    @Option(names = "--rules")
    private boolean outcomes;

    @Override
    int run(CaseFile caseFile) {
        Severity least = least();
        Detection detection = detect(caseFile, correlate(caseFile));
        if (outcomes) {
            rules(detection);
            return DONE;
        }
        List<Finding> findings = detection.findings().stream()
                .filter(finding -> finding.severity().compareTo(least) >= 0)
                .filter(finding -> session == null || session.equalsIgnoreCase(finding.sessionId()))
                .filter(finding -> rule == null || rule.equals(finding.rule()))
                .toList();
        if (json()) {
            output().json(findings.stream().map(FindingText::of).toList());
            return DONE;
        }
        findings.forEach(this::print);
        List<RuleOutcome> open = detection.outcomes().stream().filter(outcome -> !outcome.isEvaluated()).toList();
        if (session == null && rule == null) {
            List<String> users = detection.usersAtRisk().stream().limit(MOST_USERS)
                    .map(upn -> CliText.USER_RISK.text(plain(upn), detection.riskOfUser(upn).points())).toList();
            output().line(CliText.CASE_RISK, detection.riskOfCase().points(), users.size(),
                    String.join(", ", users));
        }
        output().line(CliText.FINDINGS, findings.size(), detection.outcomes().size() - open.size(), open.size());
        open.forEach(outcome -> output().value("  " + outcome.rule() + ": " + outcome.notEvaluated()));
        return DONE;
    }

    private Severity least() {
        try {
            return Severity.valueOf(severity.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure(CliText.NO_SUCH_SEVERITY.with(severity), WRONG_USAGE);
        }
    }

    private void print(Finding finding) {
        output().value(String.format(Locale.ROOT, "%-6s %s  [%s]%s", finding.severity().id().toUpperCase(Locale.ROOT),
                finding.title(), finding.rule(),
                finding.attack().isEmpty() ? "" : "  " + String.join(", ", finding.attack())));
        if (finding.sessionId() != null || finding.upn() != null) {
            output().value(INDENT + plain((finding.sessionId() == null ? ""
                    : CliText.FINDING_SESSION.text(finding.sessionId()) + "  ")
                    + (finding.upn() == null ? "" : finding.upn())));
        }
        output().value(INDENT + plain(finding.why()));
        finding.against()
                .forEach(against -> output().value(INDENT + CliText.COUNTER_EVIDENCE.text(plain(against))));
        if (!finding.next().isEmpty()) {
            output().value(INDENT + CliText.NEXT_STEP.text(plain(finding.next())));
        }
        if (!finding.eventIds().isEmpty()) {
            output().value(INDENT + CliText.PROOF.text(finding.eventIds().size(),
                    String.join(", ", finding.eventIds().subList(0, Math.min(3, finding.eventIds().size())))));
        }
        output().blank();
    }

    private static String plain(String text) {
        return TextTable.whole(text);
    }

    private void rules(Detection detection) {
        if (json()) {
            List<Object> all = new ArrayList<>();
            for (RuleOutcome outcome : detection.outcomes()) {
                Map<String, Object> map = new LinkedHashMap<>();
                map.put("rule", outcome.rule());
                map.put("title", outcome.title());
                map.put("severity", outcome.severity().id());
                map.put("evaluated", outcome.isEvaluated());
                map.put("findings", outcome.findings().size());
                map.put("notEvaluated", outcome.notEvaluated());
                all.add(map);
            }
            output().json(all);
            return;
        }
        TextTable table = new TextTable(CliText.COLUMN_RULE, CliText.COLUMN_SEVERITY, CliText.COLUMN_FINDINGS,
                CliText.COLUMN_TITLE);
        detection.outcomes()
                .forEach(outcome -> {
                    String why = outcome.notEvaluated();
                    table.row(outcome.rule(), outcome.severity().id(),
                            why == null ? outcome.findings().size() : "–",
                            why == null ? outcome.title() : CliText.NOT_EVALUATED.text(why));
                });
        table.print(output());
    }
}

package org.tokenlane.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tokenlane.detect.Detection;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.report.FindingText;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "findings", mixinStandardHelpOptions = true, description = "Runs the rules and lists what they find, each with its proof and what speaks against it; and the rules that could not be evaluated.")
final class FindingsCommand extends CaseCommand {

    @Option(names = "--session", paramLabel = "SID", description = "Only findings on this session.")
    private String session;

    @Option(names = "--rule", paramLabel = "ID", description = "Only this rule's findings.")
    private String rule;

    @Option(names = "--severity", paramLabel = "LEAST", description = "Only findings of this severity and above: info, low, medium, high.")
    private String severity = Severity.INFO.id();

    @Option(names = "--rules", description = "List what became of each rule instead: how many findings, or why it was not evaluated.")
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
        output().line(SessionText.count(findings.size(), "finding") + "; "
                + SessionText.count(detection.outcomes().size() - open.size(), "rule") + " evaluated, "
                + open.size() + " not evaluated" + (open.isEmpty() ? "." : ":"));
        open.forEach(outcome -> output().line("  " + outcome.rule() + ": " + outcome.notEvaluated()));
        return DONE;
    }

    private Severity least() {
        try {
            return Severity.valueOf(severity.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new CommandFailure("“" + severity + "” is no severity; there are info, low, medium and high.",
                    WRONG_USAGE);
        }
    }

    private void print(Finding finding) {
        output().line(String.format(Locale.ROOT, "%-6s %s  [%s]%s", finding.severity().id().toUpperCase(Locale.ROOT),
                finding.title(), finding.rule(),
                finding.attack().isEmpty() ? "" : "  " + String.join(", ", finding.attack())));
        if (finding.sessionId() != null || finding.upn() != null) {
            output().line("       " + plain((finding.sessionId() == null ? "" : "session " + finding.sessionId() + "  ")
                    + (finding.upn() == null ? "" : finding.upn())));
        }
        output().line("       " + plain(finding.why()));
        finding.against().forEach(against -> output().line("       against it: " + plain(against)));
        if (!finding.eventIds().isEmpty()) {
            output().line("       proof: " + SessionText.count(finding.eventIds().size(), "event") + ", such as "
                    + String.join(", ", finding.eventIds().subList(0, Math.min(3, finding.eventIds().size()))));
        }
        output().line("");
    }

    private static String plain(String text) {
        StringBuilder shown = new StringBuilder();
        text.codePoints().forEach(c -> shown
                .appendCodePoint(Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '·' : c));
        return shown.toString();
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
        TextTable table = new TextTable("rule", "severity", "findings", "");
        detection.outcomes()
                .forEach(outcome -> table.row(outcome.rule(), outcome.severity().id(),
                        outcome.isEvaluated() ? outcome.findings().size() : "–",
                        outcome.isEvaluated() ? outcome.title() : "not evaluated: " + outcome.notEvaluated()));
        table.lines().forEach(output()::line);
    }
}

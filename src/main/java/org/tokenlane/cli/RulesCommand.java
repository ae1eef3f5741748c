package org.tokenlane.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.CaseRules;
import org.tokenlane.detect.rule.ListText;
import org.tokenlane.detect.rule.RuleException;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "rules", mixinStandardHelpOptions = true)
final class RulesCommand extends CaseCommand {

    @Parameters(arity = "0..1", paramLabel = "RULE")
    private @Nullable String rule;

    @Option(names = "--set", paramLabel = "NAME=VALUE")
    private Map<String, String> settings = Map.of();

    @Option(names = "--off")
    private boolean off;

    @Option(names = "--on")
    private boolean on;

    @Option(names = "--allow-network", paramLabel = "NETWORK")
    private List<String> networks = new ArrayList<>();

    @Option(names = "--allow-app", paramLabel = "APP")
    private List<String> apps = new ArrayList<>();

    @Option(names = "--disallow", paramLabel = "WHAT")
    private List<String> disallowed = new ArrayList<>();

    @Override
    int run(CaseFile caseFile) {
        String who = Analyst.name();
        try {
            tune(caseFile, who);
        } catch (RuleException e) {
            throw new CommandFailure(CommandFailure.words(e));
        }
        if (rule == null) {
            list(caseFile);
        } else {
            RuleFile known = CaseRules.withSigma(caseFile).stream().filter(each -> each.id().equals(rule)).findFirst()
                    .orElseThrow(
                            () -> new CommandFailure(CliText.NO_SUCH_RULE.with(String.valueOf(rule))));
            show(known);
        }
        return DONE;
    }

    private void tune(CaseFile caseFile, String who) {
        String tuned = rule;
        if (off || on || !settings.isEmpty()) {
            if (tuned == null) {
                throw new CommandFailure(CliText.TUNE_NEEDS_RULE.with(), WRONG_USAGE);
            }
            settings.forEach(
                    (name, value) -> CaseRules.set(caseFile, tuned, name, value.isBlank() ? null : value, who));
            if (off || on) {
                CaseRules.set(caseFile, tuned, CaseRules.ENABLED, String.valueOf(on), who);
            }
        }
        allow(caseFile, CaseRules.NETWORKS, networks, who);
        allow(caseFile, CaseRules.APPS, apps, who);
    }

    private void allow(CaseFile caseFile, String name, List<String> more, String who) {
        Set<String> all = new LinkedHashSet<>(
                CaseRules.list(caseFile.settings().ruleSettings().getOrDefault(CaseRules.ALL, Map.of()).get(name)));
        if (all.addAll(more) | all.removeAll(disallowed)) {
            CaseRules.set(caseFile, CaseRules.ALL, name, all.isEmpty() ? null : ListText.of(List.copyOf(all)), who);
        }
    }

    private void list(CaseFile caseFile) {
        List<RuleFile> rules = CaseRules.withSigma(caseFile);
        Map<String, String> allowed = caseFile.settings().ruleSettings().getOrDefault(CaseRules.ALL, Map.of());
        if (json()) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("rules", rules.stream().map(RulesCommand::map).toList());
            all.put("allowedNetworks", CaseRules.list(allowed.get(CaseRules.NETWORKS)));
            all.put("allowedApps", CaseRules.list(allowed.get(CaseRules.APPS)));
            output().json(all);
            return;
        }
        TextTable table = new TextTable(CliText.COLUMN_RULE, CliText.COLUMN_SEVERITY, CliText.COLUMN_ENABLED,
                CliText.COLUMN_TITLE);
        rules.forEach(each -> table.row(each.id(), each.severity().id(),
                (each.enabled() ? CliText.YES : CliText.NO).text(), each.title()));
        table.print(output());
        allowed.forEach((name, text) -> output()
                .line(name.equals(CaseRules.APPS) ? CliText.ALLOWED_APPS : CliText.ALLOWED_NETWORKS, text));
    }

    private static Map<String, Object> map(RuleFile rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule.id());
        map.put("title", rule.title());
        map.put("severity", rule.severity().id());
        map.put("attack", rule.attack());
        map.put("enabled", rule.enabled());
        map.put("description", rule.description());
        map.put("noise", rule.noise());
        map.put("needs", rule.needs().stream().map(need -> need.text()).toList());
        map.put("sources", rule.sources());
        map.put("settings", rule.settings().texts());
        return map;
    }

    private void show(RuleFile known) {
        if (json()) {
            output().json(map(known));
            return;
        }
        output().line(known.enabled() ? CliText.RULE : CliText.RULE_OFF, known.title(), known.id(),
                known.severity().id());
        output().value(known.description());
        output().line(CliText.RULE_NOISE, known.noise());
        output().line(CliText.RULE_ATTACK, String.join(", ", known.attack()));
        output().line(CliText.RULE_NEEDS, String.join("; ", known.needs().stream().map(need -> need.text()).toList()));
        output().line(CliText.RULE_SOURCES, String.join("; ", known.sources()));
        known.settings().texts().forEach((name, text) -> output().value("  " + name + " = " + text));
    }
}

package org.tokenlane.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tokenlane.detect.CaseRules;
import org.tokenlane.detect.rule.ListText;
import org.tokenlane.detect.rule.RuleException;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.store.CaseFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "rules", mixinStandardHelpOptions = true, description = "Lists the rules, or one with all that it is about, and tunes them in this case.")
final class RulesCommand extends CaseCommand {

    @Parameters(arity = "0..1", paramLabel = "RULE", description = "A rule's id: shows it whole; with the options below it is tuned.")
    private String rule;

    @Option(names = "--set", paramLabel = "NAME=VALUE", description = "Give one of the rule's settings another value; an empty one takes the rule's own again.")
    private Map<String, String> settings = Map.of();

    @Option(names = "--off", description = "Switch the rule off in this case.")
    private boolean off;

    @Option(names = "--on", description = "Switch the rule on again.")
    private boolean on;

    @Option(names = "--allow-network", paramLabel = "NETWORK", description = "No rule takes this network for an attacker's: AS64500, 203.0.113.7 or 203.0.113.0/24.")
    private List<String> networks = new ArrayList<>();

    @Option(names = "--allow-app", paramLabel = "APP", description = "No rule takes this application (id or name) for an attacker's.")
    private List<String> apps = new ArrayList<>();

    @Option(names = "--disallow", paramLabel = "WHAT", description = "Take a network or application off the list of allowed ones.")
    private List<String> disallowed = new ArrayList<>();

    @Override
    int run(CaseFile caseFile) {
        String who = Analyst.name();
        try {
            tune(caseFile, who);
        } catch (RuleException e) {
            throw new CommandFailure(e.getMessage(), FAILED);
        }
        if (rule == null) {
            list(caseFile);
        } else {
            RuleFile known = CaseRules.withSigma(caseFile).stream().filter(each -> each.id().equals(rule)).findFirst()
                    .orElseThrow(
                            () -> new CommandFailure("There is no rule “" + rule + "”. “rules” lists them.", FAILED));
            show(known);
        }
        return DONE;
    }

    private void tune(CaseFile caseFile, String who) {
        if (rule == null && (off || on || !settings.isEmpty())) {
            throw new CommandFailure("Say which rule is to be tuned.", WRONG_USAGE);
        }
        settings.forEach((name, value) -> CaseRules.set(caseFile, rule, name, value.isBlank() ? null : value, who));
        if (off || on) {
            CaseRules.set(caseFile, rule, CaseRules.ENABLED, String.valueOf(on), who);
        }
        allow(caseFile, CaseRules.NETWORKS, networks, who);
        allow(caseFile, CaseRules.APPS, apps, who);
    }

    private void allow(CaseFile caseFile, String name, List<String> more, String who) {
        Set<String> all = new LinkedHashSet<>(
                CaseRules.list(caseFile.ruleSettings().getOrDefault(CaseRules.ALL, Map.of()).get(name)));
        if (all.addAll(more) | all.removeAll(disallowed)) {
            CaseRules.set(caseFile, CaseRules.ALL, name, all.isEmpty() ? null : ListText.of(List.copyOf(all)), who);
        }
    }

    private void list(CaseFile caseFile) {
        List<RuleFile> rules = CaseRules.withSigma(caseFile);
        Map<String, String> allowed = caseFile.ruleSettings().getOrDefault(CaseRules.ALL, Map.of());
        if (json()) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("rules", rules.stream().map(RulesCommand::map).toList());
            all.put("allowedNetworks", CaseRules.list(allowed.get(CaseRules.NETWORKS)));
            all.put("allowedApps", CaseRules.list(allowed.get(CaseRules.APPS)));
            output().json(all);
            return;
        }
        TextTable table = new TextTable("rule", "severity", "on", "title");
        rules.forEach(each -> table.row(each.id(), each.severity().id(), each.enabled() ? "yes" : "no", each.title()));
        table.lines().forEach(output()::line);
        allowed.forEach((name, text) -> output().line("allowed " + name + ": " + text));
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
        output().line(known.title() + "  [" + known.id() + ", " + known.severity().id()
                + (known.enabled() ? "" : ", switched off") + "]");
        output().line(known.description());
        output().line("ordinary things that look like it: " + known.noise());
        output().line("ATT&CK: " + String.join(", ", known.attack()));
        output().line("needs: " + String.join("; ", known.needs().stream().map(need -> need.text()).toList()));
        output().line("after: " + String.join("; ", known.sources()));
        known.settings().texts().forEach((name, text) -> output().line("  " + name + " = " + text));
    }
}

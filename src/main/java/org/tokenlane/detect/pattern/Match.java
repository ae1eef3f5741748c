package org.tokenlane.detect.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Severity;

/**
 * Events that a filter chooses and, where the rule says so, whose records hold to one of its conditions. With {@code
 * context: risky} the rule's severity is for what
 * happens in a session that another rule takes for an attacker's, or to its user soon after; elsewhere it is a fact for
 * information, and with {@code only-risky} nothing at all. {@code familiar} gives the
 * severity of what happens only on networks long used or on registered devices.
 */
public final class Match implements Check {

    private static final int MOST_NAMES = 3;

    @Override
    public boolean followsOthers(RuleFile rule) {
        return rule.settings().has("context");
    }

    @Override
    public void validate(RuleFile rule) {
        Chosen.filter(rule, rule.settings().text("filter"));
        Chosen.per(rule);
        if (followsOthers(rule)) {
            rule.settings().choice("context", "risky", "only-risky");
        }
        if (rule.settings().has("familiar")) {
            rule.settings().choice("familiar",
                    Arrays.stream(Severity.values()).map(Severity::id).toArray(String[]::new));
        }
        new Conditions(rule.id(), rule.settings().has("where") ? rule.settings().lines("where") : List.of());
    }

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        boolean onlyRisky = followsOthers(rule) && rule.settings().text("context").equals("only-risky");
        Conditions conditions = new Conditions(rule.id(),
                rule.settings().has("where") ? rule.settings().lines("where") : List.of());
        boolean onlyThrottled = rule.settings().has("throttled");
        int[] chosen = Arrays.stream(Chosen.events(facts, rule, rule.settings().text("filter")))
                .filter(event -> !onlyThrottled || facts.events().isThrottled(event))
                .toArray();
        for (int[] group : Chosen.groups(facts, chosen, Chosen.per(rule))) {
            if (onlyRisky && facts.risky(group[0], rule.settings().minutes("after-minutes")) == null) {
                continue;
            }
            List<Integer> proof = new ArrayList<>();
            Set<String> held = new LinkedHashSet<>();
            for (int event : group) {
                String holding = conditions.isEmpty() ? "" : conditions.holding(facts.details().of(event));
                if (holding != null) {
                    proof.add(event);
                    held.add(holding);
                }
            }
            if (!proof.isEmpty()) {
                report(facts, rule, proof, held, found);
            }
        }
    }

    private void report(CaseFacts facts, RuleFile rule, List<Integer> proof, Set<String> held, FindingSink found) {
        int first = proof.getFirst();
        Severity severity = rule.severity();
        String context = "";
        if (followsOthers(rule)) {
            String risky = facts.risky(first, rule.settings().minutes("after-minutes"));
            severity = risky == null ? Severity.INFO : severity;
            context = risky == null ? "" : " This is " + risky + ".";
        }
        if (rule.settings().has("familiar")
                && proof.stream().allMatch(event -> Against.isFamiliar(facts, event) || facts.device(event) != null)) {
            severity = Severity.valueOf(rule.settings().text("familiar").toUpperCase(Locale.ROOT));
        }
        String upn = facts.text(EventField.UPN, first);
        found.add(severity, proof,
                (upn == null ? "Somebody" : upn) + ": " + rule.settings().text("says") + " at "
                        + Words.time(facts.events().time(first))
                        + (facts.addresses().of(first) == null ? ""
                                : " from " + Addresses.words(facts.addresses().of(first)))
                        + (proof.size() == 1 ? "" : ", " + Words.count(proof.size(), "time") + " in all")
                        + targets(facts, proof) + said(held) + "." + context,
                Against.of(facts, first));
    }

    private static String targets(CaseFacts facts, List<Integer> proof) {
        Set<String> names = new LinkedHashSet<>();
        for (int event : proof) {
            String target = facts.events().kind(event).isSignIn() ? facts.app(event)
                    : facts.text(EventField.TARGET, event);
            if (target != null && names.size() <= MOST_NAMES) {
                names.add(Words.quoted(target));
            }
        }
        return names.isEmpty() ? ""
                : ", " + String.join(", ", names.stream().limit(MOST_NAMES).toList())
                        + (names.size() > MOST_NAMES ? ", …" : "");
    }

    private static String said(Set<String> held) {
        List<String> words = held.stream().filter(text -> !text.isEmpty()).limit(MOST_NAMES)
                .map(text -> text.length() > 200 ? text.substring(0, 199) + "…" : text)
                .toList();
        return words.isEmpty() ? "" : " (" + String.join("; ", words) + ")";
    }
}

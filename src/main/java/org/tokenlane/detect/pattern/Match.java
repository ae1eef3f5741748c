package org.tokenlane.detect.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Hands;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Severity;

/**
 * Events that a filter selects and, where the rule says so, whose records meet one of its conditions. With
 * {@code context: risky}, the rule's severity applies to sessions with a high-severity finding and to their users soon
 * after; elsewhere the finding is informational, and with {@code only-risky} there is none. {@code familiar} gives the
 * severity of what happens only on networks long used or on registered devices. Where {@code filter-of-where} selects
 * more events, the conditions apply to those alone. {@code shows} lists the details that the findings state.
 */
public final class Match implements Check {

    private static final int MOST_NAMES = 3;
    private static final int MOST_LETTERS = 200;

    @Override
    public boolean takesSentence() {
        return true;
    }

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
        if (rule.settings().has("shows")) {
            rule.settings().choices("shows", ShownDetail.ids());
        }
        if (rule.settings().has("filter-of-where")) {
            Chosen.filter(rule, rule.settings().text("filter-of-where"));
        }
        new Conditions(rule.id(), rule.settings().has("where") ? rule.settings().lines("where") : List.of());
    }

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        boolean onlyRisky = followsOthers(rule) && rule.settings().text("context").equals("only-risky");
        Conditions conditions = new Conditions(rule.id(),
                rule.settings().has("where") ? rule.settings().lines("where") : List.of());
        boolean onlyThrottled = rule.settings().has("throttled");
        int[] always = Chosen.events(facts, rule, rule.settings().text("filter"));
        int[] onCondition = !conditions.isEmpty() && rule.settings().has("filter-of-where")
                ? Chosen.events(facts, rule, rule.settings().text("filter-of-where"))
                : new int[0];
        BitSet conditional = new BitSet();
        Arrays.stream(rule.settings().has("filter-of-where") ? onCondition : always).forEach(conditional::set);
        int[] chosen = IntStream.concat(Arrays.stream(always), Arrays.stream(onCondition)).sorted().distinct()
                .filter(event -> !onlyThrottled || facts.events().isThrottled(event))
                .toArray();
        for (int[] group : Chosen.groups(facts, chosen, Chosen.per(rule))) {
            List<Integer> proof = new ArrayList<>();
            Set<String> held = new LinkedHashSet<>();
            for (int event : group) {
                if (onlyRisky && facts.risky(event, rule.settings().minutes("after-minutes")) == null) {
                    continue;
                }
                String holding = conditions.isEmpty() || !conditional.get(event) ? ""
                        : conditions.holding(facts.details().of(event));
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
        String risky = null;
        if (followsOthers(rule)) {
            risky = proof.stream().map(event -> facts.risky(event, rule.settings().minutes("after-minutes")))
                    .filter(Objects::nonNull).findFirst().orElse(null);
            severity = risky == null ? Severity.INFO : severity;
        }
        if (rule.settings().has("familiar")
                && proof.stream().allMatch(event -> facts.hands(event) == Hands.OWN)) {
            severity = Severity.valueOf(rule.settings().text("familiar").toUpperCase(Locale.ROOT));
        }
        String upn = facts.text(EventField.UPN, first);
        List<String> sentences = new ArrayList<>();
        sentences.add(Chosen.says(rule, Words.account(upn), Words.time(facts.events().time(first)),
                Addresses.words(facts.addresses().of(first))));
        if (proof.size() > 1) {
            sentences.add(PatternText.TOTAL.text(proof.size()));
        }
        addNames(sentences, PatternText.APPLICATIONS,
                proof.stream().filter(event -> facts.events().kind(event).isSignIn()).map(facts::app));
        addNames(sentences, PatternText.TARGETS, proof.stream().filter(event -> !facts.events().kind(event).isSignIn())
                .map(event -> facts.text(EventField.TARGET, event)));
        for (String id : rule.settings().has("shows") ? rule.settings().list("shows") : List.<String> of()) {
            ShownDetail shown = ShownDetail.of(id);
            String stated = shown.of(facts, proof);
            if (!stated.isEmpty()) {
                sentences.add(shown.text(stated));
            }
        }
        String values = held.stream().filter(text -> !text.isEmpty()).limit(MOST_NAMES)
                .map(text -> text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS - 1) + "…" : text)
                .collect(Collectors.joining("; "));
        if (!values.isEmpty()) {
            sentences.add(PatternText.VALUES.text(values));
        }
        if (risky != null) {
            sentences.add(risky);
        }
        found.add(severity, proof, String.join(" ", sentences), Against.of(facts, first));
    }

    private static void addNames(List<String> sentences, PatternText label, Stream<String> values) {
        List<String> names = values.filter(Objects::nonNull).distinct().limit(MOST_NAMES + 1L).map(Words::quoted)
                .toList();
        if (!names.isEmpty()) {
            sentences.add(label.text(String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)))
                    + (names.size() > MOST_NAMES ? ", …" : "")));
        }
    }
}

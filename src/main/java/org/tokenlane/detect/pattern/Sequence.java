package org.tokenlane.detect.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleException;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.Said;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Severity;

/**
 * Steps that follow one another within a time, of one session or one user; the last step so many times. Weighed as
 * {@link Weight} says; with {@code context: only-risky}, only steps in the attacker's hands count.
 */
public final class Sequence implements Check {

    @Override
    public boolean takesSentence() {
        return true;
    }

    @Override
    public boolean followsOthers(RuleFile rule) {
        return rule.settings().has("context");
    }

    @Override
    public boolean leadsOthers(RuleFile rule) {
        return Weight.raises(rule);
    }

    @Override
    public void validate(RuleFile rule) {
        Weight.validate(rule);
        rule.settings().lines("steps").forEach(step -> Chosen.filter(rule, step));
        if (rule.settings().lines("steps").size() < 2) {
            throw new RuleException(PatternText.TOO_FEW_STEPS.with(rule.id()));
        }
        rule.settings().choice("per", "session", "user");
    }

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        long within = rule.settings().minutes("within-minutes");
        int last = rule.settings().number("at-least-last");
        boolean onlyRisky = Weight.isOnlyRisky(rule);
        boolean perSession = rule.settings().text("per").equals("session");
        List<Map<String, List<Integer>>> steps = new ArrayList<>();
        for (String filter : rule.settings().lines("steps")) {
            Map<String, List<Integer>> byKey = new HashMap<>();
            for (int event : Chosen.events(facts, rule, filter)) {
                String key = perSession ? facts.sessionOf(event) : facts.text(EventField.UPN, event);
                if (key != null && (!onlyRisky || Weight.hostile(facts, rule, event) != null)) {
                    byKey.computeIfAbsent(key, k -> new ArrayList<>()).add(event);
                }
            }
            steps.add(byKey);
        }
        for (String key : steps.getFirst().keySet().stream().sorted().toList()) {
            List<Integer> proof = chain(facts, steps, key, within, last);
            if (proof != null) {
                report(facts, rule, proof, steps.size(), found);
            }
        }
    }

    /**
     * The first chain whose steps follow one another, each within the time after the first; null where there is none.
     */
    private static @Nullable List<Integer> chain(CaseFacts facts, List<Map<String, List<Integer>>> steps, String key,
            long within,
            int last) {
        for (int start : steps.getFirst().getOrDefault(key, List.of())) {
            long end = facts.events().time(start) + within;
            List<Integer> proof = new ArrayList<>(List.of(start));
            int at = start;
            for (int step = 1; step < steps.size() && at >= 0; step++) {
                boolean isLast = step == steps.size() - 1;
                int needed = isLast ? last : 1;
                int before = proof.size();
                for (int event : steps.get(step).getOrDefault(key, List.of())) {
                    if (event > at && facts.events().time(event) <= end && (isLast || proof.size() == before)) {
                        proof.add(event);
                    }
                }
                at = proof.size() - before >= needed ? proof.getLast() : -1;
            }
            if (at >= 0) {
                return proof;
            }
        }
        return null;
    }

    private static void report(CaseFacts facts, RuleFile rule, List<Integer> proof, int steps, FindingSink found) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < steps; i++) {
            int event = proof.get(i);
            String target = facts.text(EventField.TARGET, event);
            String operation = Words.quoted(facts.text(EventField.OPERATION, event));
            String time = Words.time(facts.events().time(event));
            words.add(target == null ? PatternText.STEP.text(operation, time)
                    : PatternText.STEP_ON.text(operation, Words.quoted(target), time));
        }
        int first = proof.getFirst();
        String upn = facts.text(EventField.UPN, first);
        int more = proof.size() - steps;
        List<String> sentences = new ArrayList<>();
        sentences.add(PatternText.SEQUENCE.text(Words.account(upn), Addresses.words(facts.addresses().of(first)),
                String.join("; ", words)));
        if (more > 0) {
            sentences.add(PatternText.REPEATED.text(more));
        }
        sentences.add(Chosen.says(rule));
        // what a user does at their own desk in this order is a coincidence until something else speaks of an attack
        Supplier<String> risky = rule.settings().has("context")
                ? proof.stream().map(event -> Weight.hostile(facts, rule, event))
                        .filter(Objects::nonNull).findFirst().orElse(null)
                : null;
        Severity severity = risky != null ? rule.severity()
                : Weight.isOwnDesk(facts, proof) ? Severity.INFO : Weight.otherwise(facts, rule, proof);
        found.add(severity, proof, Said.of(String.join(" ", sentences), risky), Against.of(facts, first));
    }
}

package org.tokenlane.detect.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Hands;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.Said;
import org.tokenlane.model.detail.RecordDetail;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.finding.Severity;

/**
 * Acts that a filter selects and, where the rule says so, whose records meet one of its conditions (see {@link Acts}).
 * With {@code context: risky}, the rule's severity applies in the attacker's hands (see {@link Weight}); with
 * {@code only-risky} there are findings only there. {@code familiar} and {@code elsewhere} give the severity at the
 * user's own desk and in other places. {@code shows} lists the details that the findings state, {@code fields} further
 * fields of the record by their own names; {@code away-only} opens records only in the attacker's hands, and of interactive
 * sign-ins from places where the user does not work.
 */
public final class Match implements Check {

    private static final int MOST_NAMES = 3;
    private static final int MOST_LETTERS = 200;
    private static final int MOST_RECORDS = 5;

    /** One finding to be: acts of one group in the same hands, and what of their records makes them such acts. */
    private record Pile(List<Integer> proof, Set<String> held, @Nullable Supplier<String> risky) {
    }

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
        Acts.validate(rule);
        Chosen.per(rule);
        Weight.validate(rule);
        if (rule.settings().has("shows")) {
            rule.settings().choices("shows", ShownDetail.ids());
        }
    }

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        boolean weighs = followsOthers(rule);
        boolean onlyRisky = Weight.isOnlyRisky(rule);
        boolean onlyThrottled = rule.settings().has("throttled");
        boolean awayOnly = rule.settings().has("away-only");
        long after = Weight.after(rule);
        Acts acts = Acts.of(facts, rule);
        Map<Integer, Supplier<String>> hostile = new HashMap<>();
        int[] kept = Arrays.stream(acts.events()).filter(event -> {
            if (onlyThrottled && !facts.events().isThrottled(event)) {
                return false;
            }
            Supplier<String> words = weighs ? Weight.hostile(facts, rule, event, after) : null;
            if (words != null) {
                hostile.put(event, words);
            }
            return words != null || !onlyRisky
                    && (!awayOnly || facts.events().kind(event) != EventKind.SIGN_IN_NON_INTERACTIVE
                            && facts.hands(event) == Hands.STRANGE);
        }).toArray();
        acts.read(facts, kept);
        int[] chosen = Arrays.stream(kept).filter(event -> acts.holding(event) != null).toArray();
        for (int[] group : Chosen.groups(facts, chosen, Chosen.per(rule))) {
            Map<String, Pile> piles = new LinkedHashMap<>();
            for (int event : group) {
                // one finding for each attacked session, and one for the rest
                Supplier<String> words = hostile.get(event);
                Pile pile = piles.computeIfAbsent(words == null ? "" : "in " + facts.sessionOf(event),
                        key -> new Pile(new ArrayList<>(), new LinkedHashSet<>(), words));
                pile.proof().add(event);
                pile.held().add(String.valueOf(acts.holding(event)));
            }
            piles.values().forEach(pile -> report(facts, rule, pile, found));
        }
    }

    private void report(CaseFacts facts, RuleFile rule, Pile pile, FindingSink found) {
        List<Integer> proof = pile.proof();
        int first = proof.getFirst();
        Supplier<String> risky = pile.risky();
        Severity severity = risky != null ? rule.severity()
                : Weight.toOwn(facts, rule, proof, Weight.otherwise(facts, rule, proof));
        String told = Chosen.says(rule, Chosen.actor(facts, first), Words.time(facts.events().time(first)),
                Addresses.words(facts.addresses().of(first)));
        if (proof.size() > 1) {
            told += " " + PatternText.TOTAL.text(proof.size());
        }
        List<String> sentences = new ArrayList<>();
        addNames(sentences, PatternText.APPLICATIONS,
                proof.stream().filter(event -> facts.events().kind(event).isSignIn()).map(facts::app));
        addNames(sentences, PatternText.OPERATIONS, proof.stream()
                .filter(event -> !facts.events().kind(event).isSignIn())
                .map(event -> facts.text(EventField.OPERATION, event)));
        addNames(sentences, PatternText.TARGETS, proof.stream().filter(event -> !facts.events().kind(event).isSignIn())
                .map(event -> facts.text(EventField.TARGET, event)));
        for (String id : rule.settings().has("shows") ? rule.settings().list("shows") : List.<String> of()) {
            ShownDetail shown = ShownDetail.of(id);
            String stated = shown.of(facts, proof);
            if (!stated.isEmpty()) {
                sentences.add(shown.text(stated));
            }
        }
        Set<String> named = new LinkedHashSet<>();
        List<RecordDetail> details = rule.settings().has("fields")
                ? proof.stream().limit(MOST_RECORDS).map(facts.details()::of).toList()
                : List.of();
        for (String name : rule.settings().has("fields") ? rule.settings().lines("fields") : List.<String> of()) {
            details.stream().flatMap(detail -> Conditions.shown(name, detail).stream()).distinct().limit(MOST_NAMES)
                    .forEach(named::add);
        }
        pile.held().stream().filter(text -> !text.isEmpty()).limit(MOST_NAMES).forEach(named::add);
        String values = named.stream()
                .map(text -> text.length() > MOST_LETTERS ? text.substring(0, MOST_LETTERS - 1) + "…" : text)
                .collect(Collectors.joining("; "));
        if (!values.isEmpty()) {
            sentences.add(PatternText.VALUES.text(values));
        }
        if (risky != null) {
            sentences.add(risky.get());
        }
        found.add(severity, proof, Said.of(told, sentences), Against.of(facts, first));
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

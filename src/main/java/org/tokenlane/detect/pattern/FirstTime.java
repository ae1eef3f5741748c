package org.tokenlane.detect.pattern;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.event.EventField;

/**
 * An application that does something for a user or mailbox for the first time on record, so many days after the first
 * record of the kind. Without such a history the first
 * time says nothing, and nothing is found; nor where all of its first day comes from networks that the user has long
 * used, or where more users have the application than
 * the rule's setting {@code most-users} allows.
 */
public final class FirstTime implements Check {

    private static final long DAY = 86_400_000_000_000L;

    /** What a user did with an application, both by their codes. */
    private record Use(int user, int app) {
    }

    @Override
    public boolean takesSentence() {
        return true;
    }

    @Override
    public void validate(RuleFile rule) {
        Chosen.filter(rule, rule.settings().text("filter"));
        Chosen.filter(rule, rule.settings().text("history"));
    }

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        long history = rule.settings().number("days-of-history") * DAY;
        Map<Integer, Long> began = new HashMap<>();
        Chosen.eventSet(facts, rule, rule.settings().text("history")).stream().forEach(
                event -> began.putIfAbsent(facts.events().code(EventField.UPN, event), facts.events().time(event)));
        int most = rule.settings().has("most-users") ? rule.settings().number("most-users") : Integer.MAX_VALUE;
        Map<Use, IntStream.Builder> uses = uses(facts, Chosen.eventSet(facts, rule, rule.settings().text("filter")));
        Map<Integer, Integer> users = new HashMap<>();
        uses.keySet().forEach(use -> users.merge(use.app(), 1, Integer::sum));
        uses.forEach((use, events) -> {
            if (users.getOrDefault(use.app(), 0) <= most) {
                int[] ofUse = events.build().toArray();
                report(facts, rule, ofUse, began.getOrDefault(use.user(), facts.events().time(ofUse[0])), history,
                        found);
            }
        });
    }

    private static Map<Use, IntStream.Builder> uses(CaseFacts facts, BitSet chosen) {
        Map<Use, IntStream.Builder> uses = new LinkedHashMap<>();
        chosen.stream().forEach(event -> {
            Use use = new Use(facts.events().code(EventField.UPN, event),
                    facts.events().code(EventField.APP_ID, event));
            if (use.user() != 0 && use.app() != 0 && facts.addresses().telling(event) != null) {
                uses.computeIfAbsent(use, key -> IntStream.builder()).add(event);
            }
        });
        return uses;
    }

    private static void report(CaseFacts facts, RuleFile rule, int[] events, long began, long history,
            FindingSink found) {
        int first = events[0];
        long time = facts.events().time(first);
        List<Integer> ofDay = Arrays.stream(events).filter(event -> facts.events().time(event) - time < DAY).boxed()
                .toList();
        if (time - began >= history
                && !ofDay.stream().allMatch(event -> Against.isFamiliar(facts, event))) {
            found.add(ofDay, Chosen.says(rule, Words.account(facts.text(EventField.UPN, first)), Words.time(time),
                    Addresses.words(facts.addresses().of(first)), Words.quoted(facts.app(first)), ofDay.size()),
                    Against.of(facts, first));
        }
    }
}

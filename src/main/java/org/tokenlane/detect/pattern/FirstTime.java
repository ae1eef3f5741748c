package org.tokenlane.detect.pattern;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        int[] chosen = Chosen.events(facts, rule, rule.settings().text("filter"));
        int[] kind = Chosen.events(facts, rule, rule.settings().text("history"));
        Map<String, Long> began = new LinkedHashMap<>();
        for (int event : kind) {
            began.putIfAbsent(String.valueOf(facts.text(EventField.UPN, event)), facts.events().time(event));
        }
        Map<String, List<Integer>> uses = new LinkedHashMap<>();
        for (int event : chosen) {
            String app = facts.text(EventField.APP_ID, event);
            String upn = facts.text(EventField.UPN, event);
            if (app != null && upn != null && facts.addresses().telling(event) != null) {
                uses.computeIfAbsent(upn + '\n' + app, key -> new ArrayList<>()).add(event);
            }
        }
        int most = rule.settings().has("most-users") ? rule.settings().number("most-users") : Integer.MAX_VALUE;
        Map<String, Integer> users = new HashMap<>();
        uses.keySet().forEach(key -> users.merge(key.substring(key.indexOf('\n')), 1, Integer::sum));
        for (Map.Entry<String, List<Integer>> use : uses.entrySet()) {
            List<Integer> events = use.getValue();
            if (users.getOrDefault(use.getKey().substring(use.getKey().indexOf('\n')), 0) > most) {
                continue;
            }
            int first = events.getFirst();
            String upn = facts.text(EventField.UPN, first);
            long time = facts.events().time(first);
            List<Integer> ofDay = events.stream().filter(event -> facts.events().time(event) - time < DAY).toList();
            if (time - began.getOrDefault(String.valueOf(upn), time) >= history
                    && !ofDay.stream().allMatch(event -> Against.isFamiliar(facts, event))) {
                found.add(ofDay, Chosen.says(rule, Words.account(upn), Words.time(time),
                        Addresses.words(facts.addresses().of(first)), Words.quoted(facts.app(first)), ofDay.size()),
                        Against.of(facts, first));
            }
        }
    }
}

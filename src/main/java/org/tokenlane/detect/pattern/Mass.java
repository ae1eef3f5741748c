package org.tokenlane.detect.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.Said;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.time.Durations;

/**
 * More of something within a time than people usually do: events, the items that they represent, or distinct targets
 * or operations or mailboxes. For what was done after someone else came into the session, the smaller number {@code
 * at-least-risky} is enough.
 */
public final class Mass implements Check {

    private static final int MOST_EXAMPLES = 3;

    @Override
    public boolean followsOthers(RuleFile rule) {
        return true;
    }

    @Override
    public boolean takesSentence() {
        return true;
    }

    @Override
    public void validate(RuleFile rule) {
        Acts.validate(rule);
        Chosen.per(rule);
        rule.settings().choice("count", "events", "items", "targets", "operations", "mailboxes");
    }

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        long within = rule.settings().minutes("within-minutes");
        int enough = rule.settings().number("at-least");
        int enoughInRisky = rule.settings().number("at-least-risky");
        Acts acts = Acts.of(facts, rule);
        int[] chosen = rule.settings().has("where") || rule.settings().has("acts") ? acts.done(facts) : acts.events();
        String count = rule.settings().text("count");
        for (int[] group : Chosen.groups(facts, chosen, rule.settings().text("per"))) {
            // most groups are too small for either number
            long all = atMost(facts, group, count);
            int[] ofOthers = all < enoughInRisky ? new int[0]
                    : Arrays.stream(group).filter(event -> hostile(facts, rule, event) != null).toArray();
            Window most = most(facts, ofOthers, within, count);
            if (ofOthers.length > 0 && most.count() >= enoughInRisky) {
                report(facts, rule, ofOthers, most, hostile(facts, rule, ofOthers[0]), found);
                continue;
            }
            most = all < enough ? most : most(facts, group, within, count);
            if (all >= enough && most.count() >= enough) {
                report(facts, rule, group, most, null, found);
            }
        }
    }

    private static @Nullable Supplier<String> hostile(CaseFacts facts, RuleFile rule, int event) {
        return rule.settings().has("after-minutes") ? Weight.hostile(facts, rule, event) : facts.risky(event, 0);
    }

    /** No stretch of the group has a higher count. */
    private static long atMost(CaseFacts facts, int[] group, String counts) {
        return counts.equals("items") ? Arrays.stream(group).mapToLong(event -> items(facts, event)).sum()
                : group.length;
    }

    private record Window(int from, int to, long count) {
    }

    /** The stretch of at most this length with the highest count. */
    private static Window most(CaseFacts facts, int[] group, long within, String counts) {
        Window most = new Window(0, 0, 0);
        int[] names = names(facts, group, counts);
        int[] uses = new int[group.length];
        int distinct = 0;
        long items = 0;
        int from = 0;
        for (int to = 0; to < group.length; to++) {
            items += items(facts, group[to]);
            distinct += uses[names[to]]++ == 0 ? 1 : 0;
            while (facts.events().time(group[to]) - facts.events().time(group[from]) > within) {
                items -= items(facts, group[from]);
                distinct -= --uses[names[from]] == 0 ? 1 : 0;
                from++;
            }
            long count = switch (counts) {
            case "events" -> to - from + 1;
            case "items" -> items;
            default -> distinct;
            };
            if (count > most.count()) {
                most = new Window(from, to, count);
            }
        }
        return most;
    }

    /** What the events are counted by, numbered from 0. */
    private static int[] names(CaseFacts facts, int[] group, String counts) {
        Map<String, Integer> numbers = new HashMap<>();
        return Arrays.stream(group)
                .map(event -> numbers.computeIfAbsent(name(facts, event, counts), name -> numbers.size())).toArray();
    }

    private static long items(CaseFacts facts, int event) {
        return Math.max(1, facts.events().itemCount(event));
    }

    /** How many records name a folder and no item: each weighs as one item and is not one. */
    private static int synchronizations(CaseFacts facts, List<Integer> proof) {
        int[] uncounted = proof.stream().mapToInt(Integer::intValue)
                .filter(event -> facts.events().itemCount(event) < 0).toArray();
        return (int) Arrays.stream(facts.details().inOrderOfEvidence(uncounted))
                .filter(event -> facts.details().of(event).isFolderSync()).count();
    }

    private static String name(CaseFacts facts, int event, String counts) {
        String name = switch (counts) {
        case "targets" -> facts.text(EventField.TARGET, event);
        case "operations" -> facts.text(EventField.OPERATION, event);
        case "mailboxes" -> facts.text(EventField.MAILBOX, event);
        default -> "";
        };
        return name == null ? "" : name;
    }

    private static void report(CaseFacts facts, RuleFile rule, int[] group, Window most,
            @Nullable Supplier<String> risky,
            FindingSink found) {
        List<Integer> proof = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (int i = most.from(); i <= most.to(); i++) {
            proof.add(group[i]);
            String target = facts.text(EventField.TARGET, group[i]);
            if (target != null && names.size() < MOST_EXAMPLES) {
                names.add(Words.quoted(target));
            }
        }
        int first = proof.getFirst();
        long span = facts.events().time(proof.getLast()) - facts.events().time(first);
        List<String> against = Against.of(facts, first);
        Severity severity = risky != null ? rule.severity()
                : Weight.isOwnDesk(facts, proof) ? Severity.INFO
                        : against.isEmpty() ? rule.severity() : rule.severity().lowered();
        List<String> more = new ArrayList<>();
        int folders = rule.settings().text("count").equals("items")
                ? synchronizations(facts, proof)
                : 0;
        String told = Chosen.says(rule, Chosen.actor(facts, first), most.count() - folders, Durations.words(span),
                Words.time(facts.events().time(first)), Addresses.words(facts.addresses().of(first)), folders);
        if (!names.isEmpty()) {
            more.add(PatternText.EXAMPLES.text(String.join(", ", names)));
        }
        if (risky != null) {
            more.add(risky.get());
        }
        found.add(severity, proof, Said.of(told, more), against);
    }
}

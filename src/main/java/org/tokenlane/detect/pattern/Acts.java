package org.tokenlane.detect.pattern;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.detail.RecordDetail;

/**
 * The acts that a rule file describes: {@code filter} with the conditions under {@code where}, and the lines under
 * {@code acts}, each a filter alone ({@code op:Set-Mailbox}) or with a condition on the record
 * ({@code op:Set-Mailbox where GrantSendOnBehalfTo=*}).
 */
final class Acts {

    private static final String WHERE = " where ";

    private record Act(String filter, Conditions conditions) {
    }

    private final List<Act> acts = new ArrayList<>();
    private final List<BitSet> selected = new ArrayList<>();
    private final Map<Integer, String> held = new HashMap<>();

    private Acts(RuleFile rule) {
        if (rule.settings().has("filter")) {
            acts.add(new Act(rule.settings().text("filter"), new Conditions(rule.id(),
                    rule.settings().has("where") ? rule.settings().lines("where") : List.of())));
        }
        // lines with the same filter are looked for together
        Map<String, List<String>> conditions = new LinkedHashMap<>();
        for (String line : rule.settings().has("acts") ? rule.settings().lines("acts") : List.<String> of()) {
            int where = line.indexOf(WHERE);
            if (where < 0) {
                acts.add(new Act(line, new Conditions(rule.id(), List.of())));
            } else {
                conditions.computeIfAbsent(line.substring(0, where), key -> new ArrayList<>())
                        .add(line.substring(where + WHERE.length()));
            }
        }
        conditions.forEach((filter, lines) -> acts.add(new Act(filter, new Conditions(rule.id(), lines))));
    }

    /** Reads filters and conditions, so that mistakes in them are known before they are used. */
    static void validate(RuleFile rule) {
        new Acts(rule).acts.forEach(act -> Chosen.filter(rule, act.filter()));
    }

    static Acts of(CaseFacts facts, RuleFile rule) {
        Acts of = new Acts(rule);
        for (Act act : of.acts) {
            of.selected.add(Chosen.eventSet(facts, rule, act.filter()));
        }
        return of;
    }

    /** The events that the filters select, in time order; conditions are not looked at. */
    int[] events() {
        BitSet all = new BitSet();
        selected.forEach(all::or);
        return all.stream().toArray();
    }

    /** The events that are such acts, in time order. */
    int[] done(CaseFacts facts) {
        int[] events = events();
        read(facts, events);
        return Arrays.stream(events).filter(event -> holding(event) != null).toArray();
    }

    /**
     * Looks at the records of those of these events that have conditions, in the order of the evidence, so that each of
     * its blocks is unpacked once.
     */
    void read(CaseFacts facts, int[] events) {
        BitSet toOpen = new BitSet();
        for (int i = 0; i < acts.size(); i++) {
            if (!acts.get(i).conditions().isEmpty()) {
                toOpen.or(selected.get(i));
            }
        }
        for (int event : facts.details()
                .inOrderOfEvidence(Arrays.stream(events).filter(event -> toOpen.get(event)).toArray())) {
            RecordDetail detail = facts.details().of(event);
            for (int i = 0; i < acts.size(); i++) {
                if (selected.get(i).get(event) && !acts.get(i).conditions().isEmpty()) {
                    String holds = acts.get(i).conditions().holding(detail);
                    if (holds != null) {
                        held.merge(event, holds, (one, other) -> one.isEmpty() ? other : one);
                    }
                }
            }
        }
    }

    /**
     * What of the record makes the event such an act; empty where the filter is enough, null where it is none or was not
     * read.
     */
    @Nullable
    String holding(int event) {
        String holds = held.get(event);
        for (int i = 0; i < acts.size() && holds == null; i++) {
            if (acts.get(i).conditions().isEmpty() && selected.get(i).get(event)) {
                holds = "";
            }
        }
        return holds;
    }
}

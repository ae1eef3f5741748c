package org.tokenlane.detect.session;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.SessionEvents;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;

/**
 * Tokens renewed at an even beat, as a script does it and no person's program: so many renewals in a row, each the
 * rule's seconds after the one before.
 */
public final class Metronome implements Check {

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        long shortest = rule.settings().seconds("seconds-from");
        long longest = rule.settings().seconds("seconds-to");
        int enough = rule.settings().number("renewals");
        for (SessionEvents session : facts.sessions()) {
            List<Integer> longestBeat = List.of();
            for (List<Integer> renewals : renewals(facts, session)) {
                List<Integer> beat = longestBeat(facts, renewals, shortest, longest);
                longestBeat = beat.size() > longestBeat.size() ? beat : longestBeat;
            }
            if (longestBeat.size() > enough) {
                int first = longestBeat.getFirst();
                found.add(longestBeat,
                        SessionText.METRONOME.text(Words.quoted(facts.app(first)), longestBeat.size() - 1,
                                shortest / 1_000_000_000L, longest / 1_000_000_000L,
                                Words.time(facts.events().time(first)), Addresses.words(facts.addresses().of(first))),
                        Against.of(facts, first));
            }
        }
    }

    /** The session's renewals by application and service: a script that keeps several of them beats for each. */
    private static Collection<List<Integer>> renewals(CaseFacts facts, SessionEvents session) {
        Map<String, List<Integer>> renewals = new LinkedHashMap<>();
        for (int event : session.signIns()) {
            String app = facts.text(EventField.APP_ID, event);
            if (facts.events().kind(event) == EventKind.SIGN_IN_NON_INTERACTIVE && app != null) {
                renewals.computeIfAbsent(app + " " + facts.text(EventField.RESOURCE_ID, event),
                        key -> new ArrayList<>()).add(event);
            }
        }
        return renewals.values();
    }

    private static List<Integer> longestBeat(CaseFacts facts, List<Integer> renewals, long shortest, long longest) {
        List<Integer> longestBeat = List.of();
        int from = 0;
        for (int to = 0; to < renewals.size(); to++) {
            long since = to == from ? shortest
                    : facts.events().time(renewals.get(to)) - facts.events().time(renewals.get(to - 1));
            if (since < shortest || since > longest) {
                from = to;
            }
            if (to + 1 - from > longestBeat.size()) {
                longestBeat = renewals.subList(from, to + 1);
            }
        }
        return longestBeat;
    }
}

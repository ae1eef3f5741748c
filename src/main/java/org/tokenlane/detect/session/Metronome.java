package org.tokenlane.detect.session;

import java.util.ArrayList;
import java.util.List;
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

/** Tokens renewed at an even beat, as a script does it and no person's program: so many renewals in a row, each the rule's seconds after the one before. */
public final class Metronome implements Check {

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        long shortest = rule.settings().seconds("seconds-from");
        long longest = rule.settings().seconds("seconds-to");
        int enough = rule.settings().number("renewals");
        for (SessionEvents session : facts.sessions()) {
            List<Integer> beat = new ArrayList<>();
            List<Integer> longestBeat = List.of();
            for (int event : session.signIns()) {
                if (facts.events().kind(event) != EventKind.SIGN_IN_NON_INTERACTIVE) {
                    continue;
                }
                long since = beat.isEmpty() ? -1 : facts.events().time(event) - facts.events().time(beat.getLast());
                if (!beat.isEmpty() && (since < shortest || since > longest || !isSameApp(facts, beat.getLast(), event))) {
                    longestBeat = beat.size() > longestBeat.size() ? List.copyOf(beat) : longestBeat;
                    beat.clear();
                }
                beat.add(event);
            }
            longestBeat = beat.size() > longestBeat.size() ? List.copyOf(beat) : longestBeat;
            if (longestBeat.size() > enough) {
                int first = longestBeat.getFirst();
                found.add(longestBeat, "Tokens for " + Words.quoted(facts.app(first)) + " were renewed " + (longestBeat.size() - 1) + " times in a row, every "
                        + shortest / 1_000_000_000L + " to " + longest / 1_000_000_000L + " seconds, from " + Words.time(facts.events().time(first)) + " on, by "
                        + Addresses.words(facts.addresses().of(first)) + ": the beat of a script.", Against.of(facts, first));
            }
        }
    }

    private static boolean isSameApp(CaseFacts facts, int one, int other) {
        String app = facts.text(EventField.APP_ID, one);
        return app != null && app.equals(facts.text(EventField.APP_ID, other));
    }
}

package org.tokenlane.detect.session;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Journeys;
import org.tokenlane.detect.facts.SessionEvents;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.identity.AgentName;

/**
 * A session in use from two places at once: the network changes there and back again within the rule's minutes. One
 * change alone can be travel; there and back suggests two parties. A registered device excuses only if the token is
 * bound to it, as a stolen token names the device too.
 */
public final class ConcurrentUse implements Check {

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        long within = rule.settings().minutes("minutes");
        for (SessionEvents session : facts.sessions()) {
            int before = -1;
            int away = -1;
            for (int event : session.hasSeveralAddresses() ? session.events() : new int[0]) {
                Addresses.Address here = facts.addresses().telling(event);
                if (here == null || here.fact().mobile()) {
                    continue;
                }
                if (before >= 0 && Addresses.differ(facts.addresses().of(before), here)) {
                    if (away >= 0 && !Addresses.differ(facts.addresses().of(away), here)
                            && facts.events().time(event) - facts.events().time(away) <= within
                            && isTwoPeople(facts, away, before)) {
                        report(facts, rule, List.of(away, before, event), found);
                        break;
                    }
                    away = before;
                }
                before = event;
            }
        }
    }

    private static boolean isTwoPeople(CaseFacts facts, int one, int other) {
        return Addresses.inOtherCountry(facts.addresses().of(one), facts.addresses().of(other))
                && !facts.isBound(other) && !facts.isBound(one) && !Hand.excuses(facts, one, other);
    }

    /** One registered device and program in neighbouring countries: a VPN that is switched on and off, or a spoof. */
    private static boolean isLikelyOneDevice(CaseFacts facts, int one, int other) {
        String before = facts.agent(one);
        String after = facts.agent(other);
        return Against.onOneDevice(facts, one, other) && Journeys.areNear(facts, one, other) && before != null
                && after != null && AgentName.of(before).equals(AgentName.of(after));
    }

    private static void report(CaseFacts facts, RuleFile rule, List<Integer> three, FindingSink found) {
        List<String> steps = new ArrayList<>();
        three.forEach(event -> steps.add(SessionText.USE.text(Addresses.words(facts.addresses().of(event)),
                Words.time(facts.events().time(event)))));
        int odd = Hand.odd(facts, three.getFirst(), three.get(1));
        Severity severity = three.stream().anyMatch(facts::isThroughSharedExit) ? rule.severity().lowered().lowered()
                : isLikelyOneDevice(facts, three.getFirst(), three.get(1)) ? rule.severity().lowered()
                        : rule.severity();
        found.add(severity, three, odd == three.get(1) ? List.of(odd) : List.of(three.getFirst(), three.getLast()),
                SessionText.CONCURRENT_USE.text(String.join("; ", steps)), Against.of(facts, odd));
    }
}

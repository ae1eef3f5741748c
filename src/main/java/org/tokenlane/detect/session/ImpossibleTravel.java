package org.tokenlane.detect.session;

import java.util.List;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Distances;
import org.tokenlane.detect.facts.SessionEvents;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.time.Durations;

/**
 * One session at two places that nobody can travel between in the time. The distance is that between the countries at
 * their nearest, so it errs to the safe side.
 */
public final class ImpossibleTravel implements Check {

    private static final double NANOS_PER_HOUR = 3.6e12;

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        int fastest = rule.settings().number("km-per-hour");
        int nearest = rule.settings().number("km");
        Distances distances = Distances.shipped();
        for (SessionEvents session : facts.sessions()) {
            int before = -1;
            for (int event : session.hasSeveralAddresses() ? session.events() : new int[0]) {
                Addresses.Address here = facts.addresses().telling(event);
                if (here == null || here.country() == null) {
                    continue;
                }
                Addresses.Address there = before < 0 ? null : facts.addresses().of(before);
                if (there != null && there.country() != null && Addresses.differ(there, here)
                        && Addresses.inOtherCountry(there, here)
                        && !Hand.excuses(facts, before, event)
                        && !facts.isBound(event) && !facts.isBound(before)) {
                    double km = distances.between(there.country(), here.country());
                    long nanos = facts.events().time(event) - facts.events().time(before);
                    if (km >= nearest && isFaster(km, nanos, fastest)) {
                        int odd = Hand.odd(facts, before, event);
                        found.add(severity(facts, rule, before, event), List.of(before, event), List.of(odd),
                                SessionText.IMPOSSIBLE_TRAVEL.text(Addresses.words(there),
                                        Words.time(facts.events().time(before)), Durations.words(nanos),
                                        Addresses.words(here), Math.round(km), fastest),
                                Against.of(facts, odd));
                        break;
                    }
                }
                before = event;
            }
        }
    }

    static boolean isFaster(double km, long nanos, int kmPerHour) {
        return km > kmPerHour * (nanos / NANOS_PER_HOUR);
    }

    private static Severity severity(CaseFacts facts, RuleFile rule, int before, int event) {
        if (facts.isThroughSharedExit(before) || facts.isThroughSharedExit(event)) {
            return rule.severity().lowered().lowered();
        }
        return Addresses.isMobile(facts.addresses().of(before)) || Addresses.isMobile(facts.addresses().of(event))
                ? rule.severity().lowered()
                : rule.severity();
    }
}

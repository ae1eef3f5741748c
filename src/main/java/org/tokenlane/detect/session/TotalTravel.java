package org.tokenlane.detect.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Distances;
import org.tokenlane.detect.facts.SessionEvents;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;

/** A session whose sign-ins, one after the other, lie further apart in all than a person travels: it is used by several people, or through changing exits. */
public final class TotalTravel implements Check {

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        int enough = rule.settings().number("km");
        long within = rule.settings().minutes("within-minutes");
        Distances distances = Distances.shipped();
        for (SessionEvents session : facts.sessions()) {
            List<Integer> stops = new ArrayList<>();
            double km = 0;
            for (int event : session.signIns()) {
                Addresses.Address here = facts.addresses().telling(event);
                if (here == null || here.country() == null || facts.isBound(event) || Against.isFamiliar(facts, event)) {
                    continue;
                }
                if (!stops.isEmpty() && facts.events().time(event) - facts.events().time(stops.getFirst()) > within) {
                    break;
                }
                if (stops.isEmpty() || Addresses.inOtherCountry(facts.addresses().of(stops.getLast()), here)) {
                    km += stops.isEmpty() ? 0 : distances.between(facts.addresses().of(stops.getLast()).country(), here.country());
                    stops.add(event);
                }
            }
            if (km >= enough) {
                List<String> countries = stops.stream().map(event -> facts.addresses().of(event).country()).toList();
                found.add(stops, "The session's sign-ins went " + String.join(" → ", countries) + " within "
                        + Words.span(facts.events().time(stops.getLast()) - facts.events().time(stops.getFirst())) + ", at least "
                        + String.format(Locale.ROOT, "%,d", Math.round(km)) + " km.", Against.of(facts, stops.getLast()));
            }
        }
    }
}

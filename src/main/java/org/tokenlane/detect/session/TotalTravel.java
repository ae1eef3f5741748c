package org.tokenlane.detect.session;

import java.util.ArrayDeque;
import java.util.List;
import org.tokenlane.detect.facts.Addresses;
import org.tokenlane.detect.facts.Against;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Distances;
import org.tokenlane.detect.facts.SessionEvents;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.model.time.Durations;

/**
 * A session whose sign-ins, one after the other, lie further apart in all than a person travels in the time, with
 * several moves: it is used by several people, or through
 * changing exits.
 */
public final class TotalTravel implements Check {

    /** One flight goes far too. */
    private static final int FEWEST_MOVES = 2;

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        int enough = rule.settings().number("km");
        long within = rule.settings().minutes("within-minutes");
        Distances distances = Distances.shipped();
        for (SessionEvents session : facts.sessions()) {
            ArrayDeque<Integer> stops = new ArrayDeque<>();
            List<Integer> farthest = List.of();
            double most = 0;
            for (int event : session.signIns()) {
                Addresses.Address here = facts.addresses().telling(event);
                if (here == null || here.country() == null || facts.isBound(event)
                        || Against.isFamiliar(facts, event)) {
                    continue;
                }
                while (!stops.isEmpty()
                        && facts.events().time(event) - facts.events().time(stops.getFirst()) > within) {
                    stops.removeFirst();
                }
                if (stops.isEmpty() || Addresses.inOtherCountry(facts.addresses().of(stops.getLast()), here)) {
                    stops.add(event);
                    double km = km(facts, distances, stops);
                    if (stops.size() > FEWEST_MOVES && km > most) {
                        most = km;
                        farthest = List.copyOf(stops);
                    }
                }
            }
            if (most >= enough) {
                List<String> countries = farthest.stream().map(event -> country(facts, event)).toList();
                long span = facts.events().time(farthest.getLast()) - facts.events().time(farthest.getFirst());
                int root = farthest.getFirst();
                boolean isLikelyOwn = farthest.stream().skip(1)
                        .allMatch(event -> Against.onOneDevice(facts, root, event))
                        || farthest.stream().anyMatch(facts::isThroughSharedExit);
                found.add(isLikelyOwn ? rule.severity().lowered() : rule.severity(), farthest,
                        farthest.subList(1, farthest.size()), SessionText.TOTAL_TRAVEL.text(Durations.words(span),
                                String.join(" → ", countries), Math.round(most)),
                        Against.of(facts, farthest.getLast()));
            }
        }
    }

    private static double km(CaseFacts facts, Distances distances, Iterable<Integer> stops) {
        double km = 0;
        String before = null;
        for (int event : stops) {
            String country = country(facts, event);
            km += before == null ? 0 : distances.between(before, country);
            before = country;
        }
        return km;
    }

    private static String country(CaseFacts facts, int event) {
        Addresses.Address address = facts.addresses().of(event);
        return address == null || address.country() == null ? "" : address.country();
    }
}

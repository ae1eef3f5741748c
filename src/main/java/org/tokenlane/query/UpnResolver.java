package org.tokenlane.query;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.tokenlane.model.event.EventField;

/**
 * Gives events that carry only an object id (Graph calls, token-only records) the UPN that sign-ins and audit records
 * of the case have for it. Where an object id goes
 * with several UPNs (a renamed account), the one that most sign-ins have.
 */
final class UpnResolver {

    private static final int SIGN_IN_WEIGHT = 1_000;

    private final CaseEvents events;

    UpnResolver(CaseEvents events) {
        this.events = events;
    }

    void resolve(int[] upns, BitSet resolved) {
        int[] objectIds = events.codes(EventField.USER_OBJECT_ID);
        String[] names = events.dictionary(EventField.UPN);
        Map<Long, Integer> weights = new HashMap<>();
        for (int event = 0; event < upns.length; event++) {
            if (objectIds[event] != 0 && upns[event] != 0 && names[upns[event]].indexOf('@') > 0) {
                weights.merge((long) objectIds[event] << 32 | upns[event],
                        events.kind(event).isSignIn() ? SIGN_IN_WEIGHT : 1, Integer::sum);
            }
        }
        Map<Integer, Long> best = new HashMap<>();
        weights.forEach((pair, weight) -> best.merge((int) (pair >>> 32), pair, (a, b) -> {
            int byWeight = Integer.compare(weights.getOrDefault(a, 0), weights.getOrDefault(b, 0));
            int better = byWeight != 0 ? byWeight : names[b.intValue()].compareTo(names[a.intValue()]);
            return better >= 0 ? a : b;
        }));
        for (int event = 0; event < upns.length; event++) {
            boolean hasName = upns[event] != 0 && names[upns[event]].indexOf('@') > 0;
            Long found = hasName || objectIds[event] == 0 ? null : best.get(objectIds[event]);
            if (found != null) {
                upns[event] = found.intValue();
                resolved.set(event);
            }
        }
    }
}

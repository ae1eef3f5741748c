package org.tokenlane.query;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
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

    void resolve(IntColumn upns, BitSet resolved) {
        IntColumn objectIds = events.codes(EventField.USER_OBJECT_ID);
        TextColumn names = events.dictionary(EventField.UPN);
        Map<Long, Integer> weights = new HashMap<>();
        for (int event = 0; event < upns.size(); event++) {
            int upn = upns.get(event);
            int objectId = objectIds.get(event);
            if (objectId != 0 && upn != 0 && names.get(upn).indexOf('@') > 0) {
                weights.merge((long) objectId << 32 | upn,
                        events.kind(event).isSignIn() ? SIGN_IN_WEIGHT : 1, Integer::sum);
            }
        }
        Map<Integer, Long> best = new HashMap<>();
        weights.forEach((pair, weight) -> best.merge((int) (pair >>> 32), pair, (a, b) -> {
            int byWeight = Integer.compare(weights.getOrDefault(a, 0), weights.getOrDefault(b, 0));
            int better = byWeight != 0 ? byWeight : names.get(b.intValue()).compareTo(names.get(a.intValue()));
            return better >= 0 ? a : b;
        }));
        for (int event = 0; event < upns.size(); event++) {
            int objectId = objectIds.get(event);
            Long found = objectId == 0 ? null : best.get(objectId);
            if (found != null && (upns.get(event) == 0 || names.get(upns.get(event)).indexOf('@') <= 0)) {
                upns.set(event, found.intValue());
                resolved.set(event);
            }
        }
    }
}

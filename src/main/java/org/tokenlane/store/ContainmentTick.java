package org.tokenlane.store;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A step of containment that somebody marked as done. It is kept as an entry of the audit trail, so that nobody can
 * change unseen who marked what when.
 *
 * @param at
 *            UTC
 * @param entry
 *            the number of the entry
 */
public record ContainmentTick(String who, Instant at, int entry) {

    /** The steps that are marked as done, by their keys: the last entry on a step counts. */
    static Map<String, ContainmentTick> of(List<AuditTrail.Entry> entries) {
        Map<String, ContainmentTick> ticks = new HashMap<>();
        for (AuditTrail.Entry entry : entries) {
            String key = entry.fields().getOrDefault(AuditField.NAME, "");
            if (entry.kind() == AuditKind.CONTAINMENT_DONE) {
                ticks.put(key, new ContainmentTick(entry.said().author(), entry.said().at(), entry.number()));
            } else if (entry.kind() == AuditKind.CONTAINMENT_OPEN) {
                ticks.remove(key);
            }
        }
        return ticks;
    }
}

package org.tokenlane.model.evidence;

import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.AuditEvent;

/**
 * A record that was read as an event.
 *
 * @param weakKey
 *            the event's weak key, or null
 * @param place
 *            where the record stands
 * @param mentions
 *            the hashes (see MentionHash) of ids that stand in the record where no field holds them
 */
public record MappedRecord(AuditEvent event, Shape shape, EventKey key, @Nullable EventKey weakKey, RawPlace place,
        int[] mentions) {
}

package org.tokenlane.detect.likeness;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A session that resembles a hostile one.
 *
 * @param points
 *            how much they have in common; what many users have counts little
 * @param reasons
 *            what they have in common, in the order of the traits, a phrase each
 * @param events
 *            the numbers of the events in this session that show it, in the order of the reasons
 */
public record Alike(String sessionId, @Nullable String upn, int points, List<String> reasons, List<Integer> events) {

    public Alike {
        reasons = List.copyOf(reasons);
        events = List.copyOf(events);
    }
}

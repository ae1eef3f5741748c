package org.tokenlane.detect.sigma.run;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;

/**
 * Events that a rule found together.
 *
 * @param events
 *            their numbers, in time order
 * @param group
 *            the values that they have in common, by the field or alias that the rule groups by
 * @param why
 *            what was counted, as a sentence; null for a single event
 */
public record SigmaHit(List<Integer> events, Map<String, String> group, @Nullable Text why) {

    public SigmaHit {
        events = List.copyOf(events);
    }
}

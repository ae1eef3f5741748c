package org.tokenlane.detect.sigma.run;

import java.util.List;
import java.util.Map;

/**
 * Events that a rule found together.
 *
 * @param events
 *            their numbers, in time order
 * @param group
 *            the values that they have in common, by the field or alias that the rule groups by
 * @param why
 *            what was counted, as a sentence
 */
public record SigmaHit(List<Integer> events, Map<String, String> group, String why) {

    public SigmaHit {
        events = List.copyOf(events);
    }
}

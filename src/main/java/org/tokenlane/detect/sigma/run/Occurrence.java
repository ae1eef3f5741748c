package org.tokenlane.detect.sigma.run;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A hit of a rule, as counts and correlations use it.
 *
 * @param time
 *            nanoseconds since 1970, UTC
 * @param event
 *            the event whose fields represent it: of several the last
 * @param events
 *            all its events
 * @param rule
 *            the rank of the rule among those that are correlated
 * @param value
 *            the value that is counted, in lower case, or null
 * @param number
 *            the value that is added up, or null
 */
record Occurrence(long time, int event, List<Integer> events, int rule, @Nullable String value,
        @Nullable BigDecimal number) {
}

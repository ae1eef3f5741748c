package org.tokenlane.detect.sigma.run;

import java.util.List;

/**
 * Something that a rule found, as others count it.
 *
 * @param time
 *            nanoseconds since 1970, UTC
 * @param event
 *            the event whose fields stand for it: of several the last
 * @param events
 *            all that belong to it
 * @param rule
 *            the rank of the rule among those that are correlated
 * @param value
 *            the value that is counted, in lower case, or null
 */
record Occurrence(long time, int event, List<Integer> events, int rule, String value) {
}

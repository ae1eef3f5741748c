package org.tokenlane.detect.exposure;

import java.util.List;

/**
 * When, how often and with which tokens something was done.
 *
 * @param first
 *            the first time, in nanoseconds since 1970, UTC, or {@code AuditEvent.NO_TIME}
 * @param last
 *            the last time
 * @param times
 *            how often records name it
 * @param tokens
 *            the tokens' UTIs, those that a record gives or that follow from one by fact
 * @param events
 *            the numbers of the events in time order; not to be changed
 */
public record Use(long first, long last, int times, List<String> tokens, int[] events) {
}

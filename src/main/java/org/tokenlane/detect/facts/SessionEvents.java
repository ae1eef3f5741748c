package org.tokenlane.detect.facts;

import org.jspecify.annotations.Nullable;

/**
 * A session's events that belong to it by fact and have a time, in its order.
 *
 * @param code
 *            the session's code
 * @param upn
 *            its user, or null where no record names one
 * @param events
 *            all of them
 * @param signIns
 *            those that are sign-ins and did not fail, the audit log's echoes left out
 * @param hasSeveralAddresses
 *            whether its events are from more than one address
 */
public record SessionEvents(int code, String id, @Nullable String upn, int[] events, int[] signIns,
        boolean hasSeveralAddresses) {
}

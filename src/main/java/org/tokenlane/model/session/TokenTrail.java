package org.tokenlane.model.session;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All uses of one token in time order.
 *
 * @param session
 *            the session it belongs to, or null
 * @param app
 *            the application it was issued to, by name or else by id; or null
 * @param resource
 *            the resource it was issued for, likewise
 * @param issuedAt
 *            when it was issued: as the records say (which is five minutes before the sign-in), or AuditEvent.NO_TIME
 * @param signIn
 *            the sign-in that issued it (its event's number), or -1 where it is not on record
 * @param operations
 *            the number of operations made with it
 * @param operationsByName
 *            these by name, the most frequent first
 * @param events
 *            its events' numbers in time order, the sign-in and inferred ones included
 */
public record TokenTrail(String uti, @Nullable String session, @Nullable String app, @Nullable String resource,
        long issuedAt, int signIn,
        List<String> ips, long first, long last, int operations,
        Map<String, Integer> operationsByName, int[] events) {
}

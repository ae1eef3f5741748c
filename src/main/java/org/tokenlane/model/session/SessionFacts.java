package org.tokenlane.model.session;

import java.util.List;

/**
 * What is known of one session from the events that belong to it by fact; inferred ones are counted apart.
 *
 * @param first
 *            the time of its first event in nanoseconds since 1970, UTC, or AuditEvent.NO_TIME
 * @param last
 *            the time of its last event, likewise
 * @param signIns
 *            its sign-ins; the audit log's echo of a sign-in that is on record is not counted again
 * @param tokens
 *            the tokens issued or used in it
 * @param operations
 *            its events that are operations
 * @param refusedCalls
 *            how many of the operations are calls of Microsoft Graph that were refused
 * @param events
 *            all events that belong to it by fact
 * @param inferred
 *            further events that are only inferred to belong to it
 * @param origins
 *            how many origins (network, user agent, device, transfer method) it was used from
 */
public record SessionFacts(String sessionId, List<String> upns, List<String> ips, List<String> countries, long first,
        long last, int signIns, int tokens, int operations,
        int refusedCalls, int events, int inferred, int origins) {

    public SessionFacts {
        upns = List.copyOf(upns);
        ips = List.copyOf(ips);
        countries = List.copyOf(countries);
    }
}

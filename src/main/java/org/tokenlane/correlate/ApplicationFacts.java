package org.tokenlane.correlate;

import java.util.List;

/**
 * What is known of an application or agent that acted by itself, outside any session.
 *
 * @param id
 *            its application id, or else the name by which the logs know it
 * @param first
 *            the time of its first event in nanoseconds since 1970, UTC
 * @param last
 *            the time of its last
 * @param signIns
 *            its sign-ins, the failed ones included
 * @param tokens
 *            the tokens that it was issued or used
 * @param refusedCalls
 *            how many of the operations are calls of Microsoft Graph that were refused
 * @param events
 *            all its events, their numbers in order of time
 */
public record ApplicationFacts(String id, String name, long first, long last, int signIns, int tokens, int operations,
        int refusedCalls,
        List<Integer> events, List<String> ips) {

    public ApplicationFacts {
        events = List.copyOf(events);
        ips = List.copyOf(ips);
    }
}

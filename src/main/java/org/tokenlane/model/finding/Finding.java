package org.tokenlane.model.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a rule found, with its proof.
 *
 * @param rule
 *            the rule's id
 * @param attack
 *            ids of ATT&amp;CK techniques
 * @param sessionId
 *            the session it is about, or null where it is about none or several
 * @param upn
 *            the user it is about, or null
 * @param events
 *            the numbers of the events that prove it, in time order
 * @param eventIds
 *            the same events' ids, which stay the same in any case
 * @param told
 *            what happened, in a sentence or two for those who tell the story of the case
 * @param why
 *            the same with all that explains it in terms of this case: operations, values, what it belongs to
 * @param against
 *            what speaks against an attack, a sentence each
 * @param next
 *            what to do next, as sentences; empty where the rule does not say
 * @param others
 *            those of the events that are someone else's if it is an attack: the user's own are left out
 */
public record Finding(String rule, String title, Severity severity, List<String> attack, @Nullable String sessionId,
        @Nullable String upn,
        List<Integer> events, List<String> eventIds, String told,
        String why, List<String> against, String next, List<Integer> others) {

    public Finding {
        attack = List.copyOf(attack);
        events = List.copyOf(events);
        eventIds = List.copyOf(eventIds);
        against = List.copyOf(against);
        others = List.copyOf(others);
    }

    /** A finding all of whose events are someone else's if it is an attack, and whose explanation is all told. */
    public Finding(String rule, String title, Severity severity, List<String> attack, @Nullable String sessionId,
            @Nullable String upn, List<Integer> events, List<String> eventIds, String why, List<String> against) {
        this(rule, title, severity, attack, sessionId, upn, events, eventIds, why, why, against, "", events);
    }
}

package org.tokenlane.correlate;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.query.CaseEvents;

/**
 * The links that records state: an event belongs to the token whose UTI it gives or whose request id it is, and to the
 * session whose id it gives, else to its token's.
 */
final class ExactLinks {

    /** A sign-in says more surely than an operation which session a token is of. */
    private static final int SIGN_IN_VOTES = 1_000;

    private final CaseEvents events;
    private final Links links;

    ExactLinks(CaseEvents events, Links links) {
        this.events = events;
        this.links = links;
    }

    /** Links these events, among which all events of each of their tokens must be. */
    void find(BitSet scope) {
        IntColumn utis = events.codes(EventField.UTI);
        IntColumn given = events.codes(EventField.SESSION_ID);
        scope.stream().forEach(event -> {
            UtiOrigin origin = utis.get(event) == 0 ? UtiOrigin.NONE : events.utiOrigin(event);
            if (origin == UtiOrigin.FIELD || origin == UtiOrigin.REQUEST_ID) {
                links.token(event, utis.get(event));
                links.rule(event, origin == UtiOrigin.FIELD ? LinkRule.UTI_GIVEN : LinkRule.UTI_FROM_REQUEST_ID);
            } else if (given.get(event) != 0) {
                links.rule(event, LinkRule.SESSION_GIVEN);
            }
        });
        int[] sessionOfToken = sessionsOfTokens(scope, links.tokens(), given);
        scope.stream().forEach(event -> links.session(event,
                given.get(event) != 0 ? given.get(event) : sessionOfToken[links.token(event)]));
    }

    /** The session of each token: the one that most of its records give, sign-ins first. */
    private int[] sessionsOfTokens(BitSet scope, IntColumn tokens, IntColumn given) {
        int[] sessions = new int[events.dictionarySize(EventField.UTI)];
        Map<Long, Integer> votes = new HashMap<>();
        for (int event = scope.nextSetBit(0); event >= 0; event = scope.nextSetBit(event + 1)) {
            int token = tokens.get(event);
            int session = given.get(event);
            if (token == 0 || session == 0) {
                continue;
            }
            if (sessions[token] == 0) {
                sessions[token] = session;
            }
            if (sessions[token] != session) {
                // only tokens with several sessions need counting, which are few
                votes.put(vote(token, 0), 1);
            }
        }
        if (!votes.isEmpty()) {
            countVotes(scope, tokens, given, sessions, votes);
        }
        return sessions;
    }

    private void countVotes(BitSet scope, IntColumn tokens, IntColumn given, int[] sessions, Map<Long, Integer> votes) {
        for (int event = scope.nextSetBit(0); event >= 0; event = scope.nextSetBit(event + 1)) {
            int token = tokens.get(event);
            int session = given.get(event);
            if (token != 0 && session != 0 && votes.containsKey(vote(token, 0))) {
                votes.merge(vote(token, session), events.kind(event).isSignIn() ? SIGN_IN_VOTES : 1,
                        Integer::sum);
            }
        }
        TextColumn ids = events.dictionary(EventField.SESSION_ID);
        votes.forEach((vote, count) -> {
            int token = (int) (vote >>> 32);
            int session = vote.intValue();
            if (session != 0) {
                int best = votes.getOrDefault(vote(token, sessions[token]), 0);
                if (count > best || count == best && ids.get(session).compareTo(ids.get(sessions[token])) < 0) {
                    sessions[token] = session;
                }
            }
        });
    }

    private static long vote(int token, int session) {
        return (long) token << 32 | session;
    }
}

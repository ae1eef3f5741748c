package org.tokenlane.correlate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.query.CaseEvents;

/**
 * Adds the links that no record states but that follow with some confidence. An event is joined only where the rule
 * leaves one answer; where two sessions would do it stays unlinked. Each rule looks at the exact links alone, never at
 * other inferences, and the stronger rule goes first.
 */
final class InferredLinks {

    private static final long SECOND = 1_000_000_000L;
    /**
     * Entra dates a token's issue five minutes back, to allow for clocks that differ: the sample record of "Microsoft
     * Graph activity logs" (learn.microsoft.com) has 11:42:00 as {@code TokenIssuedAt} of a token used from 11:47:00.
     */
    private static final long BACK_DATED = 300 * SECOND;
    private static final long TOLERANCE = 2 * SECOND;
    private static final int SEVERAL = -1;

    private final CaseEvents events;
    private final Links links;

    InferredLinks(CaseEvents events, Links links) {
        this.events = events;
        this.links = links;
    }

    /** Joins those of these events that a rule joins; they must not be linked yet. */
    void add(List<Integer> unlinked) {
        if (unlinked.isEmpty()) {
            return;
        }
        List<Integer> open = new ArrayList<>(unlinked);
        byIssueTime(open);
        byCorrelationId(open);
        byUserAddressAndTime(open);
    }

    /**
     * A logon of the audit log belongs to the token of the sign-in that it records, if another record has that token.
     */
    void byIntraSystemId(BitSet scope) {
        IntColumn utis = events.codes(EventField.UTI);
        int[] sessionOfToken = new int[events.dictionarySize(EventField.UTI)];
        boolean[] known = new boolean[sessionOfToken.length];
        for (int event = 0; event < events.size(); event++) {
            int uti = utis.get(event);
            if (uti != 0 && events.utiOrigin(event) != UtiOrigin.INTRA_SYSTEM_ID) {
                known[uti] = true;
                if (links.session(event) != 0) {
                    sessionOfToken[uti] = links.session(event);
                }
            }
        }
        scope.stream().filter(
                event -> utis.get(event) != 0 && events.utiOrigin(event) == UtiOrigin.INTRA_SYSTEM_ID
                        && known[utis.get(event)])
                .forEach(event -> {
                    links.token(event, utis.get(event));
                    if (links.session(event) == 0) {
                        links.session(event, sessionOfToken[utis.get(event)]);
                        links.rule(event, LinkRule.INTRA_SYSTEM_ID);
                    }
                });
    }

    private void byIssueTime(List<Integer> open) {
        Map<Long, List<Integer>> signIns = new HashMap<>();
        open.stream().filter(event -> hasUserAndApp(event) && events.tokenIssuedAt(event) != AuditEvent.NO_TIME)
                .forEach(event -> signIns.put(userAndApp(event), new ArrayList<>()));
        if (signIns.isEmpty()) {
            return;
        }
        for (int event = 0; event < events.size(); event++) {
            if (events.kind(event).isSignIn() && links.token(event) != 0 && !links.rule(event).isInferred()
                    && hasUserAndApp(event)) {
                List<Integer> wanted = signIns.get(userAndApp(event));
                if (wanted != null) {
                    wanted.add(event);
                }
            }
        }
        open.removeIf(event -> {
            long issued = events.tokenIssuedAt(event);
            if (issued == AuditEvent.NO_TIME || !hasUserAndApp(event)) {
                return false;
            }
            int found = 0;
            for (int signIn : signIns.getOrDefault(userAndApp(event), List.of())) {
                if (Math.abs(events.time(signIn) - BACK_DATED - issued) <= TOLERANCE
                        && links.token(signIn) != found) {
                    found = found == 0 ? links.token(signIn) : SEVERAL;
                }
            }
            if (found > 0) {
                join(event, found, sessionOf(signIns.getOrDefault(userAndApp(event), List.of()), found),
                        LinkRule.TOKEN_ISSUE_TIME);
            }
            return found > 0;
        });
    }

    private int sessionOf(List<Integer> signIns, int token) {
        return signIns.stream().filter(signIn -> links.token(signIn) == token)
                .mapToInt(signIn -> links.session(signIn)).findFirst().orElse(0);
    }

    private boolean hasUserAndApp(int event) {
        return events.code(EventField.UPN, event) != 0 && events.code(EventField.APP_ID, event) != 0;
    }

    private long userAndApp(int event) {
        return Linking.pair(events.code(EventField.UPN, event), events.code(EventField.APP_ID, event));
    }

    private void byCorrelationId(List<Integer> open) {
        Map<String, Integer> wanted = new HashMap<>();
        for (int event : open) {
            String id = events.text(EventField.CORRELATION_ID, event);
            if (id != null) {
                wanted.put(id, 0);
            }
        }
        if (wanted.isEmpty()) {
            return;
        }
        for (int event = 0; event < events.size(); event++) {
            int session = links.session(event);
            if (session != 0 && !links.rule(event).isInferred()) {
                String id = events.text(EventField.CORRELATION_ID, event);
                if (id != null) {
                    wanted.computeIfPresent(id, (key, known) -> known == 0 || known == session ? session : SEVERAL);
                }
            }
        }
        open.removeIf(event -> {
            String id = events.text(EventField.CORRELATION_ID, event);
            int session = id == null ? 0 : wanted.getOrDefault(id, 0);
            if (session > 0) {
                join(event, 0, session, LinkRule.CORRELATION_ID);
            }
            return session > 0;
        });
    }

    private void byUserAddressAndTime(List<Integer> open) {
        AddressLinks addresses = new AddressLinks(events, links);
        addresses.read(open);
        open.removeIf(event -> {
            AddressLinks.Choice choice = addresses.choose(event);
            if (choice != null) {
                join(event, 0, choice.session(), choice.rule());
            }
            return choice != null;
        });
    }

    private void join(int event, int token, int session, LinkRule rule) {
        links.link(event, token, session, rule);
    }
}

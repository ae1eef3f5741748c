package org.tokenlane.correlate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.session.TokenTrail;
import org.tokenlane.query.CaseEvents;

/** Sessions and tokens as people read them. */
public final class SessionQueries {

    private final Correlation correlation;
    private final CaseEvents events;
    private final Origins origins;

    public SessionQueries(Correlation correlation) {
        this.correlation = correlation;
        this.events = correlation.events();
        this.origins = new Origins(events);
    }

    /** All sessions, the latest last. */
    public List<SessionFacts> all() {
        BitSet every = new BitSet();
        every.set(0, events.size());
        return withEventsAmong(every);
    }

    /**
     * The sessions of which at least one event is among these, each with all that is known of it, in the order of their
     * first events.
     */
    public List<SessionFacts> withEventsAmong(BitSet chosen) {
        List<SessionFacts> found = new ArrayList<>();
        correlation.sessionsAmong(chosen).stream().forEach(session -> found.add(facts(session)));
        found.sort(Comparator
                .<SessionFacts> comparingLong(
                        facts -> facts.first() == AuditEvent.NO_TIME ? Long.MAX_VALUE : facts.first())
                .thenComparing(SessionFacts::sessionId));
        return found;
    }

    /** What is known of the session with this code. */
    public SessionFacts facts(int session) {
        TreeSet<String> upns = new TreeSet<>();
        TreeSet<String> ips = new TreeSet<>();
        TreeSet<String> countries = new TreeSet<>();
        int signIns = 0;
        int operations = 0;
        int refused = 0;
        int inferred = 0;
        int[] all = correlation.eventsOfSession(session);
        int[] members = new int[all.length];
        int exact = 0;
        for (int event : all) {
            if (correlation.rule(event).isInferred()) {
                inferred++;
                continue;
            }
            int before = exact == 0 ? -1 : members[exact - 1];
            addChanged(upns, EventField.UPN, before, event);
            addChanged(ips, EventField.IP, before, event);
            addChanged(countries, EventField.COUNTRY, before, event);
            members[exact++] = event;
            signIns += events.kind(event).isSignIn() && !isEcho(event) ? 1 : 0;
            operations += events.kind(event).isOperation() ? 1 : 0;
            refused += events.isRefusedCall(event) ? 1 : 0;
        }
        members = Arrays.copyOf(members, exact);
        return new SessionFacts(events.dictionary(EventField.SESSION_ID).get(session), List.copyOf(upns),
                List.copyOf(ips),
                List.copyOf(countries), first(members),
                last(members), signIns, tokensOf(session).size(), operations, refused, members.length, inferred,
                origins.of(members).size());
    }

    /** Through whom each of these sessions was used; those of which no record says anything are left out. */
    public Map<String, SessionThrough> through(List<SessionFacts> sessions) {
        Through.Reader reader = new Through.Reader(events);
        Map<String, SessionThrough> found = new HashMap<>();
        for (SessionFacts facts : sessions) {
            SessionThrough through = SessionThrough.of(correlation, reader,
                    correlation.sessionCode(facts.sessionId()));
            if (!through.isEmpty()) {
                found.put(facts.sessionId(), through);
            }
        }
        return found;
    }

    /** The origins of a session's events that belong to it by fact. */
    public List<Origins.Origin> origins(int session) {
        int[] exact = Arrays.stream(correlation.eventsOfSession(session))
                .filter(event -> !correlation.rule(event).isInferred()).toArray();
        return origins.of(exact);
    }

    /** Adds the text unless the event before has the same, which in a session most have. */
    private void addChanged(Collection<String> texts, EventField shared, int before, int event) {
        if (before < 0 || events.code(shared, before) != events.code(shared, event)) {
            addText(texts, shared, event);
        }
    }

    private void addText(Collection<String> texts, EventField field, int event) {
        String text = events.text(field, event);
        if (text != null) {
            texts.add(text);
        }
    }

    /** Tells whether the event is the audit log's word of a sign-in that the sign-in log has too. */
    public boolean isEcho(int event) {
        if (events.source(event) != LogSource.UNIFIED_AUDIT_LOG || correlation.token(event) == 0) {
            return false;
        }
        for (int other : correlation.eventsOfToken(correlation.token(event))) {
            if (other != event && events.kind(other).isSignIn() && events.source(other) == LogSource.ENTRA_SIGN_INS) {
                return true;
            }
        }
        return false;
    }

    /**
     * The codes of the session's tokens in the order of their first events: those that something was done with, or
     * whose sign-in did not fail.
     */
    public List<Integer> tokensOf(int session) {
        Map<Integer, Boolean> issued = new LinkedHashMap<>();
        for (int event : correlation.eventsOfSession(session)) {
            int token = correlation.token(event);
            if (token != 0 && !correlation.rule(event).isInferred()) {
                issued.merge(token, isUseOrIssue(event), Boolean::logicalOr);
            }
        }
        issued.values().removeIf(used -> !used);
        return List.copyOf(issued.keySet());
    }

    private boolean isUseOrIssue(int event) {
        EventKind kind = events.kind(event);
        boolean refused = events.result(event) == EventResult.FAILURE
                || events.result(event) == EventResult.INTERRUPTED;
        return kind.isSignIn() ? !refused : kind.isOperation();
    }

    /** The session's events that give its id but no token's, in time order. */
    public int[] withoutToken(int session) {
        return Arrays.stream(correlation.eventsOfSession(session))
                .filter(event -> correlation.token(event) == 0 && !correlation.rule(event).isInferred()).toArray();
    }

    /** The events that are only inferred to belong to the session, in time order. */
    public int[] inferred(int session) {
        return Arrays.stream(correlation.eventsOfSession(session)).filter(event -> correlation.rule(event).isInferred())
                .toArray();
    }

    /** All uses of the token with this code. */
    public TokenTrail token(int token) {
        int[] all = correlation.eventsOfToken(token);
        TreeSet<String> ips = new TreeSet<>();
        Map<String, Integer> byName = new HashMap<>();
        int signIn = -1;
        int session = 0;
        long issued = AuditEvent.NO_TIME;
        List<Integer> exact = new ArrayList<>();
        for (int event : all) {
            LinkRule rule = correlation.rule(event);
            if (rule.isInferred()) {
                continue;
            }
            exact.add(event);
            session = session == 0 ? correlation.session(event) : session;
            addText(ips, EventField.IP, event);
            if (events.kind(event).isSignIn() && (signIn < 0 || isEcho(signIn))) {
                signIn = event;
            }
            issued = issued == AuditEvent.NO_TIME ? events.tokenIssuedAt(event) : issued;
            if (events.kind(event).isOperation()) {
                String name = events.text(EventField.OPERATION, event);
                byName.merge(name == null ? "(no name)" : name, 1, Integer::sum); // not for people: also in JSON
            }
        }
        if (issued == AuditEvent.NO_TIME && signIn >= 0) {
            issued = events.time(signIn);
        }
        Map<String, Integer> sorted = new LinkedHashMap<>();
        byName.entrySet().stream()
                .sorted(Map.Entry.<String, Integer> comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        int[] members = exact.stream().mapToInt(Integer::intValue).toArray();
        return new TokenTrail(events.dictionary(EventField.UTI).get(token),
                events.dictionary(EventField.SESSION_ID).get(session),
                name(signIn, members, EventField.APP_NAME, EventField.APP_ID),
                name(signIn, members, EventField.RESOURCE_NAME, EventField.RESOURCE_ID), issued, signIn,
                List.copyOf(ips), first(members), last(members),
                sorted.values().stream().mapToInt(Integer::intValue).sum(), sorted, all);
    }

    /** A name, or else an id, that the sign-in or else one of the events has. */
    private @Nullable String name(int signIn, int[] members, EventField name, EventField id) {
        for (EventField field : new EventField[] { name, id }) {
            if (signIn >= 0 && events.text(field, signIn) != null) {
                return events.text(field, signIn);
            }
            for (int event : members) {
                if (events.text(field, event) != null) {
                    return events.text(field, event);
                }
            }
        }
        return null;
    }

    private long first(int[] members) {
        for (int event : members) {
            if (events.time(event) != AuditEvent.NO_TIME) {
                return events.time(event);
            }
        }
        return AuditEvent.NO_TIME;
    }

    private long last(int[] members) {
        for (int i = members.length - 1; i >= 0; i--) {
            if (events.time(members[i]) != AuditEvent.NO_TIME) {
                return events.time(members[i]);
            }
        }
        return AuditEvent.NO_TIME;
    }
}

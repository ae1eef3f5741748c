package org.tokenlane.correlate;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.evidence.Sha256;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.KeptLinks;

/**
 * Which token and which session each event belongs to, and by which rule. Tokens and sessions are the codes of their
 * ids in the case's dictionaries; 0 is none.
 */
public final class Correlation {

    private static final int EVENTS_AT_ONCE = 4_096;

    private final CaseEvents events;
    private final IntColumn tokens;
    private final IntColumn sessions;
    /** The codes of the rules. */
    private final byte[] rules;
    private final int[] firstOfSession;
    private final IntColumn eventsBySession;
    private final int[] firstOfToken;
    private final IntColumn eventsByToken;
    private final int linkedAnew;
    private final Map<EventField, CodeIndex> indices = new ConcurrentHashMap<>();

    private Correlation(CaseEvents events, Links links, int linkedAnew) {
        this.linkedAnew = linkedAnew;
        this.events = events;
        tokens = links.tokens();
        sessions = links.sessions();
        rules = links.rules();
        firstOfSession = starts(sessions, events.dictionarySize(EventField.SESSION_ID));
        eventsBySession = grouped(sessions, firstOfSession);
        firstOfToken = starts(tokens, events.dictionarySize(EventField.UTI));
        eventsByToken = grouped(tokens, firstOfToken);
    }

    /** Links the case's events from their records alone. */
    public static Correlation of(CaseEvents events) {
        Linking linking = new Linking(events, null);
        return new Correlation(events, linking.find(), linking.linkedAnew());
    }

    /** Links what came into the case since its links were kept last, and keeps them. */
    public static Correlation upToDate(CaseFile caseFile) {
        CaseEvents events = CaseEvents.load(caseFile);
        KeptLinks kept = caseFile.keptLinks();
        Linking linking = new Linking(events, kept);
        Links links = linking.find();
        if (kept == null || kept.rows() != events.rows()) {
            caseFile.keep(links.toKeep(events));
        }
        return new Correlation(events, links, linking.linkedAnew());
    }

    private static int[] starts(IntColumn codes, int distinct) {
        int[] first = new int[distinct + 1];
        for (int event = 0; event < codes.size(); event++) {
            first[codes.get(event) + 1]++;
        }
        for (int i = 0; i < distinct; i++) {
            first[i + 1] += first[i];
        }
        return first;
    }

    private static IntColumn grouped(IntColumn codes, int[] first) {
        IntColumn grouped = new IntColumn(codes.size());
        int[] next = first.clone();
        for (int event = 0; event < codes.size(); event++) {
            grouped.set(next[codes.get(event)]++, event);
        }
        return grouped;
    }

    public CaseEvents events() {
        return events;
    }

    /** How many events were linked anew; the others kept the links that they had. */
    public int linkedAnew() {
        return linkedAnew;
    }

    /** Tells whether both hold the same links, event by event. */
    public boolean sameLinksAs(Correlation other) {
        return tokens.equals(other.tokens) && sessions.equals(other.sessions)
                && Arrays.equals(rules, other.rules);
    }

    /** A hash of all links, event by event. */
    public String hash() {
        MessageDigest digest = Sha256.digest();
        ByteBuffer some = ByteBuffer.allocate(EVENTS_AT_ONCE * (2 * Integer.BYTES + 1));
        for (int event = 0; event < rules.length; event++) {
            some.putInt(tokens.get(event)).putInt(sessions.get(event)).put(rules[event]);
            if (!some.hasRemaining() || event == rules.length - 1) {
                digest.update(some.flip());
                some.clear();
            }
        }
        return Sha256.hex(digest);
    }

    /** The code of the token that the event was made with, 0 for none. */
    public int token(int event) {
        return tokens.get(event);
    }

    /** The code of the session that the event belongs to, 0 for none. */
    public int session(int event) {
        return sessions.get(event);
    }

    /** The rule by which the event belongs to its session, or to its token where the session is not known. */
    public LinkRule rule(int event) {
        return LinkRule.of(rules[event]);
    }

    /** The session's events in time order, inferred ones included. */
    public int[] eventsOfSession(int session) {
        return group(eventsBySession, firstOfSession, session);
    }

    /** The token's events in time order, inferred ones included. */
    public int[] eventsOfToken(int token) {
        return group(eventsByToken, firstOfToken, token);
    }

    /** A code that came with a later import has no events here. */
    private static int[] group(IntColumn grouped, int[] first, int code) {
        return code <= 0 || code >= first.length - 1 ? new int[0]
                : grouped.copyOf(first[code], first[code + 1]);
    }

    /** The code of a session id, or 0 where no record gives it. */
    public int sessionCode(String sessionId) {
        return index(EventField.SESSION_ID).of(sessionId);
    }

    /** The code of a UTI, or 0 where no record gives it. */
    public int tokenCode(String uti) {
        return index(EventField.UTI).of(uti);
    }

    private CodeIndex index(EventField field) {
        return indices.computeIfAbsent(field, wanted -> new CodeIndex(events.dictionary(wanted)));
    }

    /** The sessions that have events, among these events. */
    public BitSet sessionsAmong(BitSet chosen) {
        BitSet found = new BitSet();
        chosen.stream().map(sessions::get).filter(session -> session > 0).forEach(found::set);
        return found;
    }
}

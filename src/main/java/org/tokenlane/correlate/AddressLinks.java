package org.tokenlane.correlate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.SeenSession.Match;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.query.CaseEvents;

/**
 * Finds the session of an event by its user, its address and its time. Where several sessions of the user were active
 * at the address, what the record says of the device, the user agent, the mail client, the application or the file
 * chooses between them, but only where it speaks for one of them and against each of the others; what the logs leave
 * open decides nothing. Where it speaks against the only session, the event stays unlinked too.
 */
final class AddressLinks {

    private static final long SECOND = 1_000_000_000L;
    /** An event within an hour after the last thing that is seen of a session is still taken for the session's. */
    private static final long AFTER_LAST = 3_600 * SECOND;
    /**
     * An access token is valid for 60 to 90 minutes ("Configurable token lifetimes", learn.microsoft.com), so that a
     * session may be the one for that long, even where it is too late to choose it.
     */
    private static final long LONGEST_TOKEN = 5_400 * SECOND;
    /**
     * {@code FileAccessedExtended} and {@code FileModifiedExtended} are logged when the same person goes on with a file
     * for up to three hours after {@code FileAccessed} or {@code FileModified} ("Audit log activities",
     * learn.microsoft.com).
     */
    private static final long EXTENDED = 3 * 3_600 * SECOND;
    private static final String EXTENDED_SUFFIX = "Extended";

    private final CaseEvents events;
    private final Links links;
    private final Map<Integer, List<SeenSession>> sessionsOfUser = new HashMap<>();
    private final Map<Integer, ClientText> texts = new HashMap<>();
    private final Map<UseOfFile, List<Access>> accesses = new HashMap<>();

    /** What a user does with a file: the operation without "Extended". */
    private record UseOfFile(int user, String operation, String file) {
    }

    /** An access to a file, in a session or, with 0, in one that is not stated. */
    private record Access(int session, long time) {
    }

    /** A session for an event, and the rule that chose it. */
    record Choice(int session, LinkRule rule) {
    }

    AddressLinks(CaseEvents events, Links links) {
        this.events = events;
        this.links = links;
    }

    /** The user by name, else by object id; 0 where neither is known. */
    static int user(CaseEvents events, int event) {
        int upn = events.code(EventField.UPN, event);
        return upn != 0 ? upn : -events.code(EventField.USER_OBJECT_ID, event);
    }

    private boolean isStated(int event) {
        return links.session(event) != 0 && !links.rule(event).isInferred()
                && events.time(event) != AuditEvent.NO_TIME;
    }

    /** Reads what is known of the sessions of the users of these events. */
    void read(List<Integer> open) {
        Map<Long, SeenSession> seen = new HashMap<>();
        Set<UseOfFile> continued = new HashSet<>();
        for (int event : open) {
            int user = user(events, event);
            if (user != 0) {
                sessionsOfUser.putIfAbsent(user, new ArrayList<>());
                UseOfFile use = isExtended(event) ? useOfFile(event, user) : null;
                if (use != null) {
                    continued.add(use);
                }
            }
        }
        readAccesses(continued);
        for (int event = 0; event < events.size(); event++) {
            if (isStated(event)) {
                int user = user(events, event);
                List<SeenSession> sessions = sessionsOfUser.get(user);
                if (sessions != null) {
                    int session = links.session(event);
                    read(seen.computeIfAbsent(Linking.pair(user, session), key -> {
                        SeenSession first = new SeenSession(session);
                        sessions.add(first);
                        return first;
                    }), event);
                }
            }
        }
    }

    private void read(SeenSession session, int event) {
        long time = events.time(event);
        EventKind kind = events.kind(event);
        EventResult result = events.result(event);
        boolean entered = !kind.isSignIn() || result != EventResult.FAILURE && result != EventResult.INTERRUPTED;
        int workload = events.code(EventField.WORKLOAD, event);
        if (kind.isSignIn() && entered) {
            session.signedIn(kind != EventKind.SIGN_IN_NON_INTERACTIVE);
        }
        int address = events.code(EventField.IP, event);
        if (entered && address != 0) {
            session.at(address, time);
        }
        int agent = events.code(EventField.USER_AGENT, event);
        if (agent != 0) {
            session.client(text(agent), workload, time);
        }
        int app = events.code(EventField.APP_ID, event);
        if (entered && app != 0) {
            session.app(app, workload, !kind.isSignIn(), time);
        }
        int device = events.code(EventField.DEVICE_ID, event);
        if (device != 0) {
            session.device(device);
        }
    }

    private ClientText text(int agent) {
        return texts.computeIfAbsent(agent, code -> ClientText.of(events.dictionary(EventField.USER_AGENT).get(code)));
    }

    private void readAccesses(Set<UseOfFile> continued) {
        for (int event = 0; event < events.size() && !continued.isEmpty(); event++) {
            UseOfFile use = isExtended(event) || events.time(event) == AuditEvent.NO_TIME ? null
                    : useOfFile(event, user(events, event));
            if (use != null && continued.contains(use)) {
                accesses.computeIfAbsent(use, key -> new ArrayList<>())
                        .add(new Access(isStated(event) ? links.session(event) : 0, events.time(event)));
            }
        }
    }

    private boolean isExtended(int event) {
        return operation(event).endsWith(EXTENDED_SUFFIX);
    }

    private String operation(int event) {
        return Objects.requireNonNullElse(events.text(EventField.OPERATION, event), "");
    }

    private @Nullable UseOfFile useOfFile(int event, int user) {
        String operation = operation(event);
        String file = operation.startsWith("FileAccessed") || operation.startsWith("FileModified")
                ? events.text(EventField.TARGET, event)
                : null;
        return file == null ? null
                : new UseOfFile(user, isExtended(event)
                        ? operation.substring(0, operation.length() - EXTENDED_SUFFIX.length())
                        : operation, file);
    }

    @Nullable
    Choice choose(int event) {
        int user = user(events, event);
        int address = events.code(EventField.IP, event);
        long time = events.time(event);
        if (user == 0 || address == 0 || time == AuditEvent.NO_TIME) {
            return null;
        }
        List<SeenSession> rivals = sessionsOfUser.getOrDefault(user, List.of()).stream()
                .filter(session -> session.wasAt(address, time, LONGEST_TOKEN)).toList();
        if (rivals.size() == 1) {
            SeenSession only = rivals.getFirst();
            return only.wasAt(address, time, AFTER_LAST) && !isContradicted(event, only)
                    ? new Choice(only.session(), LinkRule.USER_IP_TIME)
                    : null;
        }
        return rivals.isEmpty() ? null : between(event, rivals, session -> session.wasAt(address, time, AFTER_LAST));
    }

    private boolean isContradicted(int event, SeenSession only) {
        int agent = events.code(EventField.USER_AGENT, event);
        int device = events.code(EventField.DEVICE_ID, event);
        return agent != 0 && only.agent(text(agent), events.time(event)) == Match.EXCLUDED
                || device != 0 && only.device(device, false) == Match.EXCLUDED;
    }

    private @Nullable Choice between(int event, List<SeenSession> rivals,
            Predicate<SeenSession> active) {
        Map<LinkRule, Function<SeenSession, Match>> evidence = evidence(event);
        Choice choice = null;
        for (Map.Entry<LinkRule, Function<SeenSession, Match>> each : evidence.entrySet()) {
            SeenSession decided = decided(rivals, each.getValue());
            if (decided == null) {
                continue;
            }
            if (choice != null && choice.session() != decided.session()) {
                return null;
            }
            if (choice == null) {
                if (!active.test(decided)) {
                    return null;
                }
                choice = new Choice(decided.session(), each.getKey());
            }
        }
        return choice;
    }

    private static @Nullable SeenSession decided(List<SeenSession> rivals, Function<SeenSession, Match> match) {
        SeenSession decided = null;
        for (SeenSession session : rivals) {
            switch (match.apply(session)) {
            case SUPPORTED -> {
                if (decided != null) {
                    return null;
                }
                decided = session;
            }
            case OPEN -> {
                return null;
            }
            case EXCLUDED -> {
                // another session's
            }
            }
        }
        return decided;
    }

    /** What the record says that could choose, the most telling first. */
    private Map<LinkRule, Function<SeenSession, Match>> evidence(int event) {
        Map<LinkRule, Function<SeenSession, Match>> evidence = new EnumMap<>(LinkRule.class);
        long time = events.time(event);
        int workload = events.code(EventField.WORKLOAD, event);
        int device = events.code(EventField.DEVICE_ID, event);
        if (device != 0) {
            evidence.put(LinkRule.USER_IP_TIME_DEVICE, session -> session.device(device, true));
        }
        int agent = events.code(EventField.USER_AGENT, event);
        if (agent != 0) {
            ClientText text = text(agent);
            evidence.put(LinkRule.USER_IP_TIME_AGENT, session -> session.agent(text, time));
            evidence.put(LinkRule.USER_IP_TIME_CLIENT, session -> session.client(text, workload));
        }
        int app = events.code(EventField.APP_ID, event);
        if (app != 0) {
            evidence.put(LinkRule.USER_IP_TIME_APP, session -> session.app(app, workload, time, AFTER_LAST));
        }
        UseOfFile use = isExtended(event) ? useOfFile(event, user(events, event)) : null;
        List<Access> before = use == null ? List.of()
                : accesses.getOrDefault(use, List.of()).stream()
                        .filter(access -> access.time() <= time && access.time() >= time - EXTENDED).toList();
        if (!before.isEmpty()) {
            evidence.put(LinkRule.USER_IP_TIME_FILE, session -> file(before, session));
        }
        return evidence;
    }

    /** The session that accessed the file goes on with it, unless somebody else may have accessed it too. */
    private static Match file(List<Access> before, SeenSession session) {
        if (before.stream().anyMatch(access -> access.session() == 0)) {
            return Match.OPEN;
        }
        return before.stream().anyMatch(access -> access.session() == session.session()) ? Match.SUPPORTED
                : Match.EXCLUDED;
    }
}

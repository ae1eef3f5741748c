package org.tokenlane.detect.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.LinkedEvents;
import org.tokenlane.correlate.SessionQueries;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.AgentName;
import org.tokenlane.model.state.CaseState;
import org.tokenlane.query.CaseEvents;

/** What rules ask of a case, computed once for all of them. Never changes; safe for several threads. */
public final class CaseFacts {

    /** A session at an address, both by their codes. */
    private record Place(int session, int ip) {
    }

    private final Correlation correlation;
    private final CaseEvents events;
    private final SessionQueries queries;
    private final EventDetails details;
    private final Addresses addresses;
    private final AllowList allowList;
    private final List<SessionEvents> sessions;
    private final Map<Place, List<Integer>> interactive;
    private final Map<String, int[]> signInsOfUser;
    private final BitSet boundTokens;
    private final int[] deviceOfToken;
    private final Familiarity familiarity;
    private final Set<String> ownDomains;
    private final EventIndex index;
    private final LinkedEvents linked;
    private final BitSet judged;
    private final CaseState state;
    private final RiskySessions risky;

    public CaseFacts(Correlation correlation, EventDetails details, AddressLookup lookup, AllowList allowList,
            CaseState state) {
        this.correlation = correlation;
        this.events = correlation.events();
        this.details = details;
        this.allowList = allowList;
        this.state = state;
        queries = new SessionQueries(correlation);
        addresses = new Addresses(events, lookup, allowList);
        sessions = readSessions();
        interactive = readInteractive();
        signInsOfUser = readSignIns();
        boundTokens = readBoundTokens();
        deviceOfToken = readDevices();
        int[] tokens = new int[events.size()];
        Arrays.setAll(tokens, correlation::token);
        familiarity = new Familiarity(events, addresses, tokens, boundTokens);
        ownDomains = OwnDomains.of(signInsOfUser.keySet());
        index = new EventIndex(events);
        linked = new LinkedEvents(correlation);
        judged = readJudged();
        risky = RiskySessions.NONE;
    }

    private CaseFacts(CaseFacts before, RiskySessions risky) {
        correlation = before.correlation;
        events = before.events;
        queries = before.queries;
        details = before.details;
        addresses = before.addresses;
        allowList = before.allowList;
        state = before.state;
        sessions = before.sessions;
        interactive = before.interactive;
        signInsOfUser = before.signInsOfUser;
        boundTokens = before.boundTokens;
        deviceOfToken = before.deviceOfToken;
        familiarity = before.familiarity;
        ownDomains = before.ownDomains;
        index = before.index;
        linked = before.linked;
        judged = before.judged;
        this.risky = risky;
    }

    /** The same facts for rules that ask which sessions others take for an attacker's. */
    public CaseFacts with(RiskySessions sessionsAtRisk) {
        return new CaseFacts(this, sessionsAtRisk);
    }

    /**
     * A sentence on the high-severity finding that the event belongs to, by its session or its user, put into words
     * when it is asked for; null where there is none.
     *
     * @param after
     *            for how long after the first evidence in another session of its user, in nanoseconds
     */
    public @Nullable Supplier<String> risky(int event, long after) {
        return risky.words(this, event, after, null);
    }

    /** The same of the findings of other rules than this one, by its id. */
    public @Nullable Supplier<String> risky(int event, long after, String exceptRule) {
        return risky.words(this, event, after, exceptRule);
    }

    /**
     * A sentence on the high-severity finding whose address the event came from, in whatever name; null where there is
     * none.
     *
     * @param within
     *            how long before or after the first evidence of that finding, in nanoseconds
     */
    public @Nullable Supplier<String> riskyAddress(int event, long within, String exceptRule) {
        return risky.sameAddress(this, event, within, exceptRule);
    }

    private List<SessionEvents> readSessions() {
        List<SessionEvents> all = new ArrayList<>();
        String[] ids = events.dictionary(EventField.SESSION_ID);
        for (int code = 1; code < ids.length; code++) {
            int[] members = some(correlation.eventsOfSession(code),
                    event -> !correlation.rule(event).isInferred() && events.time(event) != AuditEvent.NO_TIME);
            if (members.length > 0) {
                int[] signIns = some(members, event -> isSignedIn(event) && !queries.isEcho(event));
                all.add(new SessionEvents(code, ids[code], user(members), members, signIns, isMoving(members)));
            }
        }
        return List.copyOf(all);
    }

    /** A case has so many sessions that a stream for each takes most of the time. */
    private static int[] some(int[] of, IntPredicate wanted) {
        int[] some = new int[of.length];
        int found = 0;
        for (int event : of) {
            if (wanted.test(event)) {
                some[found++] = event;
            }
        }
        return Arrays.copyOf(some, found);
    }

    private @Nullable String user(int[] members) {
        for (int event : members) {
            String upn = events.text(EventField.UPN, event);
            if (upn != null) {
                return upn;
            }
        }
        return null;
    }

    private boolean isMoving(int[] members) {
        int[] ips = events.codes(EventField.IP);
        int first = 0;
        for (int event : members) {
            if (first != 0 && ips[event] != 0 && ips[event] != first) {
                return true;
            }
            first = first == 0 ? ips[event] : first;
        }
        return false;
    }

    private Map<String, int[]> readSignIns() {
        Map<String, List<Integer>> byUser = new HashMap<>();
        for (int event = 0; event < events.size(); event++) {
            String upn = events.kind(event).isSignIn() && events.time(event) != AuditEvent.NO_TIME
                    ? events.text(EventField.UPN, event)
                    : null;
            if (upn == null) {
                continue;
            }
            if (!queries.isEcho(event)) {
                byUser.computeIfAbsent(upn, key -> new ArrayList<>()).add(event);
            }
        }
        Map<String, int[]> arrays = new HashMap<>();
        byUser.forEach((upn, list) -> arrays.put(upn, list.stream().mapToInt(Integer::intValue).toArray()));
        return arrays;
    }

    private BitSet readJudged() {
        BitSet all = new BitSet(events.size());
        for (int event = 0; event < events.size(); event++) {
            all.set(event, events.time(event) != AuditEvent.NO_TIME && (allowList.isEmpty() || !isAllowed(event)));
        }
        return all;
    }

    private boolean isAllowed(int event) {
        Addresses.Address address = addresses.of(event);
        return addresses.isOfAllowedApp(event)
                || address != null && allowList.hasNetwork(address.ip(), address.asn());
    }

    private BitSet readBoundTokens() {
        BitSet bound = new BitSet();
        int[] bindings = events.codes(EventField.TOKEN_BINDING);
        String[] words = events.dictionary(EventField.TOKEN_BINDING);
        for (int event = 0; event < bindings.length; event++) {
            if (bindings[event] != 0 && correlation.token(event) != 0
                    && "bound".equalsIgnoreCase(words[bindings[event]])) {
                bound.set(correlation.token(event));
            }
        }
        return bound;
    }

    private int[] readDevices() {
        int[] devices = events.codes(EventField.DEVICE_ID);
        int[] ofToken = new int[events.dictionary(EventField.UTI).length];
        for (int event = 0; event < devices.length; event++) {
            if (devices[event] != 0 && events.kind(event).isSignIn()) {
                ofToken[correlation.token(event)] = devices[event];
            }
        }
        ofToken[0] = 0;
        return ofToken;
    }

    /**
     * The id of the registered device that the event was done on, or that its token was issued to; null where none is
     * known.
     */
    public @Nullable String device(int event) {
        int own = events.code(EventField.DEVICE_ID, event);
        return events.dictionary(EventField.DEVICE_ID)[own != 0 ? own : deviceOfToken[correlation.token(event)]];
    }

    /** How many users regularly work from the range of the event's address on registered devices of their own. */
    public int vouchers(int event) {
        return familiarity.vouchers(event);
    }

    /**
     * Tells whether the event is where its user usually works, or where enough others do: an office, a home, the exit
     * of a VPN.
     */
    public boolean isFamiliar(int event) {
        return familiarity.isFamiliar(event);
    }

    /** On how many earlier days, that vouch for it, the user was in the range of the event's address. */
    public int daysInRange(int event) {
        return familiarity.daysInRange(event);
    }

    /** The same of the provider of the address together with the program. */
    public int daysWithProgram(int event) {
        return familiarity.daysWithProgram(event);
    }

    /** Tells whether the event does not fit its user's other events: too far away for the time, another system. */
    public boolean isOutOfPlace(int event) {
        return familiarity.isOutOfPlace(event);
    }

    /** Tells whether enough earlier days of the user are on record to say what is unusual. */
    public boolean hasHistory(int event) {
        return familiarity.hasHistory(event);
    }

    /** The user agent of a sign-in; of an operation that of its token's sign-in. */
    public @Nullable String agent(int event) {
        return familiarity.agent(event);
    }

    /**
     * Tells whether address range, program and device of the event are all new to its user. A device that only an
     * unbound token names does not count; that a user who nearly always has a device has none counts like a new program.
     */
    public boolean isStrange(int event) {
        boolean isNewPlace = hasHistory(event) && addresses.telling(event) != null && !isBound(event)
                && familiarity.isNewRange(event) && !isFamiliar(event);
        if (!isNewPlace) {
            return false;
        }
        boolean isOnKnownDevice = knownDevice(event) != null && isInteractive(event);
        // a user who nearly always has a registered device, and suddenly none
        boolean isDeviceMissing = device(event) == null && familiarity.isUsuallyOnDevice(event);
        return !isOnKnownDevice && familiarity.isNewProgram(event) || isDeviceMissing;
    }

    /**
     * Tells whether the event is a sign-in with a person at it. A sign-in of the unified audit log may also be a renewal
     * by token, so it is not taken for one.
     */
    public boolean isInteractive(int event) {
        return events.kind(event) == EventKind.SIGN_IN_INTERACTIVE;
    }

    /** Tells whether a person may be at it: it is a sign-in, and no record states that it is a renewal by token. */
    public boolean mayBeInteractive(int event) {
        return familiarity.mayBeInteractive(event);
    }

    /**
     * Tells whether only the network of the event is new to its user: program and device are what they were before the
     * user was first in it and before the first suspicion.
     */
    public boolean isOnlyNewNetwork(int event) {
        return !isOutOfPlace(event) && familiarity.isUsualExceptRange(event, device(event) != null, suspicion(event));
    }

    /**
     * The first interactive sign-in of the event's session at the same address on a device that the user had before, not
     * later than the event; -1 where there is none. Who signed in there is likely to be the one who goes on working
     * there.
     */
    private int interactiveAt(int event) {
        int session = correlation.rule(event).isInferred() ? 0 : correlation.session(event);
        int ip = events.code(EventField.IP, event);
        if (session == 0 || ip == 0) {
            return -1;
        }
        for (int signIn : interactive.getOrDefault(new Place(session, ip), List.of())) {
            if (signIn <= event && knownDevice(signIn) != null) {
                return signIn;
            }
        }
        return -1;
    }

    private Map<Place, List<Integer>> readInteractive() {
        Map<Place, List<Integer>> found = new HashMap<>();
        for (SessionEvents session : sessions) {
            for (int signIn : session.signIns()) {
                if (isInteractive(signIn) && events.code(EventField.DEVICE_ID, signIn) != 0) {
                    found.computeIfAbsent(new Place(session.code(), events.code(EventField.IP, signIn)),
                            place -> new ArrayList<>()).add(signIn);
                }
            }
        }
        return found;
    }

    /** Whose hands the event is in, as far as place and token show. */
    public Hands hands(int event) {
        if (isBound(event) || isFamiliar(event)) {
            return Hands.OWN;
        }
        int signIn = isInteractive(event) ? event : interactiveAt(event);
        if (signIn >= 0 && knownDevice(signIn) != null && !isOutOfPlace(signIn) && !isOutOfPlace(event)) {
            return Hands.UNKNOWN;
        }
        Addresses.Address address = addresses.telling(event);
        return address != null && (hasHistory(event) || isOutOfPlace(event)) ? Hands.STRANGE : Hands.UNKNOWN;
    }

    /**
     * The event's registered device, if the user had it before the first suspicion on the user; one that came after may
     * be the attacker's.
     */
    public @Nullable String knownDevice(int event) {
        String device = device(event);
        return device != null && familiarity.firstOn(event, device) < suspicion(event) ? device : null;
    }

    /** When the user first signed in on the event's device, where that is after the first suspicion; else NO_TIME. */
    public long deviceAfterSuspicion(int event) {
        String device = device(event);
        long first = device == null ? Long.MAX_VALUE : familiarity.firstOn(event, device);
        return first != Long.MAX_VALUE && first > suspicion(event) ? first : AuditEvent.NO_TIME;
    }

    /** The first activity that does not fit the event's user; {@link Long#MAX_VALUE} for none. */
    public long suspicion(int event) {
        return Math.min(familiarity.suspicion(event), risky.since(events.text(EventField.UPN, event)));
    }

    /**
     * Tells whether the event came through an exit that many people share and that does not show where they are: a web
     * gateway, or iCloud Private Relay from Safari on an Apple system.
     */
    public boolean isThroughSharedExit(int event) {
        Addresses.Address address = addresses.of(event);
        if (address == null || !address.fact().isSharedExit()) {
            return false;
        }
        String agent = agent(event);
        return address.fact().exit() == AddressLookup.Exit.GATEWAY
                || agent != null && AgentName.of(agent).startsWith("Safari on ");
    }

    /** Tells whether a domain of mail is the organisation's own. */
    public boolean isOwnDomain(String domain) {
        return ownDomains.contains(domain.toLowerCase(Locale.ROOT));
    }

    /** Tells whether the event's token is bound to its device's key, so that nobody can use it elsewhere. */
    public boolean isBound(int event) {
        return familiarity.isBound(event);
    }

    public EventIndex index() {
        return index;
    }

    /** The events as filters see them. */
    public LinkedEvents linked() {
        return linked;
    }

    /** The dated events that are not of allowed applications and networks. Not to be changed. */
    public BitSet judged() {
        return judged;
    }

    public CaseEvents events() {
        return events;
    }

    public Correlation correlation() {
        return correlation;
    }

    public EventDetails details() {
        return details;
    }

    public Addresses addresses() {
        return addresses;
    }

    public AllowList allowList() {
        return allowList;
    }

    /** How mailboxes are set, as far as exports of their settings are in the case. */
    public CaseState state() {
        return state;
    }

    /** The sessions that have dated events. */
    public List<SessionEvents> sessions() {
        return sessions;
    }

    /** Each user's dated sign-ins in time order, failed ones included, the audit log's echoes left out. */
    public Map<String, int[]> signInsOfUsers() {
        return signInsOfUser;
    }

    /** Tells whether the event is a sign-in in which a token was issued. */
    public boolean isSignedIn(int event) {
        return events.kind(event).isSignIn() && events.result(event) == EventResult.SUCCESS;
    }

    /** Tells whether the user was not at the place of the event on an earlier day, or only with another program. */
    public boolean isNewPlace(int event) {
        return familiarity.isNewRange(event) && daysWithProgram(event) == 0;
    }

    /** The id of the session that the event belongs to by fact, or null. */
    public @Nullable String sessionOf(int event) {
        int session = correlation.rule(event).isInferred() ? 0 : correlation.session(event);
        return session == 0 ? null : events.dictionary(EventField.SESSION_ID)[session];
    }

    public @Nullable String text(EventField field, int event) {
        return events.text(field, event);
    }

    /** The application's name, else its id, else null. */
    public @Nullable String app(int event) {
        String name = events.text(EventField.APP_NAME, event);
        return name == null ? events.text(EventField.APP_ID, event) : name;
    }
}

package org.tokenlane.detect.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.LinkedEvents;
import org.tokenlane.correlate.SessionQueries;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.query.CaseEvents;

/** What is read from a case once, for all events and rules. Never changes; safe for several threads. */
final class CaseTables {

    /** A session at an address, both by their codes. */
    private record Place(int session, int ip) {
    }

    private final Correlation correlation;
    private final CaseEvents events;
    private final SessionQueries queries;
    private final Addresses addresses;
    private final AllowList allowList;
    private final List<SessionEvents> sessions;
    private final Map<Place, List<Integer>> interactive;
    private final Map<String, int[]> signInsOfUser;
    private final int[] deviceOfToken;
    private final Familiarity familiarity;
    private final Set<String> ownDomains;
    private final EventIndex index;
    private final LinkedEvents linked;
    private final BitSet inScope;

    CaseTables(Correlation correlation, AddressLookup lookup, AllowList allowList) {
        this.correlation = correlation;
        this.events = correlation.events();
        this.allowList = allowList;
        queries = new SessionQueries(correlation);
        addresses = new Addresses(events, lookup, allowList);
        sessions = readSessions();
        interactive = readInteractive();
        signInsOfUser = readSignIns();
        deviceOfToken = readDevices();
        int[] tokens = new int[events.size()];
        Arrays.setAll(tokens, correlation::token);
        familiarity = new Familiarity(events, addresses, tokens, readBoundTokens());
        ownDomains = OwnDomains.of(signInsOfUser.keySet());
        index = new EventIndex(events);
        linked = new LinkedEvents(correlation);
        inScope = readScope();
    }

    private List<SessionEvents> readSessions() {
        List<SessionEvents> all = new ArrayList<>();
        TextColumn ids = events.dictionary(EventField.SESSION_ID);
        for (int code = 1; code < ids.size(); code++) {
            int[] members = some(correlation.eventsOfSession(code),
                    event -> !correlation.rule(event).isInferred() && events.time(event) != AuditEvent.NO_TIME);
            if (members.length > 0) {
                int[] signIns = some(members, event -> isSignedIn(event) && !queries.isEcho(event));
                all.add(new SessionEvents(code, ids.get(code), user(members), members, signIns,
                        hasSeveralAddresses(members)));
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

    private boolean hasSeveralAddresses(int[] members) {
        IntColumn ips = events.codes(EventField.IP);
        int first = 0;
        for (int event : members) {
            if (first != 0 && ips.get(event) != 0 && ips.get(event) != first) {
                return true;
            }
            first = first == 0 ? ips.get(event) : first;
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

    private BitSet readScope() {
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
        IntColumn bindings = events.codes(EventField.TOKEN_BINDING);
        TextColumn words = events.dictionary(EventField.TOKEN_BINDING);
        for (int event = 0; event < bindings.size(); event++) {
            if (bindings.get(event) != 0 && correlation.token(event) != 0
                    && "bound".equalsIgnoreCase(words.get(bindings.get(event)))) {
                bound.set(correlation.token(event));
            }
        }
        return bound;
    }

    private int[] readDevices() {
        IntColumn devices = events.codes(EventField.DEVICE_ID);
        int[] ofToken = new int[events.dictionary(EventField.UTI).size()];
        for (int event = 0; event < devices.size(); event++) {
            if (devices.get(event) != 0 && events.kind(event).isSignIn()) {
                ofToken[correlation.token(event)] = devices.get(event);
            }
        }
        ofToken[0] = 0;
        return ofToken;
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

    /** Tells whether the event is a sign-in in which a token was issued. */
    boolean isSignedIn(int event) {
        return events.kind(event).isSignIn() && events.result(event) == EventResult.SUCCESS;
    }

    /** Tells whether the event is a sign-in of which a record states that a person was at it. */
    boolean isInteractive(int event) {
        return events.kind(event) == EventKind.SIGN_IN_INTERACTIVE;
    }

    /** The interactive sign-ins with a device in the event's session at its address, in order of time. */
    List<Integer> interactiveAt(int event) {
        int session = correlation.rule(event).isInferred() ? 0 : correlation.session(event);
        int ip = events.code(EventField.IP, event);
        return session == 0 || ip == 0 ? List.of() : interactive.getOrDefault(new Place(session, ip), List.of());
    }

    /** The code of the device that the event's token was issued to, or 0. */
    int deviceOfToken(int event) {
        return deviceOfToken[correlation.token(event)];
    }

    Correlation correlation() {
        return correlation;
    }

    CaseEvents events() {
        return events;
    }

    Addresses addresses() {
        return addresses;
    }

    AllowList allowList() {
        return allowList;
    }

    List<SessionEvents> sessions() {
        return sessions;
    }

    Map<String, int[]> signInsOfUsers() {
        return signInsOfUser;
    }

    Familiarity familiarity() {
        return familiarity;
    }

    Set<String> ownDomains() {
        return ownDomains;
    }

    EventIndex index() {
        return index;
    }

    LinkedEvents linked() {
        return linked;
    }

    BitSet inScope() {
        return inScope;
    }
}

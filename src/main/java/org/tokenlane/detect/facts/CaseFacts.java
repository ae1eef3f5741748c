package org.tokenlane.detect.facts;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.SessionQueries;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.query.CaseEvents;

/** What rules ask of a case, computed once for all of them. Never changes; safe for several threads. */
public final class CaseFacts {

    private static final long DAY = 86_400_000_000_000L;

    private final Correlation correlation;
    private final CaseEvents events;
    private final SessionQueries queries;
    private final EventDetails details;
    private final Addresses addresses;
    private final AllowList allowList;
    private final List<SessionEvents> sessions;
    private final Map<String, int[]> signInsOfUser;
    private final Map<String, TreeSet<Long>> daysOfUserOnNetwork;
    private final Map<String, TreeSet<Long>> vouchedDaysOfUserOnNetwork;
    private final Map<String, Set<String>> usersWithDeviceOnNetwork;
    private final BitSet boundTokens;
    private final int[] deviceOfToken;
    private final RiskySessions risky;

    public CaseFacts(Correlation correlation, EventDetails details, AddressLookup lookup, AllowList allowList) {
        this.correlation = correlation;
        this.events = correlation.events();
        this.details = details;
        this.allowList = allowList;
        queries = new SessionQueries(correlation);
        addresses = new Addresses(events, lookup, allowList);
        sessions = readSessions();
        daysOfUserOnNetwork = new HashMap<>();
        vouchedDaysOfUserOnNetwork = new HashMap<>();
        usersWithDeviceOnNetwork = new HashMap<>();
        signInsOfUser = readSignIns();
        boundTokens = readBoundTokens();
        deviceOfToken = readDevices();
        risky = RiskySessions.NONE;
    }

    private CaseFacts(CaseFacts before, RiskySessions risky) {
        correlation = before.correlation;
        events = before.events;
        queries = before.queries;
        details = before.details;
        addresses = before.addresses;
        allowList = before.allowList;
        sessions = before.sessions;
        signInsOfUser = before.signInsOfUser;
        daysOfUserOnNetwork = before.daysOfUserOnNetwork;
        vouchedDaysOfUserOnNetwork = before.vouchedDaysOfUserOnNetwork;
        boundTokens = before.boundTokens;
        usersWithDeviceOnNetwork = before.usersWithDeviceOnNetwork;
        deviceOfToken = before.deviceOfToken;
        this.risky = risky;
    }

    /** The same facts for rules that ask which sessions others take for an attacker's. */
    public CaseFacts with(RiskySessions sessionsAtRisk) {
        return new CaseFacts(this, sessionsAtRisk);
    }

    /**
     * A sentence on the high-severity finding that the event belongs to, by its session or its user; null where there
     * is
     * none.
     *
     * @param after
     *            for how long after the first evidence in another session of its user, in nanoseconds
     */
    public @Nullable String risky(int event, long after) {
        return risky.words(this, event, after);
    }

    private List<SessionEvents> readSessions() {
        List<SessionEvents> all = new ArrayList<>();
        String[] ids = events.dictionary(EventField.SESSION_ID);
        for (int code = 1; code < ids.length; code++) {
            int[] members = Arrays.stream(correlation.eventsOfSession(code))
                    .filter(event -> !correlation.rule(event).isInferred() && events.time(event) != AuditEvent.NO_TIME)
                    .toArray();
            if (members.length > 0) {
                int[] signIns = Arrays.stream(members).filter(event -> isSignedIn(event) && !queries.isEcho(event))
                        .toArray();
                String upn = Arrays.stream(members).mapToObj(event -> events.text(EventField.UPN, event))
                        .filter(text -> text != null).findFirst().orElse(null);
                all.add(new SessionEvents(code, ids[code], upn, members, signIns));
            }
        }
        return List.copyOf(all);
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
            Addresses.Address address = isSignedIn(event) ? addresses.of(event) : null;
            if (address != null) {
                String place = upn + '\n' + address.network();
                long day = Math.floorDiv(events.time(event), DAY);
                daysOfUserOnNetwork.computeIfAbsent(place, key -> new TreeSet<>()).add(day);
                if (isVouched(event)) {
                    vouchedDaysOfUserOnNetwork.computeIfAbsent(place, key -> new TreeSet<>()).add(day);
                }
                if (events.code(EventField.DEVICE_ID, event) != 0) {
                    usersWithDeviceOnNetwork.computeIfAbsent(address.network(), key -> new HashSet<>()).add(upn);
                }
            }
        }
        Map<String, int[]> arrays = new HashMap<>();
        byUser.forEach((upn, list) -> arrays.put(upn, list.stream().mapToInt(Integer::intValue).toArray()));
        return arrays;
    }

    /**
     * A renewal by an unbound token shows only that someone has the token; a stolen token is renewed day after day as
     * well.
     */
    private boolean isVouched(int event) {
        return events.kind(event) != EventKind.SIGN_IN_NON_INTERACTIVE || events.code(EventField.DEVICE_ID, event) != 0
                || "bound".equalsIgnoreCase(events.text(EventField.TOKEN_BINDING, event));
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

    /**
     * How many users signed in from this network on registered devices: many, and it is the organisation's own, its
     * VPN's, or that of a town.
     */
    public int usersWithDevice(String network) {
        return usersWithDeviceOnNetwork.getOrDefault(network, Set.of()).size();
    }

    /** Tells whether the event's token is bound to its device's key, so that nobody can use it elsewhere. */
    public boolean isBound(int event) {
        return correlation.token(event) != 0 && boundTokens.get(correlation.token(event));
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

    /** On how many days before this time the user signed in from this network. */
    public int daysKnown(String upn, String network, long before) {
        return daysBefore(daysOfUserOnNetwork.get(upn + '\n' + network), before);
    }

    /**
     * The same of days on which more than an unbound token spoke for the user: an interactive sign-in, a registered
     * device, a token bound to its device.
     */
    public int daysVouched(String upn, String network, long before) {
        return daysBefore(vouchedDaysOfUserOnNetwork.get(upn + '\n' + network), before);
    }

    private static int daysBefore(@Nullable TreeSet<Long> days, long before) {
        return days == null ? 0 : days.headSet(Math.floorDiv(before, DAY)).size();
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

package org.tokenlane.detect.facts;

import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.LinkedEvents;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.AgentName;
import org.tokenlane.model.state.CaseState;
import org.tokenlane.query.CaseEvents;

/** What rules ask of a case, computed once for all of them. Never changes; safe for several threads. */
public final class CaseFacts {

    private final CaseTables tables;
    private final EventDetails details;
    private final CaseState state;
    private final RiskySessions risky;
    private final CaseEvents events;
    private final Familiarity familiarity;
    private final SignInHistory history;

    public CaseFacts(Correlation correlation, EventDetails details, AddressLookup lookup, AllowList allowList,
            CaseState state) {
        this(new CaseTables(correlation, lookup, allowList), details, state, RiskySessions.NONE);
    }

    private CaseFacts(CaseTables tables, EventDetails details, CaseState state, RiskySessions risky) {
        this.tables = tables;
        this.details = details;
        this.state = state;
        this.risky = risky;
        events = tables.events();
        familiarity = tables.familiarity();
        history = familiarity.history();
    }

    /** The same facts for rules that ask which sessions others take for an attacker's. */
    public CaseFacts with(RiskySessions sessionsAtRisk) {
        return new CaseFacts(tables, details, state, sessionsAtRisk);
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

    /**
     * The id of the registered device that the event was done on, or that its token was issued to; null where none is
     * known.
     */
    public @Nullable String device(int event) {
        int own = events.code(EventField.DEVICE_ID, event);
        return events.dictionary(EventField.DEVICE_ID).get(own != 0 ? own : tables.deviceOfToken(event));
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
        return history.hasHistory(event);
    }

    /** The user agent of a sign-in; of an operation that of its token's sign-in. */
    public @Nullable String agent(int event) {
        return history.agent(event);
    }

    /**
     * Tells whether address range, program and device of the event are all new to its user. A device that only an
     * unbound token names does not count; that a user who nearly always has a device has none counts like a new program.
     */
    public boolean isStrange(int event) {
        boolean isNewPlace = hasHistory(event) && tables.addresses().telling(event) != null && !isBound(event)
                && history.isNewRange(event) && !isFamiliar(event);
        if (!isNewPlace) {
            return false;
        }
        boolean isOnKnownDevice = knownDevice(event) != null && isInteractive(event);
        // a user who nearly always has a registered device, and suddenly none
        boolean isDeviceMissing = device(event) == null && history.isUsuallyOnDevice(event);
        return !isOnKnownDevice && history.isNewProgram(event) || isDeviceMissing;
    }

    /**
     * Tells whether the event is a sign-in with a person at it. A sign-in of the unified audit log may also be a renewal
     * by token, so it is not taken for one.
     */
    public boolean isInteractive(int event) {
        return tables.isInteractive(event);
    }

    /** Tells whether a person may be at it: it is a sign-in, and no record states that it is a renewal by token. */
    public boolean mayBeInteractive(int event) {
        return history.mayBeInteractive(event);
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
    private int signInBehind(int event) {
        for (int signIn : tables.interactiveAt(event)) {
            if (signIn <= event && knownDevice(signIn) != null) {
                return signIn;
            }
        }
        return -1;
    }

    /** Whose hands the event is in, as far as place and token show. */
    public Hands hands(int event) {
        if (isBound(event) || isFamiliar(event)) {
            return Hands.OWN;
        }
        int signIn = isInteractive(event) ? event : signInBehind(event);
        if (signIn >= 0 && knownDevice(signIn) != null && !isOutOfPlace(signIn) && !isOutOfPlace(event)) {
            return Hands.UNKNOWN;
        }
        Addresses.Address address = tables.addresses().telling(event);
        return address != null && (hasHistory(event) || isOutOfPlace(event)) ? Hands.STRANGE : Hands.UNKNOWN;
    }

    /**
     * The event's registered device, if the user had it before the first suspicion on the user; one that came after may
     * be the attacker's.
     */
    public @Nullable String knownDevice(int event) {
        String device = device(event);
        return device != null && history.firstOn(event, device) < suspicion(event) ? device : null;
    }

    /** When the user first signed in on the event's device, where that is after the first suspicion; else NO_TIME. */
    public long deviceAfterSuspicion(int event) {
        String device = device(event);
        long first = device == null ? Long.MAX_VALUE : history.firstOn(event, device);
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
        Addresses.Address address = tables.addresses().of(event);
        if (address == null || !address.fact().isSharedExit()) {
            return false;
        }
        String agent = agent(event);
        return address.fact().exit() == AddressLookup.Exit.GATEWAY
                || agent != null && AgentName.of(agent).startsWith("Safari on ");
    }

    /** Tells whether a domain of mail is the organisation's own. */
    public boolean isOwnDomain(String domain) {
        return tables.ownDomains().contains(domain.toLowerCase(Locale.ROOT));
    }

    /** Tells whether the event's token is bound to its device's key, so that nobody can use it elsewhere. */
    public boolean isBound(int event) {
        return history.isBound(event);
    }

    /** The events by the name of their operation and by their kind. */
    public EventIndex byOperationAndKind() {
        return tables.index();
    }

    /** The events as filters see them. */
    public LinkedEvents linked() {
        return tables.linked();
    }

    /** The dated events that are not of allowed applications and networks. Not to be changed. */
    public BitSet inScope() {
        return tables.inScope();
    }

    public CaseEvents events() {
        return events;
    }

    public Correlation correlation() {
        return tables.correlation();
    }

    public EventDetails details() {
        return details;
    }

    public Addresses addresses() {
        return tables.addresses();
    }

    public AllowList allowList() {
        return tables.allowList();
    }

    /** How mailboxes are set, as far as exports of their settings are in the case. */
    public CaseState state() {
        return state;
    }

    /** The sessions that have dated events. */
    public List<SessionEvents> sessions() {
        return tables.sessions();
    }

    /** Each user's dated sign-ins in time order, failed ones included, the audit log's echoes left out. */
    public Map<String, int[]> signInsOfUsers() {
        return tables.signInsOfUsers();
    }

    /** Tells whether the event is a sign-in in which a token was issued. */
    public boolean isSignedIn(int event) {
        return tables.isSignedIn(event);
    }

    /** Tells whether the user was not at the place of the event on an earlier day, or only with another program. */
    public boolean isNewPlace(int event) {
        return history.isNewRange(event) && daysWithProgram(event) == 0;
    }

    /** The id of the session that the event belongs to by fact, or null. */
    public @Nullable String sessionOf(int event) {
        int session = tables.correlation().rule(event).isInferred() ? 0 : tables.correlation().session(event);
        return session == 0 ? null : events.dictionary(EventField.SESSION_ID).get(session);
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

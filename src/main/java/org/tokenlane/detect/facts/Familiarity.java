package org.tokenlane.detect.facts;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.tokenlane.query.CaseEvents;

/**
 * Where and with what each user usually works. A place is an address range
 * ({@code 203.0.113.0/24}), or a provider together with a program, because strangers are customers of the same
 * provider. Days count only until the first suspicion at the place, and only with events that vouch for the user: an
 * interactive sign-in or a bound token, and not one that is out of place itself. Safe for several threads.
 */
final class Familiarity {

    /** On so many earlier days a user was at a place, or is on record at all. */
    static final int DAYS = 3;
    /** So many users whose own place it is vouch for it to others. */
    static final int USERS = 3;

    private record Place(int user, int range, int program) {
    }

    private record Asked(int user, int address, int agent, long day) {
    }

    private final SignInHistory history;
    private final OutOfPlace outOfPlace;
    private final Vouchers vouchers;
    private final Map<Place, TreeSet<Long>> vouchedAt = new HashMap<>();
    /** The users who have a place of their own. */
    private final BitSet usersWithOwnPlace = new BitSet();
    private final Map<Asked, Boolean> answers = new ConcurrentHashMap<>();

    /**
     * @param tokens
     *            each event's token
     * @param boundTokens
     *            those that are bound to their device
     */
    Familiarity(CaseEvents events, Addresses addresses, int[] tokens, BitSet boundTokens) {
        history = new SignInHistory(events, addresses, tokens, boundTokens);
        outOfPlace = new OutOfPlace(events, addresses, history);
        vouchers = new Vouchers(events, history, outOfPlace);
        readVouched(events.size());
    }

    SignInHistory history() {
        return history;
    }

    private void readVouched(int events) {
        for (int event = 0; event < events; event++) {
            if (!history.isSignedIn(event) || history.ip(event) == 0
                    || !history.isBound(event) && (!history.mayBeInteractive(event) || outOfPlace.has(event))) {
                continue;
            }
            usersWithOwnPlace.set(history.user(event));
            vouchedAt.computeIfAbsent(new Place(history.user(event), history.range(event), 0), key -> new TreeSet<>())
                    .add(history.day(event));
            vouchedAt.computeIfAbsent(new Place(history.user(event), history.network(event), history.program(event)),
                    key -> new TreeSet<>()).add(history.day(event));
        }
    }

    /** How many users vouch for the range of the event's address. */
    int vouchers(int event) {
        return vouchers.of(event);
    }

    /** The day before which sign-ins at this place vouch for it: that of the event or of the first suspicion. */
    private long lastDay(int event) {
        long suspicion = outOfPlace.suspicionAt(event);
        return Math.min(history.day(event), SignInHistory.dayOf(suspicion));
    }

    /** On how many earlier days the user was in the range of the event's address. */
    int daysInRange(int event) {
        return history.ip(event) == 0 || history.user(event) == 0 ? 0
                : SignInHistory.daysBefore(vouchedAt.get(new Place(history.user(event), history.range(event), 0)),
                        lastDay(event));
    }

    /** On how many earlier days the user was a customer of this provider with the same program. */
    int daysWithProgram(int event) {
        int agent = history.agentCode(event);
        return history.ip(event) == 0 || history.user(event) == 0 || agent == 0 ? 0
                : SignInHistory.daysBefore(
                        vouchedAt.get(new Place(history.user(event), history.network(event), history.program(event))),
                        lastDay(event));
    }

    /** Tells whether the event is where its user usually works, or where enough others do. */
    boolean isFamiliar(int event) {
        return history.ip(event) != 0
                && (vouchers(event) >= USERS || usersWithOwnPlace.get(history.user(event)) && answers.computeIfAbsent(
                        new Asked(history.user(event), history.ip(event), history.agentCode(event), history.day(event)),
                        key -> isOwnPlace(event)));
    }

    private boolean isOwnPlace(int event) {
        return daysInRange(event) >= DAYS && !history.isOfNewSystem(event)
                || daysWithProgram(event) >= DAYS && !history.isNewProgram(event);
    }

    /**
     * Tells whether the event is of a program that the user had before the first sign-in in the range of its address,
     * and names a registered device if the user's sign-ins until then did. What came with the new range says nothing.
     *
     * @param suspicion
     *            the time of the first suspicion; what is later is not counted
     */
    boolean isUsualExceptRange(int event, boolean onDevice, long suspicion) {
        long before = Math.min(SignInHistory.dayOf(suspicion), history.firstDayInRange(event));
        return history.agent(event) != null && !history.isNewProgram(event, before)
                && (onDevice || !history.isUsuallyOnDevice(event, before));
    }

    boolean isOutOfPlace(int event) {
        return outOfPlace.has(event);
    }

    /** The user's first event that is out of place, as a time; {@link Long#MAX_VALUE} for none. */
    long suspicion(int event) {
        return outOfPlace.suspicion(event);
    }
}

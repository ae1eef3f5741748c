package org.tokenlane.detect.facts;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.tokenlane.query.CaseEvents;

/** How many users vouch for each address range. Never changes; safe for several threads. */
final class Vouchers {

    /**
     * A gateway is in use by so many on registered devices with the programs that they use elsewhere, and by so large a
     * share of all users, that they are no attacker's victims.
     */
    static final int USERS_OF_GATEWAY = 8;
    static final int PERCENT_OF_GATEWAY = 10;

    private final CaseEvents events;
    private final SignInHistory history;
    private final OutOfPlace outOfPlace;
    private final int[] ofRange;

    Vouchers(CaseEvents events, SignInHistory history, OutOfPlace outOfPlace) {
        this.events = events;
        this.history = history;
        this.outOfPlace = outOfPlace;
        ofRange = read();
    }

    /**
     * A user vouches for a range to others by registered devices in it, on more days than one or on half of all days
     * of that user.
     */
    private int[] read() {
        Map<Integer, Map<Integer, TreeSet<Long>>> own = new HashMap<>();
        Map<Integer, Set<Integer>> withDevice = new HashMap<>();
        Set<Integer> all = new HashSet<>();
        for (int event = 0; event < events.size(); event++) {
            if (!history.isSignedIn(event) || history.ip(event) == 0) {
                continue;
            }
            all.add(history.user(event));
            if (history.device(event) == null || !history.isBound(event) && outOfPlace.has(event)
                    || events.time(event) >= outOfPlace.suspicionAt(event)) {
                continue;
            }
            if (history.usesElsewhere(event)) {
                withDevice.computeIfAbsent(history.range(event), key -> new HashSet<>()).add(history.user(event));
            }
            if (history.isBound(event) || history.mayBeInteractive(event)) {
                own.computeIfAbsent(history.range(event), key -> new HashMap<>())
                        .computeIfAbsent(history.user(event), key -> new TreeSet<>()).add(history.day(event));
            }
        }
        int[] vouchers = new int[history.numbers()];
        Set<Integer> ranges = new HashSet<>(own.keySet());
        ranges.addAll(withDevice.keySet());
        ranges.forEach(range -> {
            Set<Integer> with = withDevice.getOrDefault(range, Set.of());
            boolean isGateway = with.size() >= USERS_OF_GATEWAY
                    && with.size() * 100 >= all.size() * PERCENT_OF_GATEWAY;
            int vouching = (int) own.getOrDefault(range, Map.of()).entrySet().stream()
                    .filter(entry -> entry.getValue().size() > 1
                            || entry.getValue().size() * 2 >= history.days(entry.getKey()))
                    .count();
            vouchers[range] = isGateway ? Math.max(with.size(), vouching) : vouching;
        });
        return vouchers;
    }

    /** How many users vouch for the range of the event's address. */
    int of(int event) {
        return ofRange[history.range(event)];
    }
}

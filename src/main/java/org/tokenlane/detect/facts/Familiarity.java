package org.tokenlane.detect.facts;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Origins;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.AgentName;
import org.tokenlane.query.CaseEvents;

/**
 * Where and with what each user usually works, and which events do not fit that. A place is an address range
 * ({@code 203.0.113.0/24}), or a provider together with a program, because strangers are customers of the same
 * provider. Days count only until the first suspicion at the place, and only with events that vouch for the user: an
 * interactive sign-in or a bound token, and not one that is out of place itself. Safe for several threads.
 */
final class Familiarity {

    /** On so many earlier days a user was at a place, or is on record at all. */
    static final int DAYS = 3;
    /** So many users whose own place it is vouch for it to others. */
    static final int USERS = 3;
    /**
     * A gateway is in use by so many on registered devices with the programs that they use elsewhere, and by so large a
     * share of all users, that they are no attacker's victims.
     */
    static final int USERS_OF_GATEWAY = 8;
    static final int PERCENT_OF_GATEWAY = 10;
    /** So many of a user's sign-ins name a registered device where the user nearly always has one. */
    static final int PERCENT_ON_DEVICE = 80;
    private static final long DAY = 86_400_000_000_000L;

    private record Place(int user, int range, int program) {
    }

    private record Asked(int user, int address, int agent, long day) {
    }

    private final CaseEvents events;
    private final Addresses addresses;
    private final BitSet boundTokens;
    private final int[] tokens;
    private final int[] users;
    private final int[] ips;
    private final int[] agents;
    private final int[] agentOfToken;
    private final int[] programOfAgent;
    private final int[] rangeOfIp;
    private final int[] networkOfIp;
    private final Map<String, Integer> numbers = new HashMap<>();

    private final Map<Integer, TreeSet<Long>> days = new HashMap<>();
    /** Of each user by day: how many sign-ins there are, and how many of them name a device. */
    private final Map<Integer, TreeMap<Long, int[]>> signInsByDay = new HashMap<>();
    private final Map<Place, TreeSet<Long>> daysAt = new HashMap<>();
    private final Map<Place, TreeSet<Long>> vouchedAt = new HashMap<>();
    private final Map<Place, Set<Integer>> rangesOfProgram = new HashMap<>();
    private final Map<Integer, Map<Integer, Long>> agentsOfUser = new HashMap<>();
    private final Map<String, Long> firstOnDevice = new HashMap<>();
    private final Map<String, String> agentOfDevice = new HashMap<>();
    private final BitSet outOfPlace = new BitSet();
    private final Map<Integer, Long> suspicionAt = new HashMap<>();
    private final Map<Integer, Long> suspicionOf = new HashMap<>();
    /** The users who have a place of their own. */
    private final BitSet usersWithOwnPlace = new BitSet();
    private int[] vouchers = {};
    private final Map<Asked, Boolean> answers = new ConcurrentHashMap<>();

    /**
     * @param tokens
     *            each event's token
     * @param boundTokens
     *            those that are bound to their device
     */
    Familiarity(CaseEvents events, Addresses addresses, int[] tokens, BitSet boundTokens) {
        this.events = events;
        this.addresses = addresses;
        this.tokens = tokens;
        this.boundTokens = boundTokens;
        users = events.codes(EventField.UPN);
        ips = events.codes(EventField.IP);
        agents = events.codes(EventField.USER_AGENT);
        agentOfToken = readAgents();
        programOfAgent = new int[events.dictionary(EventField.USER_AGENT).length];
        rangeOfIp = new int[events.dictionary(EventField.IP).length];
        networkOfIp = new int[rangeOfIp.length];
        readSignIns();
        readOutOfPlace();
        readVouched();
        readVouchers();
    }

    private int[] readAgents() {
        int[] ofToken = new int[events.dictionary(EventField.UTI).length];
        for (int event = 0; event < events.size(); event++) {
            if (agents[event] != 0 && events.kind(event).isSignIn()) {
                ofToken[tokens[event]] = agents[event];
            }
        }
        ofToken[0] = 0;
        return ofToken;
    }

    private int number(String text) {
        return numbers.computeIfAbsent(text, key -> numbers.size() + 1);
    }

    /** The number of the event's address range; 0 where it has none that shows who acted. */
    private int range(int event) {
        int ip = ips[event];
        if (ip != 0 && rangeOfIp[ip] == 0) {
            rangeOfIp[ip] = number(Origins.prefix(events.dictionary(EventField.IP)[ip]));
            networkOfIp[ip] = number(Objects.requireNonNull(addresses.of(event)).network());
        }
        return rangeOfIp[ip];
    }

    private int program(int agent) {
        if (agent != 0 && programOfAgent[agent] == 0) {
            String text = Objects.requireNonNull(events.dictionary(EventField.USER_AGENT)[agent]);
            programOfAgent[agent] = number("\n" + AgentName.of(Origins.withoutVersions(text)));
        }
        return programOfAgent[agent];
    }

    /** The code of the user agent of the event, or of its token's sign-in where it is an operation; 0 for none. */
    private int agentCode(int event) {
        return events.kind(event).isSignIn() ? agents[event] : agentOfToken[tokens[event]];
    }

    /** The user agent of the event, or of its token's sign-in where it is an operation. */
    @Nullable
    String agent(int event) {
        return events.dictionary(EventField.USER_AGENT)[agentCode(event)];
    }

    private long day(int event) {
        return Math.floorDiv(events.time(event), DAY);
    }

    /** Tells whether the event's token is bound to its device's key, as another event of the token or it itself states. */
    boolean isBound(int event) {
        return tokens[event] != 0 && boundTokens.get(tokens[event])
                || "bound".equalsIgnoreCase(events.text(EventField.TOKEN_BINDING, event));
    }

    private boolean isSignedIn(int event) {
        return events.kind(event).isSignIn() && events.result(event) == EventResult.SUCCESS
                && events.time(event) != AuditEvent.NO_TIME && users[event] != 0;
    }

    private void readSignIns() {
        for (int event = 0; event < events.size(); event++) {
            // each address gets its range now, so that later questions only read
            range(event);
            program(agents[event]);
            if (!isSignedIn(event)) {
                continue;
            }
            days.computeIfAbsent(users[event], key -> new TreeSet<>()).add(day(event));
            if (agents[event] != 0) {
                agentsOfUser.computeIfAbsent(users[event], key -> new HashMap<>()).merge(agents[event], day(event),
                        Math::min);
            }
            String device = device(event);
            int[] ofDay = signInsByDay.computeIfAbsent(users[event], key -> new TreeMap<>())
                    .computeIfAbsent(day(event), key -> new int[2]);
            ofDay[0]++;
            ofDay[1] += device == null ? 0 : 1;
            if (device != null) {
                firstOnDevice.merge(users[event] + " " + device, events.time(event), Math::min);
                if (agents[event] != 0) {
                    agentOfDevice.putIfAbsent(device,
                            String.valueOf(events.dictionary(EventField.USER_AGENT)[agents[event]]));
                }
            }
            if (ips[event] != 0) {
                daysAt.computeIfAbsent(new Place(users[event], range(event), 0), key -> new TreeSet<>())
                        .add(day(event));
                rangesOfProgram.computeIfAbsent(new Place(users[event], 0, program(agents[event])),
                        key -> new HashSet<>()).add(range(event));
            }
        }
    }

    private @Nullable String device(int event) {
        return events.text(EventField.DEVICE_ID, event);
    }

    /**
     * Of two events of one user that are too far apart for the time between them, the one at the place with the shorter
     * history is out of place; so is a sign-in that names a device but runs on another operating system than it.
     */
    private void readOutOfPlace() {
        Map<Integer, Integer> lastOfUser = new HashMap<>();
        for (int event = 0; event < events.size(); event++) {
            if (users[event] == 0 || events.time(event) == AuditEvent.NO_TIME || !shows(event)) {
                continue;
            }
            Addresses.Address here = addresses.telling(event);
            if (isOnOtherSystem(event)) {
                add(event);
            }
            if (here == null || here.country() == null || here.fact().mobile() || here.fact().isSharedExit()) {
                continue;
            }
            Integer before = lastOfUser.put(users[event], event);
            if (before != null && !Journeys.isPossible(addresses.of(before), here,
                    events.time(event) - events.time(before))) {
                int odd = isBound(before) ? event : isBound(event) || isLessKnown(before, event) ? before : event;
                if (!isBound(odd)) {
                    add(odd);
                }
            }
        }
    }

    private boolean shows(int event) {
        return events.kind(event).isSignIn() ? events.result(event) == EventResult.SUCCESS
                : events.kind(event).isOperation();
    }

    private boolean isLessKnown(int one, int other) {
        long day = Math.min(day(one), day(other));
        int first = daysBefore(daysAt.get(new Place(users[one], range(one), 0)), day);
        int second = daysBefore(daysAt.get(new Place(users[one], range(other), 0)), day);
        if (first != second) {
            return first < second;
        }
        return daysBefore(daysAt.get(new Place(users[one], range(one), 0)), Long.MAX_VALUE) < daysBefore(
                daysAt.get(new Place(users[one], range(other), 0)), Long.MAX_VALUE);
    }

    private boolean isOnOtherSystem(int event) {
        String device = events.kind(event).isSignIn() ? device(event) : null;
        return device != null
                && AgentName.areOfOtherSystems(events.text(EventField.USER_AGENT, event), agentOfDevice.get(device));
    }

    private void add(int event) {
        outOfPlace.set(event);
        suspicionOf.merge(users[event], events.time(event), Math::min);
        // a person who signs in on a known device may just have switched a VPN on
        if (!isInteractiveOnDevice(event) && range(event) != 0) {
            suspicionAt.merge(range(event), events.time(event), Math::min);
        }
    }

    private boolean isInteractiveOnDevice(int event) {
        return mayBeInteractive(event) && device(event) != null && !isOnOtherSystem(event);
    }

    /** Tells whether a person may have signed in: not every log states whether a sign-in was a renewal by token. */
    boolean mayBeInteractive(int event) {
        return events.kind(event).isSignIn() && events.kind(event) != EventKind.SIGN_IN_NON_INTERACTIVE;
    }

    private void readVouched() {
        for (int event = 0; event < events.size(); event++) {
            if (!isSignedIn(event) || ips[event] == 0
                    || !isBound(event) && (!mayBeInteractive(event) || outOfPlace.get(event))) {
                continue;
            }
            usersWithOwnPlace.set(users[event]);
            vouchedAt.computeIfAbsent(new Place(users[event], range(event), 0), key -> new TreeSet<>())
                    .add(day(event));
            vouchedAt.computeIfAbsent(new Place(users[event], networkOfIp[ips[event]], program(agents[event])),
                    key -> new TreeSet<>()).add(day(event));
        }
    }

    /**
     * A user vouches for a range to others by registered devices in it, on more days than one or on half of all days
     * of that user.
     */
    private void readVouchers() {
        Map<Integer, Map<Integer, TreeSet<Long>>> own = new HashMap<>();
        Map<Integer, Set<Integer>> withDevice = new HashMap<>();
        Set<Integer> all = new HashSet<>();
        for (int event = 0; event < events.size(); event++) {
            if (!isSignedIn(event) || ips[event] == 0) {
                continue;
            }
            all.add(users[event]);
            if (device(event) == null || !isBound(event) && outOfPlace.get(event)
                    || events.time(event) >= suspicionAt.getOrDefault(range(event), Long.MAX_VALUE)) {
                continue;
            }
            if (usesElsewhere(event)) {
                withDevice.computeIfAbsent(range(event), key -> new HashSet<>()).add(users[event]);
            }
            if (isBound(event) || mayBeInteractive(event)) {
                own.computeIfAbsent(range(event), key -> new HashMap<>())
                        .computeIfAbsent(users[event], key -> new TreeSet<>()).add(day(event));
            }
        }
        vouchers = new int[numbers.size() + 1];
        Set<Integer> ranges = new HashSet<>(own.keySet());
        ranges.addAll(withDevice.keySet());
        ranges.forEach(range -> {
            Set<Integer> with = withDevice.getOrDefault(range, Set.of());
            boolean isGateway = with.size() >= USERS_OF_GATEWAY
                    && with.size() * 100 >= all.size() * PERCENT_OF_GATEWAY;
            int vouching = (int) own.getOrDefault(range, Map.of()).entrySet().stream()
                    .filter(entry -> entry.getValue().size() > 1
                            || entry.getValue().size() * 2 >= days.getOrDefault(entry.getKey(), new TreeSet<>()).size())
                    .count();
            vouchers[range] = isGateway ? Math.max(with.size(), vouching) : vouching;
        });
    }

    private boolean usesElsewhere(int event) {
        return rangesOfProgram.getOrDefault(new Place(users[event], 0, program(agents[event])), Set.of()).size() > 1;
    }

    private static int daysBefore(@Nullable TreeSet<Long> known, long day) {
        return known == null ? 0 : known.headSet(day).size();
    }

    /** How many users vouch for the range of the event's address. */
    int vouchers(int event) {
        return vouchers[rangeOfIp[ips[event]]];
    }

    /** The day before which sign-ins at this place vouch for it: that of the event or of the first suspicion. */
    private long lastDay(int event) {
        long suspicion = suspicionAt.getOrDefault(rangeOfIp[ips[event]], Long.MAX_VALUE);
        return Math.min(day(event), Math.floorDiv(suspicion, DAY));
    }

    /** On how many earlier days the user was in the range of the event's address. */
    int daysInRange(int event) {
        return ips[event] == 0 || users[event] == 0 ? 0
                : daysBefore(vouchedAt.get(new Place(users[event], rangeOfIp[ips[event]], 0)), lastDay(event));
    }

    /** On how many earlier days the user was a customer of this provider with the same program. */
    int daysWithProgram(int event) {
        int agent = agentCode(event);
        return ips[event] == 0 || users[event] == 0 || agent == 0 ? 0
                : daysBefore(vouchedAt.get(new Place(users[event], networkOfIp[ips[event]], programOfAgent[agent])),
                        lastDay(event));
    }

    /** Tells whether the event is where its user usually works, or where enough others do. */
    boolean isFamiliar(int event) {
        return ips[event] != 0
                && (vouchers(event) >= USERS || usersWithOwnPlace.get(users[event]) && answers.computeIfAbsent(
                        new Asked(users[event], ips[event], agentCode(event), day(event)), key -> isOwnPlace(event)));
    }

    private boolean isOwnPlace(int event) {
        return daysInRange(event) >= DAYS && !isOfNewSystem(event)
                || daysWithProgram(event) >= DAYS && !isNewProgram(event);
    }

    /** Tells whether the event is on an operating system that the user did not use on an earlier day. */
    private boolean isOfNewSystem(int event) {
        Map<Integer, Long> known = agentsOfUser.getOrDefault(users[event], Map.of());
        String agent = agent(event);
        List<String> earlier = new ArrayList<>();
        known.forEach((code, first) -> {
            if (first < day(event)) {
                earlier.add(String.valueOf(events.dictionary(EventField.USER_AGENT)[code]));
            }
        });
        return agent != null && !earlier.isEmpty()
                && earlier.stream().allMatch(each -> AgentName.areOfOtherSystems(each, agent));
    }

    /** Tells whether enough earlier days of the user are on record to say what is unusual. */
    boolean hasHistory(int event) {
        return users[event] != 0 && daysBefore(days.get(users[event]), day(event)) >= DAYS;
    }

    /** Tells whether the user was not on an earlier day in the range of the event's address. */
    boolean isNewRange(int event) {
        return ips[event] != 0 && users[event] != 0
                && daysBefore(daysAt.get(new Place(users[event], rangeOfIp[ips[event]], 0)), day(event)) == 0;
    }

    /**
     * Tells whether the user did not use this program on an earlier day, or only newer versions of it: a browser does
     * not go back to an older one.
     */
    boolean isNewProgram(int event) {
        return isNewProgram(event, day(event));
    }

    /** The same of the days before this one. */
    private boolean isNewProgram(int event, long before) {
        String agent = agent(event);
        if (agent == null) {
            return false;
        }
        int program = programOfAgent[agentCode(event)];
        boolean known = false;
        for (Map.Entry<Integer, Long> earlier : agentsOfUser.getOrDefault(users[event], Map.of()).entrySet()) {
            if (earlier.getValue() < before && programOfAgent[earlier.getKey()] == program) {
                known |= AgentVersion.of(agent) >= AgentVersion
                        .of(String.valueOf(events.dictionary(EventField.USER_AGENT)[earlier.getKey()]));
            }
        }
        return !known;
    }

    /** Tells whether most of the user's sign-ins on earlier days name a registered device. */
    boolean isUsuallyOnDevice(int event) {
        return isUsuallyOnDevice(event, day(event));
    }

    private boolean isUsuallyOnDevice(int event, long before) {
        int all = 0;
        int with = 0;
        for (Map.Entry<Long, int[]> day : signInsByDay.getOrDefault(users[event], new TreeMap<>())
                .headMap(before).entrySet()) {
            all += day.getValue()[0];
            with += day.getValue()[1];
        }
        return all > 0 && with * 100L >= all * (long) PERCENT_ON_DEVICE;
    }

    /**
     * Tells whether the event is of a program that the user had before the first sign-in in the range of its address,
     * and names a registered device if the user's sign-ins until then did. What came with the new range says nothing.
     *
     * @param suspicion
     *            the time of the first suspicion; what is later is not counted
     */
    boolean isUsualExceptRange(int event, boolean onDevice, long suspicion) {
        TreeSet<Long> inRange = daysAt.get(new Place(users[event], rangeOfIp[ips[event]], 0));
        long before = Math.min(Math.floorDiv(suspicion, DAY),
                inRange == null ? day(event) : Math.min(day(event), inRange.first()));
        return agent(event) != null && !isNewProgram(event, before) && (onDevice || !isUsuallyOnDevice(event, before));
    }

    boolean isOutOfPlace(int event) {
        return outOfPlace.get(event);
    }

    /** The user's first event that is out of place, as a time; {@link Long#MAX_VALUE} for none. */
    long suspicion(int event) {
        return suspicionOf.getOrDefault(users[event], Long.MAX_VALUE);
    }

    /** When the user first signed in on this device; {@link Long#MAX_VALUE} for never. */
    long firstOn(int event, String device) {
        return firstOnDevice.getOrDefault(users[event] + " " + device, Long.MAX_VALUE);
    }

}

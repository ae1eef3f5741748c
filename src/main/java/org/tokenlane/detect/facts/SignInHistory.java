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
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Origins;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.AgentName;
import org.tokenlane.query.CaseEvents;

/** From where and with what each user signed in, by day. Never changes; safe for several threads. */
final class SignInHistory {

    /** So many of a user's sign-ins name a registered device where the user nearly always has one. */
    static final int PERCENT_ON_DEVICE = 80;
    private static final long DAY = 86_400_000_000_000L;

    private record Place(int user, int range, int program) {
    }

    private final CaseEvents events;
    private final Addresses addresses;
    private final BitSet boundTokens;
    private final int[] tokens;
    private final IntColumn users;
    private final IntColumn ips;
    private final IntColumn agents;
    private final int[] agentOfToken;
    private final int[] programOfAgent;
    private final int[] rangeOfIp;
    private final int[] networkOfIp;
    private final Map<String, Integer> numbers = new HashMap<>();

    private final Map<Integer, TreeSet<Long>> days = new HashMap<>();
    /** Of each user by day: how many sign-ins there are, and how many of them name a device. */
    private final Map<Integer, TreeMap<Long, int[]>> signInsByDay = new HashMap<>();
    private final Map<Place, TreeSet<Long>> daysAt = new HashMap<>();
    private final Map<Place, Set<Integer>> rangesOfProgram = new HashMap<>();
    private final Map<Integer, Map<Integer, Long>> agentsOfUser = new HashMap<>();
    private final Map<String, Long> firstOnDevice = new HashMap<>();
    private final Map<String, String> agentOfDevice = new HashMap<>();

    /**
     * @param tokens
     *            each event's token
     * @param boundTokens
     *            those that are bound to their device
     */
    SignInHistory(CaseEvents events, Addresses addresses, int[] tokens, BitSet boundTokens) {
        this.events = events;
        this.addresses = addresses;
        this.tokens = tokens;
        this.boundTokens = boundTokens;
        users = events.codes(EventField.UPN);
        ips = events.codes(EventField.IP);
        agents = events.codes(EventField.USER_AGENT);
        agentOfToken = readAgents();
        programOfAgent = new int[events.dictionary(EventField.USER_AGENT).size()];
        rangeOfIp = new int[events.dictionary(EventField.IP).size()];
        networkOfIp = new int[rangeOfIp.length];
        readSignIns();
    }

    /** The code of the event's user; 0 for none. */
    int user(int event) {
        return users.get(event);
    }

    /** The code of the event's address; 0 for none. */
    int ip(int event) {
        return ips.get(event);
    }

    /** The number of the provider of the event's address. */
    int network(int event) {
        return networkOfIp[ips.get(event)];
    }

    /** The number of the program of the event, or of its token's sign-in where it is an operation; 0 for none. */
    int program(int event) {
        return programOfAgent[agentCode(event)];
    }

    /** One more than the highest number of a range, provider or program. */
    int numbers() {
        return numbers.size() + 1;
    }

    /** On how many days the user signed in. */
    int days(int user) {
        return daysBefore(days.get(user), Long.MAX_VALUE);
    }

    /** On how many days before this one the event's user signed in from the range of the event's address. */
    int daysInRange(int event, long before) {
        return daysBefore(daysAt.get(new Place(users.get(event), rangeOfIp[ips.get(event)], 0)), before);
    }

    /** The first day on which the user signed in from the range of the event's address, not later than the event's. */
    long firstDayInRange(int event) {
        TreeSet<Long> inRange = daysAt.get(new Place(users.get(event), rangeOfIp[ips.get(event)], 0));
        return inRange == null ? day(event) : Math.min(day(event), inRange.first());
    }

    static long dayOf(long time) {
        return Math.floorDiv(time, DAY);
    }

    private int[] readAgents() {
        int[] ofToken = new int[events.dictionary(EventField.UTI).size()];
        for (int event = 0; event < events.size(); event++) {
            if (agents.get(event) != 0 && events.kind(event).isSignIn()) {
                ofToken[tokens[event]] = agents.get(event);
            }
        }
        ofToken[0] = 0;
        return ofToken;
    }

    private int number(String text) {
        return numbers.computeIfAbsent(text, key -> numbers.size() + 1);
    }

    /** The number of the event's address range; 0 where it has none that shows who acted. */
    int range(int event) {
        int ip = ips.get(event);
        if (ip != 0 && rangeOfIp[ip] == 0) {
            rangeOfIp[ip] = number(Origins.prefix(events.dictionary(EventField.IP).get(ip)));
            networkOfIp[ip] = number(Objects.requireNonNull(addresses.of(event)).network());
        }
        return rangeOfIp[ip];
    }

    private int programOf(int agent) {
        if (agent != 0 && programOfAgent[agent] == 0) {
            String text = Objects.requireNonNull(events.dictionary(EventField.USER_AGENT).get(agent));
            programOfAgent[agent] = number("\n" + AgentName.of(Origins.withoutVersions(text)));
        }
        return programOfAgent[agent];
    }

    /** The code of the user agent of the event, or of its token's sign-in where it is an operation; 0 for none. */
    int agentCode(int event) {
        return events.kind(event).isSignIn() ? agents.get(event) : agentOfToken[tokens[event]];
    }

    /** The user agent of the event, or of its token's sign-in where it is an operation. */
    @Nullable
    String agent(int event) {
        return events.dictionary(EventField.USER_AGENT).get(agentCode(event));
    }

    long day(int event) {
        return dayOf(events.time(event));
    }

    /** Tells whether the event's token is bound to its device's key, as another event of the token or it itself states. */
    boolean isBound(int event) {
        return tokens[event] != 0 && boundTokens.get(tokens[event])
                || "bound".equalsIgnoreCase(events.text(EventField.TOKEN_BINDING, event));
    }

    boolean isSignedIn(int event) {
        return events.kind(event).isSignIn() && events.result(event) == EventResult.SUCCESS
                && events.time(event) != AuditEvent.NO_TIME && users.get(event) != 0;
    }

    private void readSignIns() {
        for (int event = 0; event < events.size(); event++) {
            // each address gets its range now, so that later questions only read
            range(event);
            programOf(agents.get(event));
            if (!isSignedIn(event)) {
                continue;
            }
            days.computeIfAbsent(users.get(event), key -> new TreeSet<>()).add(day(event));
            if (agents.get(event) != 0) {
                agentsOfUser.computeIfAbsent(users.get(event), key -> new HashMap<>()).merge(agents.get(event),
                        day(event),
                        Math::min);
            }
            String device = device(event);
            int[] ofDay = signInsByDay.computeIfAbsent(users.get(event), key -> new TreeMap<>())
                    .computeIfAbsent(day(event), key -> new int[2]);
            ofDay[0]++;
            ofDay[1] += device == null ? 0 : 1;
            if (device != null) {
                firstOnDevice.merge(users.get(event) + " " + device, events.time(event), Math::min);
                if (agents.get(event) != 0) {
                    agentOfDevice.putIfAbsent(device,
                            String.valueOf(events.dictionary(EventField.USER_AGENT).get(agents.get(event))));
                }
            }
            if (ips.get(event) != 0) {
                daysAt.computeIfAbsent(new Place(users.get(event), range(event), 0), key -> new TreeSet<>())
                        .add(day(event));
                rangesOfProgram.computeIfAbsent(new Place(users.get(event), 0, programOf(agents.get(event))),
                        key -> new HashSet<>()).add(range(event));
            }
        }
    }

    @Nullable
    String device(int event) {
        return events.text(EventField.DEVICE_ID, event);
    }

    boolean isOnOtherSystem(int event) {
        String device = events.kind(event).isSignIn() ? device(event) : null;
        return device != null
                && AgentName.areOfOtherSystems(events.text(EventField.USER_AGENT, event), agentOfDevice.get(device));
    }

    /** Tells whether a person may have signed in: not every log states whether a sign-in was a renewal by token. */
    boolean mayBeInteractive(int event) {
        return events.kind(event).isSignIn() && events.kind(event) != EventKind.SIGN_IN_NON_INTERACTIVE;
    }

    boolean usesElsewhere(int event) {
        return rangesOfProgram.getOrDefault(new Place(users.get(event), 0, programOf(agents.get(event))), Set.of())
                .size() > 1;
    }

    static int daysBefore(@Nullable TreeSet<Long> known, long day) {
        return known == null ? 0 : known.headSet(day).size();
    }

    /** Tells whether the event is on an operating system that the user did not use on an earlier day. */
    boolean isOfNewSystem(int event) {
        Map<Integer, Long> known = agentsOfUser.getOrDefault(users.get(event), Map.of());
        String agent = agent(event);
        List<String> earlier = new ArrayList<>();
        known.forEach((code, first) -> {
            if (first < day(event)) {
                earlier.add(String.valueOf(events.dictionary(EventField.USER_AGENT).get(code)));
            }
        });
        return agent != null && !earlier.isEmpty()
                && earlier.stream().allMatch(each -> AgentName.areOfOtherSystems(each, agent));
    }

    /** Tells whether enough earlier days of the user are on record to say what is unusual. */
    boolean hasHistory(int event) {
        return users.get(event) != 0 && daysBefore(days.get(users.get(event)), day(event)) >= Familiarity.DAYS;
    }

    /** Tells whether the user was not on an earlier day in the range of the event's address. */
    boolean isNewRange(int event) {
        return ips.get(event) != 0 && users.get(event) != 0
                && daysBefore(daysAt.get(new Place(users.get(event), rangeOfIp[ips.get(event)], 0)), day(event)) == 0;
    }

    /**
     * Tells whether the user did not use this program on an earlier day, or only newer versions of it: a browser does
     * not go back to an older one.
     */
    boolean isNewProgram(int event) {
        return isNewProgram(event, day(event));
    }

    /** The same of the days before this one. */
    boolean isNewProgram(int event, long before) {
        String agent = agent(event);
        if (agent == null) {
            return false;
        }
        int program = programOfAgent[agentCode(event)];
        boolean known = false;
        for (Map.Entry<Integer, Long> earlier : agentsOfUser.getOrDefault(users.get(event), Map.of()).entrySet()) {
            if (earlier.getValue() < before && programOfAgent[earlier.getKey()] == program) {
                known |= AgentVersion.of(agent) >= AgentVersion
                        .of(String.valueOf(events.dictionary(EventField.USER_AGENT).get(earlier.getKey())));
            }
        }
        return !known;
    }

    /** Tells whether most of the user's sign-ins on earlier days name a registered device. */
    boolean isUsuallyOnDevice(int event) {
        return isUsuallyOnDevice(event, day(event));
    }

    boolean isUsuallyOnDevice(int event, long before) {
        int all = 0;
        int with = 0;
        for (Map.Entry<Long, int[]> day : signInsByDay.getOrDefault(users.get(event), new TreeMap<>())
                .headMap(before).entrySet()) {
            all += day.getValue()[0];
            with += day.getValue()[1];
        }
        return all > 0 && with * 100L >= all * (long) PERCENT_ON_DEVICE;
    }

    /** When the user first signed in on this device; {@link Long#MAX_VALUE} for never. */
    long firstOn(int event, String device) {
        return firstOnDevice.getOrDefault(users.get(event) + " " + device, Long.MAX_VALUE);
    }
}

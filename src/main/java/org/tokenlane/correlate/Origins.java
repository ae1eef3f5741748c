package org.tokenlane.correlate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Network;
import org.tokenlane.query.CaseEvents;

/**
 * The origins inside a session: events from one network (autonomous system, else address prefix) with one user agent,
 * device and transfer method. Many records lack
 * some of these, or tell of the program instead of the browser, so two events are of different origin only where the
 * network differs or both sign-ins say something
 * else of agent, device or method.
 */
public final class Origins {

    private static final EventField[] SIGN_IN_MARKS = { EventField.USER_AGENT, EventField.DEVICE_ID,
        EventField.TRANSFER_METHOD };

    private final CaseEvents events;
    private final Map<Integer, String> networkOfAddress = new HashMap<>();
    private final Map<String, String> plainAgents = new HashMap<>();

    public Origins(CaseEvents events) {
        this.events = events;
        IntColumn addresses = events.codes(EventField.IP);
        IntColumn systems = events.codes(EventField.ASN);
        TextColumn ips = events.dictionary(EventField.IP);
        TextColumn numbers = events.dictionary(EventField.ASN);
        for (int event = 0; event < events.size(); event++) {
            if (addresses.get(event) != 0 && systems.get(event) != 0) {
                networkOfAddress.put(addresses.get(event), "AS" + numbers.get(systems.get(event)));
            }
        }
        for (int event = 0; event < events.size(); event++) {
            if (addresses.get(event) != 0) {
                networkOfAddress.computeIfAbsent(addresses.get(event), code -> prefix(ips.get(code)));
            }
        }
    }

    /** One origin in a session, with the events that come from it. */
    public static final class Origin {

        private final String network;
        private final String[] marks = new String[SIGN_IN_MARKS.length];
        private final List<Integer> members = new ArrayList<>();

        private Origin(String network) {
            this.network = network;
        }

        /** {@code AS64500}, or the prefix of the addresses; empty where no address is known. */
        public String network() {
            return network;
        }

        public List<Integer> events() {
            return members;
        }

        /** What tells this origin from the session's others, the same whenever the session is looked at. */
        public String key() {
            return network + Arrays.stream(marks).map(mark -> mark == null ? "" : mark)
                    .collect(Collectors.joining("|", "|", ""));
        }

        private boolean fits(String[] others) {
            for (int i = 0; i < marks.length; i++) {
                if (marks[i] != null && others[i] != null && !marks[i].equals(others[i])) {
                    return false;
                }
            }
            return true;
        }

        private void take(int event, String[] others) {
            for (int i = 0; i < marks.length; i++) {
                marks[i] = marks[i] == null ? others[i] : marks[i];
            }
            members.add(event);
        }
    }

    /**
     * The origins inside a session, of its dated events, inferred ones included; their keys are those that names,
     * splits and marks are kept by.
     */
    public List<Origin> ofSession(Correlation correlation, int session) {
        return of(Arrays.stream(correlation.eventsOfSession(session))
                .filter(event -> events.time(event) != AuditEvent.NO_TIME).toArray());
    }

    /** The origins of these events, in the order of their first event. */
    public List<Origin> of(int[] chosen) {
        Map<String, List<Origin>> byNetwork = new LinkedHashMap<>();
        Map<Integer, Origin> ofToken = new HashMap<>();
        List<Integer> withoutNetwork = new ArrayList<>();
        for (boolean signIns : new boolean[] { true, false }) {
            for (int event : chosen) {
                if (events.kind(event).isSignIn() == signIns) {
                    String network = networkOfAddress.get(events.code(EventField.IP, event));
                    if (network == null) {
                        withoutNetwork.add(event);
                    } else {
                        place(byNetwork.computeIfAbsent(network, key -> new ArrayList<>()), network, event, ofToken);
                    }
                }
            }
        }
        List<Origin> all = new ArrayList<>();
        byNetwork.values().forEach(all::addAll);
        if (all.isEmpty() && !withoutNetwork.isEmpty()) {
            all.add(new Origin(""));
        }
        if (all.size() == 1) {
            all.getFirst().members.addAll(withoutNetwork);
        }
        all.sort(
                Comparator.comparingInt(origin -> origin.members.stream().mapToInt(Integer::intValue).min().orElse(0)));
        return all;
    }

    /**
     * A sign-in goes to the origin whose marks it fits, anything else on the same network to that of its token's
     * sign-in, else to the first.
     */
    private void place(List<Origin> origins, String network, int event, Map<Integer, Origin> ofToken) {
        boolean isSignIn = events.kind(event).isSignIn();
        int token = events.code(EventField.UTI, event);
        Origin signedIn = token == 0 ? null : ofToken.get(token);
        String[] marks = isSignIn ? marks(event) : new String[SIGN_IN_MARKS.length];
        Origin origin = !isSignIn && signedIn != null && signedIn.network.equals(network) ? signedIn
                : origins.stream().filter(known -> known.fits(marks)).findFirst().orElse(null);
        if (origin == null) {
            origin = new Origin(network);
            origins.add(origin);
        }
        origin.take(event, marks);
        if (isSignIn && token != 0) {
            ofToken.put(token, origin);
        }
    }

    private String[] marks(int event) {
        String[] marks = new String[SIGN_IN_MARKS.length];
        for (int i = 0; i < marks.length; i++) {
            String text = events.text(SIGN_IN_MARKS[i], event);
            marks[i] = text != null && SIGN_IN_MARKS[i] == EventField.USER_AGENT
                    ? plainAgents.computeIfAbsent(text, Origins::withoutVersions)
                    : text;
        }
        return marks;
    }

    /** The network that the event came from, as origins have it; null where no address is known. */
    public @Nullable String network(int event) {
        return networkOfAddress.get(events.code(EventField.IP, event));
    }

    /** A browser updates itself within a session; its name and system stay. */
    public static String withoutVersions(String userAgent) {
        return userAgent.replaceAll("[0-9]+([._][0-9]+)*", "0");
    }

    /** The /24 of an IPv4 address, the /48 of an IPv6 address; a text that is no address as it is. */
    public static String prefix(String ip) {
        Network network = Network.around(ip);
        return network == null ? ip : network.text();
    }
}

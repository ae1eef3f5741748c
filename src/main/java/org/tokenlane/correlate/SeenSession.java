package org.tokenlane.correlate;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.tokenlane.correlate.ClientText.Platform;

/** What the records that name a session say of one of its users: when, from where and with what. */
final class SeenSession {

    /** A stretch of time, both ends included. */
    static final class Span {

        private final long first;
        private long last;

        Span(long time) {
            first = time;
            last = time;
        }

        boolean covers(long time, long after) {
            return time >= first && time <= last + after;
        }
    }

    /** How a candidate stands to what a record says. */
    enum Match {
        /** The session was seen with it. */
        SUPPORTED,
        /** The session was seen with something else in its place. */
        EXCLUDED,
        /** The records of the session leave it open. */
        OPEN
    }

    private final int session;
    private final Map<Integer, Span> addresses = new HashMap<>();
    private final Map<String, Span> agents = new HashMap<>();
    private final Map<String, ClientText> agentTexts = new HashMap<>();
    private final Map<String, ClientText> clients = new HashMap<>();
    private final Map<Integer, Span> apps = new HashMap<>();
    private final Set<Integer> workloadsWithClient = new HashSet<>();
    private final Set<Integer> workloadsWithApp = new HashSet<>();
    private final Set<Integer> devices = new HashSet<>();
    private boolean signedIn;
    private boolean renewed;

    SeenSession(int session) {
        this.session = session;
    }

    int session() {
        return session;
    }

    /** The session was in use at the address; a refused or interrupted sign-in does not show that. */
    void at(int address, long time) {
        addresses.computeIfAbsent(address, key -> new Span(time)).last = time;
    }

    void signedIn(boolean interactive) {
        signedIn = true;
        renewed |= !interactive;
    }

    void client(ClientText text, int workload, long time) {
        String agent = text.agent();
        if (agent != null) {
            agents.computeIfAbsent(agent, key -> new Span(time)).last = time;
            agentTexts.putIfAbsent(agent, text);
        }
        String client = text.client();
        if (client != null) {
            clients.put(client, text);
            workloadsWithClient.add(workload);
        }
    }

    void app(int app, int workload, boolean operation, long time) {
        apps.computeIfAbsent(app, key -> new Span(time)).last = time;
        if (operation) {
            workloadsWithApp.add(workload);
        }
    }

    void device(int device) {
        devices.add(device);
    }

    boolean wasAt(int address, long time, long after) {
        Span span = addresses.get(address);
        return span != null && span.covers(time, after);
    }

    /** A sign-in gives the device's id where the device is registered, so that one without it is of another device. */
    Match device(int device, boolean rival) {
        if (devices.contains(device)) {
            return Match.SUPPORTED;
        }
        return !devices.isEmpty() || rival && signedIn ? Match.EXCLUDED : Match.OPEN;
    }

    /**
     * A session that was seen with the very user agent may be the one. It is not where all that was seen of it runs on
     * other systems, or is another browser or a version of it that does not fit the time: an access to the web stays in
     * the browser that has the session's cookie, and a program is not set back to an older version.
     */
    Match agent(ClientText text, long time) {
        String agent = text.agent();
        if (agent == null) {
            return Match.OPEN;
        }
        Span seen = agents.get(agent);
        if (seen != null) {
            return isAnotherVersionBy(text, seen, time) ? Match.EXCLUDED : Match.SUPPORTED;
        }
        Match match = Match.OPEN;
        for (ClientText other : agentTexts.values()) {
            if (text.platform() == Platform.UNKNOWN || other.platform() == Platform.UNKNOWN) {
                continue;
            }
            if (!isOther(text, other, time)) {
                return Match.OPEN;
            }
            match = Match.EXCLUDED;
        }
        return match;
    }

    /** The session went from this version to another, or from another to this one, and the time is on the other side. */
    private boolean isAnotherVersionBy(ClientText text, Span seen, long time) {
        return agentTexts.values().stream().filter(text::differsOnlyInVersion).anyMatch(other -> {
            Span span = spanOf(other);
            return other.isNewerThan(text) ? span.first > seen.last && time >= span.first
                    : span.last < seen.first && time <= span.last;
        });
    }

    private boolean isOther(ClientText text, ClientText seen, long time) {
        if (!text.platform().mayBe(seen.platform())) {
            return true;
        }
        if (text.differsOnlyInVersion(seen)) {
            Span span = spanOf(seen);
            return text.isNewerThan(seen) ? span.last > time : span.first < time;
        }
        return seen.platform() == Platform.SCRIPT
                || text.isBrowser() && seen.isBrowser() && !seen.sameProgramAs(text);
    }

    private Span spanOf(ClientText text) {
        return Objects.requireNonNull(agents.get(text.agent()), "a user agent that was seen"); // not for people
    }

    /**
     * A session that was seen with the client string, or on the system that it names, may be the one. It is not where
     * it runs on other systems, or where its records of the workload all show other mail programs.
     */
    Match client(ClientText text, int workload) {
        if (text.client() == null) {
            return Match.OPEN;
        }
        if (clients.containsKey(text.client())) {
            return Match.SUPPORTED;
        }
        List<Platform> seen = agentTexts.values().stream().map(ClientText::platform)
                .filter(each -> each != Platform.UNKNOWN).toList();
        if (text.platform() != Platform.UNKNOWN && !seen.isEmpty()) {
            return seen.stream().anyMatch(text.platform()::mayBe) ? Match.SUPPORTED : Match.EXCLUDED;
        }
        return workloadsWithClient.contains(workload) && clients.values().stream().noneMatch(text::hasProtocolOf)
                ? Match.EXCLUDED
                : Match.OPEN;
    }

    /**
     * An application that the session had a token for at the time; whether it never had one is known only where the
     * renewals of its tokens are on record, or what it used in the workload.
     */
    Match app(int app, int workload, long time, long lifetime) {
        Span span = apps.get(app);
        if (span != null) {
            return span.covers(time, lifetime) ? Match.SUPPORTED : Match.OPEN;
        }
        return renewed || workloadsWithApp.contains(workload) ? Match.EXCLUDED : Match.OPEN;
    }
}

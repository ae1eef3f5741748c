package org.tokenlane.ui.sessions;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tokenlane.enrich.NetworkFact;
import org.tokenlane.enrich.NetworkSource;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.session.SessionFacts;

/**
 * A row of the table: a session, or a user above the user's sessions.
 *
 * @param user
 *            the session's users, or the user
 * @param members
 *            the user's sessions; empty in a session's row
 * @param facts
 *            the session, null in a user's row
 */
record SessionRow(String user, List<SessionFacts> members, @Nullable SessionFacts facts) {

    private static final int MOST_LOOKED_UP = 100;

    static SessionRow of(SessionFacts facts) {
        return new SessionRow(
                facts.upns().isEmpty() ? SessionsText.NO_USER.text() : String.join(", ", facts.upns()),
                List.of(), facts);
    }

    /** Tells whether it is a session with a time. */
    boolean isDated() {
        return facts != null && facts.first() != AuditEvent.NO_TIME;
    }

    /** The id of the session; empty in a user's row. */
    String sessionId() {
        return facts == null ? "" : facts.sessionId();
    }

    List<String> sessionIds() {
        return facts == null ? List.of() : List.of(facts.sessionId());
    }

    private List<SessionFacts> all() {
        return facts == null ? members : List.of(facts);
    }

    int sum(Function<SessionFacts, Integer> value) {
        return all().stream().mapToInt(value::apply).sum();
    }

    long duration() {
        return all().stream().filter(one -> one.first() != AuditEvent.NO_TIME)
                .mapToLong(one -> one.last() - one.first()).max().orElse(0);
    }

    /** The users; empty if no record names one. */
    List<String> users() {
        TreeSet<String> found = new TreeSet<>();
        all().forEach(one -> found.addAll(one.upns()));
        return List.copyOf(found);
    }

    List<String> countries() {
        TreeSet<String> found = new TreeSet<>();
        all().forEach(one -> found.addAll(one.countries()));
        return List.copyOf(found);
    }

    /**
     * The countries in the logs; if there are none, those that external data gives for the addresses, with its source.
     *
     * @param byData
     *            the country of an address by external data
     */
    String countriesShown(Map<String, NetworkFact.Value> byData) {
        if (!countries().isEmpty()) {
            return String.join(", ", countries());
        }
        Map<NetworkSource, TreeSet<String>> countries = new LinkedHashMap<>();
        for (String ip : ips().stream().limit(MOST_LOOKED_UP).toList()) {
            NetworkFact.Value country = byData.get(ip);
            if (country != null) {
                countries.computeIfAbsent(country.source(), source -> new TreeSet<>()).add(country.text());
            }
        }
        return countries.entrySet().stream().map(each -> each.getKey().says(String.join(", ", each.getValue())))
                .sorted().collect(Collectors.joining("; "));
    }

    List<String> ips() {
        TreeSet<String> found = new TreeSet<>();
        all().forEach(one -> found.addAll(one.ips()));
        return List.copyOf(found);
    }
}

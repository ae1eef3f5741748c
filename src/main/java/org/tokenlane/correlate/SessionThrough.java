package org.tokenlane.correlate;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;

/**
 * Through whom a session was used, as far as its records say.
 *
 * @param through
 *            partner, guest, application, agent; empty for a member's own session
 * @param homes
 *            the tenants that its accounts belong to
 * @param resources
 *            the tenants whose resources it used
 */
public record SessionThrough(List<Through> through, List<String> homes, List<String> resources) {

    public static final SessionThrough NOTHING = new SessionThrough(List.of(), List.of(), List.of());

    public SessionThrough {
        through = List.copyOf(through);
        homes = List.copyOf(homes);
        resources = List.copyOf(resources);
    }

    /** Tells whether no record says anything. */
    public boolean isEmpty() {
        return through.isEmpty() && homes.isEmpty() && resources.isEmpty();
    }

    static SessionThrough of(Correlation correlation, Through.Reader reader, int session) {
        Set<Through> through = EnumSet.noneOf(Through.class);
        Set<String> homes = new TreeSet<>();
        Set<String> resources = new TreeSet<>();
        for (int event : correlation.eventsOfSession(session)) {
            if (correlation.rule(event).isInferred()) {
                continue;
            }
            Through one = reader.of(event);
            if (one != null) {
                through.add(one);
            }
            add(homes, correlation.events().text(EventField.HOME_TENANT_ID, event));
            add(resources, correlation.events().text(EventField.RESOURCE_TENANT_ID, event));
        }
        return new SessionThrough(new ArrayList<>(through), new ArrayList<>(homes), new ArrayList<>(resources));
    }

    private static void add(Set<String> all, @Nullable String text) {
        if (text != null) {
            all.add(text);
        }
    }
}

package org.tokenlane.correlate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;

/** The applications of a case by their ids: some records give only the id, others the name as well. */
public final class Applications {

    private final CaseEvents events;
    private final int[] nameOfId;

    public Applications(CaseEvents events) {
        this.events = events;
        IntColumn ids = events.codes(EventField.APP_ID);
        IntColumn names = events.codes(EventField.APP_NAME);
        nameOfId = new int[events.dictionary(EventField.APP_ID).size()];
        for (int event = 0; event < ids.size(); event++) {
            if (ids.get(event) != 0 && names.get(event) != 0 && nameOfId[ids.get(event)] == 0) {
                nameOfId[ids.get(event)] = names.get(event);
            }
        }
    }

    /**
     * The applications that acted by themselves, outside any session, those with most events first. Users act through
     * applications too; those events are their users'.
     */
    public List<ApplicationFacts> acting(Correlation correlation) {
        Map<String, List<Integer>> byId = new HashMap<>();
        for (int event = 0; event < events.size(); event++) {
            boolean bySelf = events.time(event) != AuditEvent.NO_TIME
                    && (correlation.session(event) == 0 || correlation.rule(event).isInferred())
                    && isApplication(event);
            String id = bySelf ? id(event) : null;
            if (id != null) {
                byId.computeIfAbsent(id, key -> new ArrayList<>()).add(event);
            }
        }
        List<ApplicationFacts> all = new ArrayList<>();
        byId.forEach((id, members) -> all.add(facts(correlation, id, members)));
        all.sort(Comparator.<ApplicationFacts> comparingInt(facts -> -facts.events().size())
                .thenComparing(ApplicationFacts::id));
        return all;
    }

    private boolean isApplication(int event) {
        ActorKind actor = ActorKind.of(events.text(EventField.ACTOR, event));
        return actor == ActorKind.APPLICATION || actor == ActorKind.AGENT;
    }

    private @Nullable String id(int event) {
        String id = events.text(EventField.APP_ID, event);
        return id == null ? events.text(EventField.APP_NAME, event) : id;
    }

    private ApplicationFacts facts(Correlation correlation, String id, List<Integer> members) {
        Set<String> ips = new TreeSet<>();
        BitSet tokens = new BitSet();
        int signIns = 0;
        int operations = 0;
        int refused = 0;
        for (int event : members) {
            String ip = events.text(EventField.IP, event);
            if (ip != null) {
                ips.add(ip);
            }
            tokens.set(correlation.token(event));
            signIns += events.kind(event).isSignIn() ? 1 : 0;
            operations += events.kind(event).isOperation() ? 1 : 0;
            refused += events.isRefusedCall(event) ? 1 : 0;
        }
        tokens.clear(0);
        String name = of(members.getFirst());
        return new ApplicationFacts(id, name == null ? id : name, events.time(members.getFirst()),
                events.time(members.getLast()), signIns, tokens.cardinality(), operations, refused, members,
                new ArrayList<>(ips));
    }

    /** The name of the event's application, also where another record gives it; else its id, or null. */
    public @Nullable String of(int event) {
        int name = events.code(EventField.APP_NAME, event);
        int id = events.code(EventField.APP_ID, event);
        name = name == 0 ? nameOfId[id] : name;
        return name != 0 ? events.dictionary(EventField.APP_NAME).get(name)
                : events.dictionary(EventField.APP_ID).get(id);
    }
}

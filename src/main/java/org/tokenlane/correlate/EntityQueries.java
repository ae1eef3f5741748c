package org.tokenlane.correlate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.column.IntColumn;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.query.EventTable;

/**
 * Gathers what the case knows of one value: when it was seen, and with what. Sessions and tokens count by fact, not by
 * inference, as in filters.
 */
public final class EntityQueries {

    private static final List<EventField> SEEN_WITH = List.of(EventField.UPN, EventField.SESSION_ID, EventField.IP,
            EventField.COUNTRY, EventField.APP_NAME,
            EventField.OPERATION, EventField.USER_AGENT, EventField.UTI);

    private static final Set<FilterField> ENTITIES = Set.of(FilterField.UPN, FilterField.OBJECT_ID, FilterField.IP,
            FilterField.USER_AGENT, FilterField.DEVICE,
            FilterField.APP,
            FilterField.SESSION, FilterField.TOKEN);

    private final EventTable events;

    public EntityQueries(Correlation correlation) {
        this.events = new LinkedEvents(correlation);
    }

    /** Tells whether there are facts of the field's values: of those that events share. */
    public static boolean hasFacts(FilterField field) {
        return field.fields().stream().allMatch(EventField::isShared);
    }

    /**
     * Tells whether the field's values are somebody or something that acts: users, addresses, user agents, devices,
     * apps, sessions, tokens.
     */
    public static boolean isEntity(@Nullable FilterField field) {
        return field != null && ENTITIES.contains(field);
    }

    /**
     * The facts of a value in the whole case.
     *
     * @param value
     *            the whole value, in any case; a token's case counts. Zero events where the case does not have it
     * @param most
     *            how many values are named of each field that it was seen with
     */
    public EntityFacts of(FilterField field, String value, int most) {
        int[] chosen = EntityEvents.with(events, field, value).stream().toArray();
        int dated = 0;
        // events stand in the order of time, those without one last
        while (dated < chosen.length && events.time(chosen[dated]) != AuditEvent.NO_TIME) {
            dated++;
        }
        List<EntityFacts.SeenWith> seenWith = new ArrayList<>();
        for (EventField other : SEEN_WITH) {
            if (!field.fields().contains(other)) {
                seenWith.add(count(other, chosen, most));
            }
        }
        return new EntityFacts(chosen.length, chosen.length - dated,
                dated == 0 ? AuditEvent.NO_TIME : events.time(chosen[0]),
                dated == 0 ? AuditEvent.NO_TIME : events.time(chosen[dated - 1]), seenWith);
    }

    private EntityFacts.SeenWith count(EventField field, int[] chosen, int most) {
        TextColumn values = events.dictionary(field);
        IntColumn codes = events.codes(field);
        int[] counts = new int[values.size()];
        for (int event : chosen) {
            counts[codes.get(event)]++;
        }
        List<EntityFacts.Count> found = new ArrayList<>();
        for (int code = 1; code < counts.length; code++) {
            if (counts[code] > 0) {
                found.add(new EntityFacts.Count(values.get(code), counts[code]));
            }
        }
        found.sort(
                Comparator.comparingInt(EntityFacts.Count::events).reversed().thenComparing(EntityFacts.Count::value));
        return new EntityFacts.SeenWith(field, found.size(), found.subList(0, Math.min(most, found.size())));
    }
}

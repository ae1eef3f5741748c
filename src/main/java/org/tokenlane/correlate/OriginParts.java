package org.tokenlane.correlate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.query.CaseEvents;

/** The origins of a session as the analyst took them apart. */
public final class OriginParts {

    /**
     * An origin, or a part of one.
     *
     * @param origin
     *            the origin that it is, or is a part of
     * @param split
     *            how it was made; null for what is left of the origin
     */
    public record Part(String key, Origins.Origin origin, @Nullable OriginSplit split, List<Integer> events) {
    }

    private final Correlation correlation;
    private final CaseEvents events;

    public OriginParts(Correlation correlation) {
        this.correlation = correlation;
        this.events = correlation.events();
    }

    /** The parts that have events, those of one origin behind each other. */
    public List<Part> of(List<Origins.Origin> origins, List<OriginSplit> splits) {
        List<Part> all = new ArrayList<>();
        for (Origins.Origin origin : origins) {
            List<Part> parts = new ArrayList<>(
                    List.of(new Part(origin.key(), origin, null, new ArrayList<>(origin.events()))));
            for (OriginSplit split : splits) {
                Part whole = parts.stream().filter(part -> part.key().equals(split.origin())).findFirst().orElse(null);
                if (whole != null) {
                    List<Integer> taken = fitting(split, whole.events());
                    whole.events().removeAll(taken);
                    parts.add(new Part(split.key(), origin, split, taken));
                }
            }
            parts.stream().filter(part -> !part.events().isEmpty()).forEach(all::add);
        }
        return all;
    }

    private List<Integer> fitting(OriginSplit split, List<Integer> members) {
        List<Integer> fitting = new ArrayList<>();
        BitSet tokens = new BitSet();
        for (int event : members) {
            boolean fits = switch (split.by()) {
            case ADDRESS -> split.value().equals(events.text(EventField.IP, event));
            case USER_AGENT -> split.value().equals(events.text(EventField.USER_AGENT, event));
            case TOKEN -> split.value().equals(events.dictionary(EventField.UTI).get(correlation.token(event)));
            case TIME ->
                events.time(event) != AuditEvent.NO_TIME && events.time(event) >= Long.parseLong(split.value());
            };
            if (fits) {
                fitting.add(event);
                if (events.kind(event).isSignIn()) {
                    tokens.set(correlation.token(event));
                }
            }
        }
        if (split.by() == OriginSplit.By.USER_AGENT) {
            // services name their own client, so what was done with the tokens goes with the sign-ins
            tokens.clear(0);
            members.stream().filter(event -> tokens.get(correlation.token(event)) && !fitting.contains(event)).toList()
                    .forEach(fitting::add);
        }
        return fitting;
    }
}

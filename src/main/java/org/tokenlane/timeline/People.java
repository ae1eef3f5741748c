package org.tokenlane.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.OriginParts;
import org.tokenlane.correlate.Origins;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.AgentName;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.query.CaseEvents;

/** Groups events by who did them: by origin inside one session, else by the style of their origin. */
final class People {

    private final Correlation correlation;
    private final CaseEvents events;
    private final Origins origins;
    private final CaseOrigins styles;

    People(Correlation correlation, Origins origins, CaseOrigins styles) {
        this.correlation = correlation;
        this.events = correlation.events();
        this.origins = origins;
        this.styles = styles;
    }

    /**
     * Who did some dated events.
     *
     * @param originOf
     *            the index of each one's person
     */
    record Found(List<Timeline.Person> people, byte[] originOf, boolean ofOneSession) {
    }

    /** One person for each style; names of single origins would not fit the events of many sessions. */
    Found ofAll(int[] dated) {
        byte[] index = new byte[OriginStyle.CODES];
        int[] counts = new int[OriginStyle.CODES];
        for (int event : dated) {
            counts[styles.style(event).code()]++;
        }
        List<Timeline.Person> people = new ArrayList<>();
        for (int code = 0; code < counts.length; code++) {
            if (counts[code] > 0) {
                index[code] = (byte) people.size();
                OriginStyle style = OriginStyle.of(code);
                people.add(new Timeline.Person(styles.isKnown() ? style.party().text() : "", List.of(),
                        style.confirmed(), counts[code], style));
            }
        }
        byte[] originOf = new byte[dated.length];
        for (int i = 0; i < dated.length; i++) {
            originOf[i] = index[styles.style(dated[i]).code()];
        }
        return new Found(people, originOf, false);
    }

    Found ofSession(int[] dated, Map<String, String> actors, List<OriginSplit> splits) {
        byte[] originOf = new byte[dated.length];
        Arrays.fill(originOf, (byte) -1);
        List<Timeline.Person> people = new ArrayList<>();
        for (Group group : groups(dated, actors, splits)) {
            int count = 0;
            for (OriginParts.Part origin : group.parts()) {
                count += origin.events().size();
                for (int event : origin.events()) {
                    originOf[Arrays.binarySearch(dated, event)] = (byte) people.size();
                }
            }
            String name = group.actor() != null ? group.actor()
                    : group.parts().size() > 1 ? LaneText.OTHER_ORIGINS.text() : name(group.parts().getFirst());
            people.add(new Timeline.Person(unused(name, people), group.parts().stream().map(OriginParts.Part::key)
                    .toList(), group.style().confirmed() || group.actor() != null, count, group.style()));
        }
        withoutOrigin(dated, originOf, people);
        return new Found(people, originOf, true);
    }

    private static String unused(String name, List<Timeline.Person> people) {
        boolean used = people.stream().anyMatch(person -> person.name().equals(name));
        return used ? LaneText.NUMBERED.text(name, people.size() + 1) : name;
    }

    /** What has no address in a session of several origins is nobody's in particular. */
    private void withoutOrigin(int[] dated, byte[] originOf, List<Timeline.Person> people) {
        Map<OriginStyle, List<Integer>> rest = new LinkedHashMap<>();
        for (int i = 0; i < dated.length; i++) {
            if (originOf[i] < 0) {
                rest.computeIfAbsent(styles.style(dated[i]), key -> new ArrayList<>()).add(i);
            }
        }
        rest.forEach((style, indexes) -> {
            indexes.forEach(i -> originOf[i] = (byte) people.size());
            people.add(new Timeline.Person(unused(LaneText.NO_ADDRESS.text(), people), List.of(), style.confirmed(),
                    indexes.size(), style));
        });
    }

    /**
     * Origins that are one person.
     *
     * @param actor
     *            the name that the analyst gave, or null
     */
    private record Group(@Nullable String actor, OriginStyle style, List<OriginParts.Part> parts) {
    }

    /** Origins with the same name are one person; so are those beyond the number of shades. */
    private List<Group> groups(int[] dated, Map<String, String> actors, List<OriginSplit> splits) {
        List<Group> groups = new ArrayList<>();
        for (OriginParts.Part origin : new OriginParts(correlation).of(origins.of(dated), splits)) {
            String actor = actors.get(origin.key());
            OriginStyle style = styles.isKnown() ? styles.style(origin.events().getFirst())
                    : OriginStyle.unclear(groups.size());
            Group known = groups.stream().filter(group -> actor != null ? actor.equals(group.actor())
                    : group.actor() == null && style.number() == OriginStyle.SHADES - 1 && group.style().equals(style))
                    .findFirst().orElse(null);
            if (known == null) {
                groups.add(new Group(actor, style, new ArrayList<>(List.of(origin))));
            } else {
                known.parts().add(origin);
            }
        }
        return groups;
    }

    private String name(OriginParts.Part origin) {
        String country = first(origin, EventField.COUNTRY);
        String network = origin.origin().network().isEmpty() ? LaneText.NO_NETWORK.text() : origin.origin().network();
        String agent = first(origin, EventField.USER_AGENT);
        String transfer = first(origin, EventField.TRANSFER_METHOD);
        String access = first(origin, EventField.CROSS_TENANT_ACCESS);
        String tenant = access == null ? null : first(origin, EventField.HOME_TENANT_ID);
        String by = first(origin, EventField.AGENT_NAME);
        return network + (country == null ? "" : " · " + country) + (agent == null ? "" : " · " + AgentName.of(agent))
                + (transfer == null ? "" : " · " + transfer) + (access == null ? "" : " · " + access)
                + (tenant == null ? "" : " · " + LaneText.TENANT.text(tenant)) + (by == null ? "" : " · " + by)
                + (origin.split() == null ? "" : " · " + words(origin.split()));
    }

    private static String words(OriginSplit split) {
        String value = switch (split.by()) {
        case TIME -> UtcText.of(Long.parseLong(split.value()), 0);
        case USER_AGENT -> AgentName.of(split.value());
        default -> split.value();
        };
        return split.by().text(value);
    }

    private @Nullable String first(OriginParts.Part origin, EventField field) {
        return origin.events().stream().map(event -> events.text(field, event)).filter(text -> text != null).findFirst()
                .orElse(null);
    }

}

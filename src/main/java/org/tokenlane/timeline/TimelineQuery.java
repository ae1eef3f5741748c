package org.tokenlane.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.Origins;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.query.CaseEvents;

/** Lays events out in lanes. */
public final class TimelineQuery {

    /** Beyond as many lanes as anybody reads, the rest is one lane. */
    private static final int MOST_LANES = 120;
    private final Correlation correlation;
    private final CaseEvents events;
    private final Origins origins;
    private final People people;

    public TimelineQuery(Correlation correlation) {
        this(correlation, new Origins(correlation.events()), CaseOrigins.UNKNOWN);
    }

    private TimelineQuery(Correlation correlation, Origins origins, CaseOrigins styles) {
        this.correlation = correlation;
        this.events = correlation.events();
        this.origins = origins;
        this.people = new People(correlation, origins, styles);
    }

    /** The same lanes in the styles of the case. */
    public TimelineQuery with(CaseOrigins known) {
        return new TimelineQuery(correlation, origins, known);
    }

    /**
     * A session's events in lanes, coloured by their origin inside the session.
     *
     * @param actors
     *            who the analyst says the origins are, by the origins' keys
     * @param splits
     *            how the analyst split origins
     */
    public Timeline ofSession(int session, LaneKey key, Map<String, String> actors, List<OriginSplit> splits) {
        return of(correlation.eventsOfSession(session), key, dated -> people.ofSession(dated, actors, splits));
    }

    /**
     * Any events in lanes, each in the style of its origin.
     *
     * @param chosen
     *            in time order
     */
    public Timeline of(int[] chosen, LaneKey key) {
        return of(chosen, key, people::ofAll);
    }

    private Timeline of(int[] chosen, LaneKey key, Function<int[], People.Found> grouping) {
        int[] dated = Arrays.stream(chosen).filter(event -> events.time(event) != AuditEvent.NO_TIME).toArray();
        if (dated.length == 0) {
            return new Timeline(List.of(), List.of(), dated, 0, 0, chosen.length);
        }
        People.Found found = grouping.apply(dated);
        byte[] originOf = found.originOf();
        Map<LaneName, List<Integer>> members = new LinkedHashMap<>();
        for (int i = 0; i < dated.length; i++) {
            LaneName lane = key == LaneKey.ORIGIN && found.ofOneSession()
                    ? LaneName.of(found.people().get(originOf[i]).name())
                    : laneOf(dated[i], key);
            members.computeIfAbsent(lane, none -> new ArrayList<>()).add(i);
        }
        List<Lane> lanes = new ArrayList<>();
        ordered(members, key).forEach((name, indexes) -> lanes.add(lane(name.text(), key, dated, indexes, originOf)));
        return new Timeline(List.copyOf(lanes), List.copyOf(found.people()), dated, events.time(dated[0]),
                events.time(dated[dated.length - 1]), chosen.length - dated.length);
    }

    private LaneName laneOf(int event, LaneKey key) {
        return switch (key) {
        case WORKLOAD -> events.kind(event).isSignIn() ? LaneName.SIGN_INS
                : LaneName.of(orElse(events.text(EventField.WORKLOAD, event), events.source(event).title()));
        case TOKEN -> LaneName.of(correlation.token(event) == 0 ? LaneText.NO_TOKEN.text()
                : events.dictionary(EventField.UTI).get(correlation.token(event)));
        case ORIGIN, ADDRESS ->
            LaneName.of(orElse(events.text(EventField.IP, event), LaneText.NO_ADDRESS.text()));
        case APP -> LaneName.of(orElse(events.text(EventField.APP_NAME, event),
                orElse(events.text(EventField.APP_ID, event), LaneText.NO_APPLICATION.text())));
        case USER -> LaneName.of(orElse(events.text(EventField.UPN, event),
                orElse(events.text(EventField.USER_OBJECT_ID, event), LaneText.NO_USER.text())));
        case SESSION -> LaneName.of(correlation.session(event) == 0 ? LaneText.NO_SESSION.text()
                : events.dictionary(EventField.SESSION_ID).get(correlation.session(event)));
        };
    }

    private static String orElse(@Nullable String text, String other) {
        return text == null || text.isBlank() ? other : text;
    }

    /**
     * The name of a lane.
     *
     * @param signIns
     *            whether it is the lane of sign-ins, which comes first
     */
    private record LaneName(boolean signIns, String text) {

        private static final LaneName SIGN_INS = new LaneName(true, LaneText.SIGN_INS.text());

        static LaneName of(String text) {
            return new LaneName(false, text);
        }
    }

    /** Sign-ins first, then workloads and the like by their number of events; tokens and sessions as they began. */
    private static Map<LaneName, List<Integer>> ordered(Map<LaneName, List<Integer>> members, LaneKey key) {
        boolean asBegun = key == LaneKey.TOKEN || key == LaneKey.SESSION || key == LaneKey.ORIGIN;
        List<Map.Entry<LaneName, List<Integer>>> lanes = new ArrayList<>(members.entrySet());
        if (!asBegun || lanes.size() > MOST_LANES) {
            lanes.sort(Comparator.<Map.Entry<LaneName, List<Integer>>, Boolean> comparing(
                    lane -> !lane.getKey().signIns()).thenComparing(lane -> -lane.getValue().size())
                    .thenComparing(lane -> lane.getKey().text()));
        }
        Map<LaneName, List<Integer>> ordered = new LinkedHashMap<>();
        lanes.stream().limit(MOST_LANES).forEach(lane -> ordered.put(lane.getKey(), lane.getValue()));
        if (lanes.size() > MOST_LANES) {
            List<Integer> rest = new ArrayList<>();
            lanes.stream().skip(MOST_LANES).forEach(lane -> rest.addAll(lane.getValue()));
            rest.sort(null);
            ordered.put(LaneName.of(LaneText.MORE.text(lanes.size() - MOST_LANES)), rest);
        }
        return ordered;
    }

    private Lane lane(String name, LaneKey key, int[] dated, List<Integer> indexes, byte[] originOf) {
        int size = indexes.size();
        int[] members = new int[size];
        long[] times = new long[size];
        byte[] ofOrigin = new byte[size];
        byte[] marks = new byte[size];
        for (int i = 0; i < size; i++) {
            int event = dated[indexes.get(i)];
            members[i] = event;
            times[i] = events.time(event);
            ofOrigin[i] = originOf[indexes.get(i)];
            marks[i] = (byte) mark(event).ordinal();
        }
        boolean token = key == LaneKey.TOKEN && correlation.token(members[0]) != 0;
        return new Lane(token ? TokenName.of(events, members).text() : name, token ? name : detail(members, key),
                members, times,
                ofOrigin, marks,
                token ? List.of(life(members, times, ofOrigin)) : List.of());
    }

    private Lane.Mark mark(int event) {
        if (events.result(event) == EventResult.FAILURE) {
            return Lane.Mark.FAILURE;
        }
        if (events.kind(event).isSignIn()) {
            return Lane.Mark.SIGN_IN;
        }
        return correlation.rule(event).isInferred() ? Lane.Mark.INFERRED : Lane.Mark.OPERATION;
    }

    private String detail(int[] members, LaneKey key) {
        Map<String, Integer> found = new TreeMap<>();
        EventField field = switch (key) {
        case ORIGIN, ADDRESS -> EventField.COUNTRY;
        case SESSION -> EventField.UPN;
        default -> null;
        };
        if (field == null) {
            return "";
        }
        for (int event : members) {
            String text = events.text(field, event);
            if (text != null) {
                found.merge(text, 1, Integer::sum);
            }
        }
        return String.join(", ", found.keySet());
    }

    /** From the token's issue, as far as it is known, to its last use. */
    private Lane.Bar life(int[] members, long[] times, byte[] ofOrigin) {
        long from = times[0];
        for (int event : members) {
            long issued = events.tokenIssuedAt(event);
            if (issued != AuditEvent.NO_TIME && issued < from) {
                from = issued;
            }
        }
        return new Lane.Bar(from, times[times.length - 1], ofOrigin[0]);
    }
}

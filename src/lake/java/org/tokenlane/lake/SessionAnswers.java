package org.tokenlane.lake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.time.UtcText;

/**
 * Sessions, tokens and events under the names that the workbench's commands write them with, by what records state:
 * without what it infers, and without external data and rules, which the case has to which a session is carved.
 */
final class SessionAnswers {

    private static final List<EventField> SIGN_IN_MARKS = List.of(EventField.USER_AGENT, EventField.DEVICE_ID,
            EventField.TRANSFER_METHOD);
    private static final List<String> THROUGH = List.of("partner", "guest", "agent", "application");

    private SessionAnswers() {
    }

    /** The session of these events, which are in the order of time. */
    static Map<String, Object> session(String sessionId, List<LinkedEvent> all) {
        List<LinkedEvent> events = all.stream().filter(event -> !event.isInferred()).toList();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("sessionId", sessionId);
        map.put("upns", texts(events, EventField.UPN));
        map.put("ips", texts(events, EventField.IP));
        map.put("countries", texts(events, EventField.COUNTRY));
        map.put("first", time(first(events)));
        map.put("last", time(first(events.reversed())));
        map.put("signIns", count(events, event -> event.event().kind().isSignIn() && !event.isEcho()));
        map.put("tokens", tokens(events).size());
        map.put("operations", count(events, event -> event.event().kind().isOperation()));
        map.put("refusedGraphCalls", count(events, SessionAnswers::isRefusedCall));
        map.put("events", events.size());
        map.put("origins", origins(events));
        Set<Integer> through = new TreeSet<>();
        events.stream().map(SessionAnswers::through).filter(one -> one >= 0).forEach(through::add);
        map.put("through", through.stream().map(THROUGH::get).toList());
        map.put("homeTenants", texts(events, EventField.HOME_TENANT_ID));
        map.put("resourceTenants", texts(events, EventField.RESOURCE_TENANT_ID));
        return map;
    }

    /**
     * The session with its tokens.
     *
     * @param ofTokens
     *            all events of each of its tokens
     */
    static Map<String, Object> wholeSession(String sessionId, List<LinkedEvent> all,
            Map<String, List<LinkedEvent>> ofTokens) {
        Map<String, Object> map = session(sessionId, all);
        List<LinkedEvent> events = all.stream().filter(event -> !event.isInferred()).toList();
        map.put("tokens", tokens(events).stream().map(token -> token(token, ofTokens.getOrDefault(token, List.of())))
                .toList());
        map.put("noToken", events.stream().filter(event -> event.token() == null).map(SessionAnswers::facts).toList());
        map.put("inferred", all.stream().filter(LinkedEvent::isInferred).map(event -> {
            Map<String, Object> link = new LinkedHashMap<>();
            link.put("eventId", event.event().id());
            link.put("rule", event.rule().id());
            link.put("confidence", event.rule().confidence());
            return link;
        }).toList());
        return map;
    }

    static Map<String, Object> token(String uti, List<LinkedEvent> all) {
        List<LinkedEvent> events = all.stream().filter(event -> !event.isInferred()).toList();
        LinkedEvent signIn = null;
        long issued = AuditEvent.NO_TIME;
        Map<String, Integer> byName = new HashMap<>();
        for (LinkedEvent one : events) {
            if (one.event().kind().isSignIn() && (signIn == null || signIn.isEcho())) {
                signIn = one;
            }
            issued = issued == AuditEvent.NO_TIME ? one.event().tokenIssuedAt() : issued;
            if (one.event().kind().isOperation()) {
                String name = one.get(EventField.OPERATION);
                byName.merge(name == null ? "(no name)" : name, 1, Integer::sum); // not for people: also in JSON
            }
        }
        if (issued == AuditEvent.NO_TIME && signIn != null) {
            issued = signIn.event().time();
        }
        Map<String, Integer> sorted = new LinkedHashMap<>();
        byName.entrySet().stream()
                .sorted(Map.Entry.<String, Integer> comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("uti", uti);
        map.put("app", name(signIn, events, EventField.APP_NAME, EventField.APP_ID));
        map.put("resource", name(signIn, events, EventField.RESOURCE_NAME, EventField.RESOURCE_ID));
        map.put("issuedAt", time(issued));
        map.put("signIn", signIn == null ? null : facts(signIn));
        map.put("ips", texts(events, EventField.IP));
        map.put("first", time(first(events)));
        map.put("last", time(first(events.reversed())));
        map.put("operations", sorted.values().stream().mapToInt(Integer::intValue).sum());
        map.put("operationsByName", sorted);
        return map;
    }

    static Map<String, Object> wholeToken(String uti, List<LinkedEvent> events) {
        Map<String, Object> map = token(uti, events);
        map.put("sessionId",
                events.stream().filter(event -> !event.isInferred()).map(LinkedEvent::session)
                        .filter(session -> session != null).findFirst()
                        .orElse(null));
        map.put("events", events.stream().map(SessionAnswers::all).toList());
        return map;
    }

    /** A name, or else an id, that the sign-in or else one of the events has. */
    private static @Nullable String name(@Nullable LinkedEvent signIn, List<LinkedEvent> events, EventField name,
            EventField id) {
        for (EventField field : List.of(name, id)) {
            if (signIn != null && signIn.get(field) != null) {
                return signIn.get(field);
            }
            for (LinkedEvent event : events) {
                if (event.get(field) != null) {
                    return event.get(field);
                }
            }
        }
        return null;
    }

    /** All that is known of the event, and where its records are. */
    static Map<String, Object> all(LinkedEvent linked) {
        Map<String, Object> map = facts(linked);
        List<Map<String, Object>> evidence = new ArrayList<>();
        for (Row record : linked.event().records()) {
            Map<String, Object> place = new LinkedHashMap<>();
            place.put("path", record.getString(EventMerge.at(RecordColumn.FILE)));
            place.put("line", record.getLong(EventMerge.at(RecordColumn.LINE)));
            if (record.getBoolean(EventMerge.at(RecordColumn.SHARES_LINE))) {
                place.put("record", record.getLong(EventMerge.at(RecordColumn.NUMBER)));
            }
            place.put("sha256", record.getString(EventMerge.at(RecordColumn.FILE_SHA256)));
            evidence.add(place);
        }
        map.put("evidence", evidence);
        return map;
    }

    static Map<String, Object> facts(LinkedEvent linked) {
        LakeEvent event = linked.event();
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("eventId", event.id());
        map.put("time", event.time() == AuditEvent.NO_TIME ? null : UtcText.of(event.time(), event.timeDigits()));
        if (event.timeQuality() != TimeQuality.READ) {
            map.put("timeQuality", words(event.timeQuality()));
        }
        map.put("kind", words(event.kind()));
        map.put("source", event.source().title());
        map.put("result", words(event.result()));
        for (EventField field : EventField.values()) {
            String text = event.get(field);
            if (text != null) {
                map.put(name(field), text);
            }
        }
        if (event.isUpnResolved()) {
            map.put("upnFrom", "object id"); // not for people
        }
        if (event.utiOrigin() != UtiOrigin.NONE) {
            map.put("utiOrigin", words(event.utiOrigin()));
        }
        putNumber(map, "port", event.number(RecordColumn.PORT));
        putNumber(map, "itemCount", event.number(RecordColumn.ITEM_COUNT));
        if (event.isThrottled()) {
            map.put("throttled", true);
        }
        if (event.tokenIssuedAt() != AuditEvent.NO_TIME) {
            map.put("tokenIssuedAt", time(event.tokenIssuedAt()));
        }
        if (event.recordedAt() != AuditEvent.NO_TIME) {
            map.put("recordedAt", time(event.recordedAt()));
        }
        map.put("session", linked.session());
        map.put("token", linked.token());
        map.put("link", linked.rule().id());
        map.put("confidence", linked.rule().confidence());
        return map;
    }

    private static void putNumber(Map<String, Object> map, String name, @Nullable Integer number) {
        if (number != null) {
            map.put(name, number);
        }
    }

    /** The name of a field: {@code USER_OBJECT_ID} is {@code userObjectId}. */
    private static String name(EventField field) {
        String[] words = field.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }

    private static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static @Nullable String time(long nanos) {
        return nanos == AuditEvent.NO_TIME ? null : UtcText.of(nanos);
    }

    static long first(List<LinkedEvent> events) {
        return events.stream().mapToLong(event -> event.event().time()).filter(time -> time != AuditEvent.NO_TIME)
                .findFirst().orElse(AuditEvent.NO_TIME);
    }

    private static boolean isRefusedCall(LinkedEvent event) {
        return event.event().kind() == EventKind.GRAPH_CALL && event.event().result() == EventResult.FAILURE;
    }

    private static int count(List<LinkedEvent> events, Function<LinkedEvent, Boolean> counts) {
        return (int) events.stream().filter(counts::apply).count();
    }

    private static List<String> texts(List<LinkedEvent> events, EventField field) {
        TreeSet<String> texts = new TreeSet<>();
        for (LinkedEvent event : events) {
            String text = event.get(field);
            if (text != null) {
                texts.add(text);
            }
        }
        return List.copyOf(texts);
    }

    /** The tokens that something was done with, or whose sign-in did not fail, in the order of their first events. */
    private static List<String> tokens(List<LinkedEvent> events) {
        Map<String, Boolean> issued = new LinkedHashMap<>();
        for (LinkedEvent event : events) {
            if (event.token() != null) {
                issued.merge(event.token(), isUseOrIssue(event.event()), Boolean::logicalOr);
            }
        }
        issued.values().removeIf(used -> !used);
        return List.copyOf(issued.keySet());
    }

    private static boolean isUseOrIssue(LakeEvent event) {
        EventKind kind = event.kind();
        boolean refused = event.result() == EventResult.FAILURE || event.result() == EventResult.INTERRUPTED;
        return kind.isSignIn() ? !refused : kind.isOperation();
    }

    /** The place of what the event was done through in the list of those; -1 for a member's own act. */
    private static int through(LinkedEvent event) {
        String access = lower(event.get(EventField.CROSS_TENANT_ACCESS));
        if (access.contains("serviceprovider") || access.contains("gdap")) {
            return 0;
        }
        if (access.startsWith("b2b") || access.contains("passthrough")) {
            return 1;
        }
        String type = lower(event.get(EventField.USER_TYPE));
        if (type.contains("partner")) {
            return 0;
        }
        if (type.contains("guest")) {
            return 1;
        }
        if (event.get(EventField.AGENT_ID) != null || event.get(EventField.AGENT_NAME) != null) {
            return 2;
        }
        ActorKind actor = ActorKind.of(event.get(EventField.ACTOR));
        return actor == ActorKind.AGENT ? 2 : actor == ActorKind.APPLICATION ? 3 : -1;
    }

    private static String lower(@Nullable String text) {
        return text == null ? "" : text.toLowerCase(Locale.ROOT);
    }

    /** How many origins the events have: another network, or sign-ins that say something else of the client. */
    private static int origins(List<LinkedEvent> events) {
        Map<String, List<@Nullable String[]>> byNetwork = new LinkedHashMap<>();
        boolean anyWithout = false;
        for (boolean signIns : new boolean[] { true, false }) {
            for (LinkedEvent event : events) {
                if (event.event().kind().isSignIn() != signIns) {
                    continue;
                }
                String network = event.network();
                if (network == null) {
                    anyWithout = true;
                    continue;
                }
                List<@Nullable String[]> origins = byNetwork.computeIfAbsent(network, key -> new ArrayList<>());
                @Nullable
                String[] marks = signIns ? marks(event) : new String[SIGN_IN_MARKS.size()];
                @Nullable
                String[] origin = origins.stream().filter(known -> fits(known, marks)).findFirst().orElse(null);
                if (origin == null) {
                    origins.add(marks);
                } else {
                    for (int i = 0; i < marks.length; i++) {
                        origin[i] = origin[i] == null ? marks[i] : origin[i];
                    }
                }
            }
        }
        int count = byNetwork.values().stream().mapToInt(List::size).sum();
        return count == 0 && anyWithout ? 1 : count;
    }

    private static @Nullable String[] marks(LinkedEvent event) {
        @Nullable
        String[] marks = new String[SIGN_IN_MARKS.size()];
        for (int i = 0; i < marks.length; i++) {
            String text = event.get(SIGN_IN_MARKS.get(i));
            // a browser updates itself within a session; its name and system stay
            marks[i] = text != null && SIGN_IN_MARKS.get(i) == EventField.USER_AGENT
                    ? text.replaceAll("[0-9]+([._][0-9]+)*", "0")
                    : text;
        }
        return marks;
    }

    private static boolean fits(@Nullable String[] known, @Nullable String[] marks) {
        for (int i = 0; i < marks.length; i++) {
            String mark = marks[i];
            String other = known[i];
            if (mark != null && other != null && !mark.equals(other)) {
                return false;
            }
        }
        return true;
    }
}

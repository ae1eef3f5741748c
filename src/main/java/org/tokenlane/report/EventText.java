package org.tokenlane.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.RawPlace;
import org.tokenlane.model.session.LinkRule;
import org.tokenlane.model.time.UtcText;
import org.tokenlane.query.CaseEvents;

/** An event's fields under the names that commands write them with. */
public final class EventText {

    private final Correlation correlation;
    private final CaseEvents events;

    public EventText(Correlation correlation) {
        this.correlation = correlation;
        this.events = correlation.events();
    }

    /** The name of a field: {@code USER_OBJECT_ID} is {@code userObjectId}. */
    public static String name(EventField field) {
        String[] words = field.name().toLowerCase(Locale.ROOT).split("_");
        StringBuilder name = new StringBuilder(words[0]);
        for (int i = 1; i < words.length; i++) {
            name.append(Character.toUpperCase(words[i].charAt(0))).append(words[i].substring(1));
        }
        return name.toString();
    }

    public static @Nullable String time(long nanos) {
        return nanos == AuditEvent.NO_TIME ? null : UtcText.of(nanos);
    }

    /** The event's time as precise as its record gives it, or null. */
    public @Nullable String time(int event) {
        return events.time(event) == AuditEvent.NO_TIME ? null
                : UtcText.of(events.time(event), events.timeDigits(event));
    }

    /** All that is known of the event, and where its records stand; what is not known is left out. */
    public Map<String, Object> all(int event) {
        Map<String, Object> map = facts(event);
        map.put("evidence", evidence(event));
        return map;
    }

    /** All that is known of the event, whatever files it was read from. */
    public Map<String, Object> facts(int event) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("eventId", events.id(event));
        map.put("time", time(event));
        if (events.timeQuality(event) != TimeQuality.READ) {
            map.put("timeQuality", words(events.timeQuality(event)));
        }
        map.put("kind", words(events.kind(event)));
        map.put("source", events.source(event).exported());
        map.put("result", words(events.result(event)));
        for (EventField field : EventField.values()) {
            String text = events.text(field, event);
            if (text != null) {
                map.put(name(field), text);
            }
        }
        if (events.isUpnResolved(event)) {
            map.put("upnFrom", "object id"); // not for people
        }
        if (events.utiOrigin(event) != UtiOrigin.NONE) {
            map.put("utiOrigin", words(events.utiOrigin(event)));
        }
        putNumbers(map, event);
        LinkRule rule = correlation.rule(event);
        map.put("session", correlation.session(event) == 0 ? null
                : events.dictionary(EventField.SESSION_ID).get(correlation.session(event)));
        map.put("token",
                correlation.token(event) == 0 ? null : events.dictionary(EventField.UTI).get(correlation.token(event)));
        map.put("link", rule.id());
        map.put("confidence", rule.confidence());
        return map;
    }

    private void putNumbers(Map<String, Object> map, int event) {
        if (events.port(event) >= 0) {
            map.put("port", events.port(event));
        }
        if (events.itemCount(event) >= 0) {
            map.put("itemCount", events.itemCount(event));
        }
        if (events.isThrottled(event)) {
            map.put("throttled", true);
        }
        if (events.tokenIssuedAt(event) != AuditEvent.NO_TIME) {
            map.put("tokenIssuedAt", time(events.tokenIssuedAt(event)));
        }
        if (events.recordedAt(event) != AuditEvent.NO_TIME) {
            map.put("recordedAt", time(events.recordedAt(event)));
        }
    }

    private List<Map<String, Object>> evidence(int event) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (RawPlace place : events.places(event)) {
            Evidence file = events.evidence(place.evidence());
            Map<String, Object> map = new LinkedHashMap<>();
            map.put("path", file.path());
            map.put("line", place.line());
            int record = events.recordNumber(place);
            if (record > 0) {
                map.put("record", record);
            }
            map.put("sha256", file.exportedSha256());
            all.add(map);
        }
        return all;
    }

    public static String words(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

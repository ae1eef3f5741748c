package org.tokenlane.report.incident;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.report.CaseStamp;
import org.tokenlane.report.HostileActivity;
import org.tokenlane.report.Indicator;
import org.tokenlane.report.NamedId;
import org.tokenlane.report.Technique;

/**
 * An event of MISP with the indicators as attributes, in MISP's core format
 * (https://github.com/MISP/misp-rfc, misp-core-format). Distributed to nobody until someone decides otherwise.
 */
final class MispEvent {

    private MispEvent() {
    }

    static Map<String, Object> of(String caseName, CaseStamp stamp, HostileActivity activity) {
        long first = activity.indicators().all().stream().filter(Indicator::isDated).mapToLong(Indicator::first).min()
                .orElse(AuditEvent.NO_TIME);
        List<Map<String, Object>> tags = new ArrayList<>();
        tags.add(Map.of("name", "tlp:amber"));
        activity.techniques().keySet().forEach(technique -> tags.add(Map.of("name", tag(technique))));
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("uuid", NamedId.of("misp" + stamp.key()).toString());
        event.put("info", IncidentText.MISP_INFO.text(caseName));
        event.put("date", (first == AuditEvent.NO_TIME ? stamp.time() : NamedId.time(first)).substring(0, 10));
        event.put("threat_level_id", "2");
        event.put("analysis", "1");
        event.put("distribution", "0");
        event.put("published", false);
        event.put("Attribute",
                activity.indicators().all().stream().map(indicator -> attribute(stamp, indicator)).toList());
        event.put("Tag", tags);
        return Map.of("Event", event);
    }

    /** As MISP's galaxy of ATT&amp;CK names a technique: without the name of the technique above it. */
    private static String tag(Technique technique) {
        String name = technique.name().substring(technique.name().lastIndexOf(": ") < 0 ? 0
                : technique.name().lastIndexOf(": ") + 2);
        return "misp-galaxy:mitre-attack-pattern=\"" + name + " - " + technique.id() + '"';
    }

    private static Map<String, Object> attribute(CaseStamp stamp, Indicator indicator) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("uuid",
                NamedId.of("misp-attribute" + stamp.key() + indicator.kind().id() + indicator.value()).toString());
        map.put("type", switch (indicator.kind()) {
        case ADDRESS -> "ip-src";
        case MAIL_ADDRESS -> "email-dst";
        case USER_AGENT -> "user-agent";
        case APPLICATION, SESSION, TOKEN -> "text";
        });
        map.put("category", switch (indicator.kind()) {
        case ADDRESS, MAIL_ADDRESS, USER_AGENT -> "Network activity"; // not for people
        case APPLICATION, SESSION, TOKEN -> "Other";
        });
        map.put("value", indicator.value());
        map.put("to_ids",
                indicator.kind() == Indicator.Kind.ADDRESS || indicator.kind() == Indicator.Kind.MAIL_ADDRESS);
        map.put("comment", IncidentText.MISP_COMMENT.text(indicator.kind().text(), indicator.events().size(),
                indicator.confirmed() ? 1 : 0));
        if (indicator.isDated()) {
            map.put("first_seen", NamedId.time(indicator.first()));
            map.put("last_seen", NamedId.time(indicator.last()));
        }
        map.put("distribution", "5");
        return map;
    }
}

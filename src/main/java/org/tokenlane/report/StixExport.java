package org.tokenlane.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.correlate.LinkedEvents;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.IpAddress;

/**
 * A STIX 2.1 bundle (OASIS Standard, 10 June 2021) of what selected events can be recognized by: addresses, user
 * agents,
 * sessions and tokens as indicators, addresses and
 * accounts as observed. Ids follow from the contents, so that the same events give the same bundle; its objects are
 * dated by the events, not by the clock.
 */
final class StixExport {

    /** For ids of cyber-observable objects (section 2.9 of the standard). */
    private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");
    /** For ids of this program's own objects. */
    private static final UUID OWN = UUID.fromString("5f0a2f0e-6f43-5d0b-9a6c-7f6f1d9c2a41");
    private static final String NEVER = "1970-01-01T00:00:00.000Z";

    /** When and how often a value was seen. */
    private static final class Seen {

        private long first = AuditEvent.NO_TIME;
        private long last = AuditEvent.NO_TIME;
        private int events;

        void at(long time) {
            events++;
            if (time != AuditEvent.NO_TIME) {
                first = first == AuditEvent.NO_TIME ? time : Math.min(first, time);
                last = last == AuditEvent.NO_TIME ? time : Math.max(last, time);
            }
        }
    }

    private final LinkedEvents events;
    private final int[] chosen;
    private final List<Map<String, Object>> objects = new ArrayList<>();
    private final String dated;

    private StixExport(Correlation correlation, int[] chosen) {
        this.events = new LinkedEvents(correlation);
        this.chosen = chosen;
        Seen all = new Seen();
        for (int event : chosen) {
            all.at(events.time(event));
        }
        dated = time(all.last);
    }

    static void write(PrintWriter out, Correlation correlation, int[] events) {
        JsonText.pretty(out, new StixExport(correlation, events).bundle());
        out.write('\n');
    }

    private Map<String, Object> bundle() {
        Map<String, Seen> ips = seen(EventField.IP);
        ips.forEach((ip, seen) -> {
            String type = ip.indexOf(':') < 0 ? "ipv4-addr" : "ipv6-addr";
            IpAddress known = IpAddress.of(ip);
            if (known != null && known.isAddress()) {
                String address = observable(type, Map.of("value", ip));
                indicator(ExportText.ADDRESS_INDICATOR.text(ip), "[" + type + ":value = " + literal(ip) + "]", seen);
                observed(address, seen);
            }
        });
        seen(EventField.USER_AGENT).forEach((agent, seen) -> indicator(ExportText.AGENT_INDICATOR.text(agent),
                "[network-traffic:extensions.'http-request-ext'.request_header.'User-Agent' = " + literal(agent) + "]",
                seen));
        seen(EventField.SESSION_ID).forEach((session, seen) -> indicator(ExportText.SESSION_INDICATOR.text(session),
                "[x-entra-session:session_id = " + literal(session) + "]", seen));
        seen(EventField.UTI).forEach((token, seen) -> indicator(ExportText.TOKEN_INDICATOR.text(token),
                "[x-entra-token:unique_token_identifier = " + literal(token) + "]", seen));
        seen(EventField.UPN)
                .forEach((upn, seen) -> observed(observable("user-account", Map.of("account_login", upn)), seen));
        if (!objects.isEmpty()) {
            Map<String, Object> grouping = own("grouping",
                    "grouping" + objects.stream().map(object -> object.get("id")).toList());
            grouping.put("name", ExportText.STIX_GROUPING.text());
            grouping.put("context", "suspicious-activity");
            grouping.put("object_refs", objects.stream().map(object -> object.get("id")).toList());
            objects.add(grouping);
        }
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("type", "bundle");
        bundle.put("id", "bundle--" + name(OWN, "bundle" + objects.stream().map(object -> object.get("id")).toList()));
        bundle.put("objects", objects);
        return bundle;
    }

    private Map<String, Seen> seen(EventField field) {
        Map<String, Seen> found = new TreeMap<>();
        Function<Integer, String> text = event -> events.text(field, event);
        for (int event : chosen) {
            String value = text.apply(event);
            if (value != null && !value.isBlank()) {
                found.computeIfAbsent(value, key -> new Seen()).at(events.time(event));
            }
        }
        return found;
    }

    /** An object of which a log told; its id follows from what it is. */
    private String observable(String type, Map<String, Object> properties) {
        StringWriter canonical = new StringWriter();
        JsonText.line(canonical, new TreeMap<>(properties));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", type + "--" + name(OBSERVABLES, canonical.toString().strip()));
        object.putAll(properties);
        objects.add(object);
        return (String) object.get("id");
    }

    private Map<String, Object> own(String type, String content) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", type + "--" + name(OWN, content));
        object.put("created", dated);
        object.put("modified", dated);
        return object;
    }

    private void indicator(String title, String pattern, Seen seen) {
        Map<String, Object> object = own("indicator", "indicator" + pattern);
        object.put("name", title);
        object.put("description", seen.events + (seen.events == 1 ? " event" : " events")
                + (seen.first == AuditEvent.NO_TIME ? "" : " from " + time(seen.first) + " to " + time(seen.last)));
        object.put("indicator_types", List.of("anomalous-activity"));
        object.put("pattern", pattern);
        object.put("pattern_type", "stix");
        object.put("valid_from", time(seen.first));
        objects.add(object);
    }

    private void observed(String reference, Seen seen) {
        Map<String, Object> object = own("observed-data",
                "observed" + reference + seen.first + seen.last + seen.events);
        object.put("first_observed", time(seen.first));
        object.put("last_observed", time(seen.last));
        object.put("number_observed", Math.min(seen.events, 999_999_999));
        object.put("object_refs", List.of(reference));
        objects.add(object);
    }

    /** A string of STIX's pattern language. */
    private static String literal(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** With milliseconds, as the standard has it. */
    private static String time(long nanos) {
        return nanos == AuditEvent.NO_TIME ? NEVER
                : java.time.format.DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", java.util.Locale.ROOT)
                        .format(java.time.Instant
                                .ofEpochSecond(Math.floorDiv(nanos, 1_000_000_000L),
                                        Math.floorMod(nanos, 1_000_000_000L))
                                .atOffset(java.time.ZoneOffset.UTC));
    }

    /** A UUID of version 5 (RFC 4122). */
    private static UUID name(UUID space, String name) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-1");
            digest.update(java.nio.ByteBuffer.allocate(16).putLong(space.getMostSignificantBits())
                    .putLong(space.getLeastSignificantBits()).array());
            java.nio.ByteBuffer hash = java.nio.ByteBuffer.wrap(digest.digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(hash.getLong() & ~0xF000L | 0x5000L,
                    hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL | 0x8000_0000_0000_0000L);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}

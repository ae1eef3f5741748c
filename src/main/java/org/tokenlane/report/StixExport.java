package org.tokenlane.report;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.tokenlane.store.CaseFile;

/**
 * A STIX 2.1 bundle (OASIS Standard, 10 June 2021) of what the attacker's activity is recognized by: addresses, mail
 * addresses, applications, user agents, sessions and tokens as indicators, the accounts that were used as observed, and
 * the techniques of ATT&amp;CK. What is the user's own or unclear is not in it. Ids follow from the
 * case and the contents: what differs has another id, and the same case gives the same bundle.
 */
public final class StixExport {

    /** For ids of cyber-observable objects (section 2.9 of the standard). */
    private static final UUID OBSERVABLES = UUID.fromString("00abedb4-aa42-466c-9c01-fed23315a9b7");
    /** TLP:AMBER as the standard defines it (section 7.2.1.4): to be shared with those who need to know. */
    private static final String AMBER = "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82";
    /** "High" and "med" of the standard's scale (appendix A). */
    private static final int CONFIRMED = 90;
    private static final int FOUND = 70;
    private static final int WEAK = 50;
    /** What is the same in the bundles of all cases has one date: that of version 16 of ATT&amp;CK. */
    private static final String FIXED = "2024-10-31T00:00:00.000Z";

    private final HostileActivity activity;
    private final List<Map<String, Object>> objects = new ArrayList<>();
    private final CaseStamp stamp;
    private final String author;

    private StixExport(CaseStamp stamp, HostileActivity activity) {
        this.activity = activity;
        this.stamp = stamp;
        author = "identity--" + NamedId.of("identity" + CaseFile.PROGRAM);
    }

    /** Writes the bundle. */
    public static void write(PrintWriter out, CaseStamp stamp, HostileActivity activity) {
        JsonText.pretty(out, new StixExport(stamp, activity).bundle());
        out.write('\n');
    }

    private Map<String, Object> bundle() {
        if (!activity.indicators().all().isEmpty()) {
            about();
            Map<String, BitSet> patterns = new LinkedHashMap<>();
            activity.techniques().forEach((technique, findings) -> {
                BitSet events = new BitSet();
                findings.forEach(finding -> finding.events().forEach(events::set));
                patterns.put(pattern(technique), events);
            });
            activity.indicators().all().forEach(indicator -> indicator(indicator, patterns));
            activity.indicators().accounts().stream().filter(account -> !account.isApplication())
                    .forEach(account -> account(account.name()));
            Map<String, Object> grouping = own("grouping", "grouping" + stamp.key() + ids(), stamp.time());
            grouping.put("name", ExportText.STIX_GROUPING.text());
            grouping.put("context", "suspicious-activity");
            grouping.put("object_refs", ids());
            objects.add(grouping);
        }
        Map<String, Object> bundle = new LinkedHashMap<>();
        bundle.put("type", "bundle");
        bundle.put("id", "bundle--" + NamedId.of("bundle" + stamp.key() + ids()));
        bundle.put("objects", objects);
        return bundle;
    }

    private List<Object> ids() {
        return objects.stream().map(object -> object.get("id")).toList();
    }

    private void about() {
        Map<String, Object> marking = new LinkedHashMap<>();
        marking.put("type", "marking-definition");
        marking.put("spec_version", "2.1");
        marking.put("id", AMBER);
        marking.put("created", "2017-01-20T00:00:00.000Z");
        marking.put("definition_type", "tlp");
        marking.put("name", "TLP:AMBER");
        marking.put("definition", Map.of("tlp", "amber"));
        objects.add(marking);
        Map<String, Object> identity = own("identity", "identity" + CaseFile.PROGRAM, FIXED);
        identity.put("name", CaseFile.PROGRAM);
        identity.put("identity_class", "system");
        objects.add(identity);
    }

    private String pattern(Technique technique) {
        Map<String, Object> object = own("attack-pattern", "attack-pattern" + technique.id(), FIXED);
        object.put("name", technique.name());
        object.put("external_references", List.of(Map.of("source_name", "mitre-attack", "external_id", technique.id(),
                "url", technique.url())));
        object.put("kill_chain_phases", technique.tactics().stream()
                .map(tactic -> Map.of("kill_chain_name", "mitre-attack", "phase_name", tactic.id())).toList());
        objects.add(object);
        return String.valueOf(object.get("id"));
    }

    private void indicator(Indicator indicator, Map<String, BitSet> patterns) {
        String pattern = pattern(indicator);
        Map<String, Object> object = own("indicator", "indicator" + stamp.key() + pattern + indicator.first()
                + indicator.last() + indicator.events().size() + indicator.confirmed(), stamp.time());
        object.put("name", indicator.title());
        object.put("description", ExportText.STIX_SEEN.text(indicator.events().size(), indicator.isDated() ? 1 : 0,
                NamedId.time(indicator.first()), NamedId.time(indicator.last()), indicator.confirmed() ? 1 : 0));
        object.put("indicator_types", List.of(switch (indicator.kind()) {
        case SESSION, TOKEN -> "compromised";
        default -> "malicious-activity";
        }));
        object.put("confidence", indicator.confirmed() ? CONFIRMED
                : indicator.kind() == Indicator.Kind.USER_AGENT ? WEAK : FOUND);
        object.put("pattern", "[" + pattern + "]");
        object.put("pattern_type", "stix");
        object.put("valid_from", indicator.isDated() ? NamedId.time(indicator.first()) : stamp.time());
        objects.add(object);
        patterns.forEach((id, events) -> {
            if (indicator.events().stream().anyMatch(events::get)) {
                Map<String, Object> indicates = own("relationship", "indicates" + object.get("id") + id,
                        stamp.time());
                indicates.put("relationship_type", "indicates");
                indicates.put("source_ref", object.get("id"));
                indicates.put("target_ref", id);
                objects.add(indicates);
            }
        });
        String observable = switch (indicator.kind()) {
        case ADDRESS -> observable(addressType(indicator.value()), Map.of("value", indicator.value()));
        case MAIL_ADDRESS -> observable("email-addr", Map.of("value", indicator.value()));
        default -> null;
        };
        if (observable != null && indicator.isDated()) {
            Map<String, Object> observed = own("observed-data",
                    "observed" + stamp.key() + observable + indicator.first() + indicator.last()
                            + indicator.events().size(),
                    stamp.time());
            observed.put("first_observed", NamedId.time(indicator.first()));
            observed.put("last_observed", NamedId.time(indicator.last()));
            observed.put("number_observed", Math.min(indicator.events().size(), 999_999_999));
            observed.put("object_refs", List.of(observable));
            objects.add(observed);
        }
    }

    private static String pattern(Indicator indicator) {
        String value = literal(indicator.value());
        return switch (indicator.kind()) {
        case ADDRESS -> addressType(indicator.value()) + ":value = " + value;
        case MAIL_ADDRESS -> "email-addr:value = " + value;
        case APPLICATION -> "x-entra-application:app_id = " + value;
        case SESSION -> "x-entra-session:session_id = " + value;
        case TOKEN -> "x-entra-token:unique_token_identifier = " + value;
        case USER_AGENT ->
            "network-traffic:extensions.'http-request-ext'.request_header.'User-Agent' = " + value;
        };
    }

    private static String addressType(String ip) {
        return ip.indexOf(':') < 0 ? "ipv4-addr" : "ipv6-addr";
    }

    private void account(String name) {
        observable("user-account", Map.of("account_login", name));
    }

    /** An object of which a log told; its id follows from what it is. */
    private String observable(String type, Map<String, Object> properties) {
        StringWriter canonical = new StringWriter();
        JsonText.line(canonical, new TreeMap<>(properties));
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", type + "--" + NamedId.of(OBSERVABLES, canonical.toString().strip()));
        object.putAll(properties);
        object.put("object_marking_refs", List.of(AMBER));
        objects.add(object);
        return (String) object.get("id");
    }

    private Map<String, Object> own(String type, String content, String created) {
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", type);
        object.put("spec_version", "2.1");
        object.put("id", type + "--" + NamedId.of(content));
        if (!type.equals("identity")) {
            object.put("created_by_ref", author);
        }
        object.put("created", created);
        object.put("modified", created);
        object.put("object_marking_refs", List.of(AMBER));
        return object;
    }

    /** A string of STIX's pattern language. */
    private static String literal(String value) {
        return "'" + value.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}

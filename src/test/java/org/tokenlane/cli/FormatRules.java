package org.tokenlane.cli;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What the descriptions of formats for other programs demand: which properties an object must have and may have, of
 * which form and out of which words, and what refers to what. No registry that the build may use has the official JSON
 * schemas, so the demands are written down here from the texts: "STIX Version 2.1" (OASIS Standard,
 * docs.oasis-open.org/cti/stix/v2.1), "MISP core format" (www.misp-standard.org/rfc/misp-standard-core.html) and
 * "ATT&CK Navigator Layer File Format v4.5" (github.com/mitre-attack/attack-navigator, layers/spec).
 */
final class FormatRules {

    private static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[1-5][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";
    private static final Pattern STIX_TIME = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d+)?Z");
    private static final Pattern COLOR = Pattern.compile("#[0-9a-fA-F]{6}([0-9a-fA-F]{2})?");
    private static final Pattern TECHNIQUE = Pattern.compile("T\\d{4}(\\.\\d{3})?");
    private static final Pattern TACTIC = Pattern.compile("[a-z]+(-[a-z]+)*");

    /** Properties of all STIX domain and relationship objects (3.2 of the standard). */
    private static final Set<String> OF_ALL = Set.of("type", "spec_version", "id", "created_by_ref", "created",
            "modified", "revoked", "labels", "confidence", "lang", "external_references", "object_marking_refs",
            "granular_markings", "extensions");
    /** Properties of all observables; a time of creation is none of them. */
    private static final Set<String> OF_OBSERVABLES = Set.of("type", "spec_version", "id", "object_marking_refs",
            "granular_markings", "defanged", "extensions");
    private static final Set<String> INDICATOR_TYPES = Set.of("anomalous-activity", "anonymization", "benign",
            "compromised", "malicious-activity", "attribution", "unknown");
    private static final Set<String> IDENTITY_CLASSES = Set.of("individual", "group", "system", "organization",
            "class", "unknown");
    private static final Set<String> GROUPINGS = Set.of("suspicious-activity", "malware-analysis", "unspecified");
    private static final Set<String> PATTERNS = Set.of("stix", "pcre", "sigma", "snort", "suricata", "yara");

    /** What a type of STIX demands and allows beyond what all have. */
    private record Type(boolean observable, Set<String> must, Set<String> may) {
    }

    private static final Map<String, Type> TYPES = Map.of(
            "indicator", new Type(false, Set.of("pattern", "pattern_type", "valid_from"), Set.of("name",
                    "description", "indicator_types", "pattern_version", "valid_until", "kill_chain_phases")),
            "identity", new Type(false, Set.of("name"), Set.of("description", "roles", "identity_class", "sectors",
                    "contact_information")),
            "attack-pattern", new Type(false, Set.of("name"), Set.of("description", "aliases",
                    "kill_chain_phases")),
            "observed-data", new Type(false, Set.of("first_observed", "last_observed", "number_observed",
                    "object_refs"), Set.of()),
            "relationship", new Type(false, Set.of("relationship_type", "source_ref", "target_ref"),
                    Set.of("description", "start_time", "stop_time")),
            "grouping", new Type(false, Set.of("context", "object_refs"), Set.of("name", "description")),
            "ipv4-addr", new Type(true, Set.of("value"), Set.of("resolves_to_refs", "belongs_to_refs")),
            "ipv6-addr", new Type(true, Set.of("value"), Set.of("resolves_to_refs", "belongs_to_refs")),
            "email-addr", new Type(true, Set.of("value"), Set.of("display_name", "belongs_to_ref")),
            "user-account", new Type(true, Set.of(), Set.of("user_id", "credential", "account_login",
                    "account_type", "display_name", "is_service_account", "is_privileged", "can_escalate_privs",
                    "is_disabled", "account_created", "account_expires", "credential_last_changed",
                    "account_first_login", "account_last_login")));

    private final List<String> faults = new ArrayList<>();

    private FormatRules() {
    }

    /** What a STIX bundle does otherwise than the standard demands. */
    static List<String> stix(Map<?, ?> bundle) {
        FormatRules rules = new FormatRules();
        rules.keys("bundle", bundle, Set.of("type", "id", "objects"), Set.of());
        rules.that("bundle".equals(bundle.get("type")), "bundle: type");
        rules.that(matches("bundle--" + UUID, bundle.get("id")), "bundle: id");
        Map<String, Map<?, ?>> byId = new HashMap<>();
        for (Map<?, ?> object : objects(bundle.get("objects"))) {
            rules.that(byId.put(String.valueOf(object.get("id")), object) == null, "twice: " + object.get("id"));
        }
        rules.that(!byId.isEmpty(), "bundle: no objects");
        byId.values().forEach(object -> rules.stixObject(object, byId));
        return rules.faults;
    }

    private void stixObject(Map<?, ?> object, Map<String, Map<?, ?>> byId) {
        String type = String.valueOf(object.get("type"));
        that(matches(Pattern.quote(type) + "--" + UUID, object.get("id")), type + ": id");
        that("2.1".equals(object.get("spec_version")), type + ": spec_version");
        references(type, object, byId);
        if (type.equals("marking-definition")) {
            marking(object);
            return;
        }
        Type known = TYPES.get(type);
        if (known == null) {
            faults.add(type + ": no type of the standard that is written");
            return;
        }
        Set<String> must = union(known.must(), known.observable() ? Set.of("type", "id")
                : Set.of("type", "spec_version", "id", "created", "modified"));
        keys(type, object, must, union(known.may(), known.observable() ? OF_OBSERVABLES : OF_ALL));
        if (!known.observable()) {
            ordered(type, object, "created", "modified");
        }
        if (object.containsKey("confidence")) {
            that(object.get("confidence") instanceof Integer number && number >= 0 && number <= 100,
                    type + ": confidence");
        }
        objects(object.get("external_references")).forEach(reference -> {
            that(isText(reference.get("source_name")), type + ": source_name");
            that(Stream.of("description", "url", "external_id").anyMatch(reference::containsKey),
                    type + ": a reference without description, address and id");
        });
        objects(object.get("kill_chain_phases")).forEach(phase -> {
            that("mitre-attack".equals(phase.get("kill_chain_name")), type + ": kill_chain_name");
            that(TACTIC.matcher(String.valueOf(phase.get("phase_name"))).matches(), type + ": phase_name");
        });
        special(type, object, byId);
    }

    private void special(String type, Map<?, ?> object, Map<String, Map<?, ?>> byId) {
        switch (type) {
        case "indicator" -> {
            that(isTime(object.get("valid_from")), "indicator: valid_from");
            that(PATTERNS.contains(String.valueOf(object.get("pattern_type"))), "indicator: pattern_type");
            that(INDICATOR_TYPES.containsAll(list(object.get("indicator_types"))), "indicator: indicator_types");
            that(matches("(?s)\\[.+ = '(?:[^'\\\\]|\\\\['\\\\])*']", object.get("pattern")),
                    "indicator: pattern " + object.get("pattern"));
        }
        case "identity" ->
            that(IDENTITY_CLASSES.contains(String.valueOf(object.get("identity_class"))), "identity: class");
        case "grouping" ->
            that(GROUPINGS.contains(String.valueOf(object.get("context"))) && !list(object.get("object_refs"))
                    .isEmpty(), "grouping");
        case "observed-data" -> {
            ordered(type, object, "first_observed", "last_observed");
            that(object.get("number_observed") instanceof Integer number && number >= 1 && number <= 999_999_999,
                    "observed-data: number_observed");
            list(object.get("object_refs")).forEach(id -> {
                Type of = byId.containsKey(id) ? TYPES.get(String.valueOf(byId.get(id).get("type"))) : null;
                that(of != null && of.observable(), "observed-data: refers to what is not observed");
            });
            that(!list(object.get("object_refs")).isEmpty(), "observed-data: object_refs");
        }
        case "relationship" -> {
            that("indicates".equals(object.get("relationship_type")), "relationship: type");
            that(String.valueOf(object.get("source_ref")).startsWith("indicator--"), "relationship: source");
            that(String.valueOf(object.get("target_ref")).startsWith("attack-pattern--"), "relationship: target");
        }
        case "ipv4-addr" -> that(matches("\\d{1,3}(\\.\\d{1,3}){3}(/\\d+)?", object.get("value")), "ipv4-addr: value");
        case "ipv6-addr" -> that(String.valueOf(object.get("value")).indexOf(':') >= 0, "ipv6-addr: value");
        case "email-addr" -> that(String.valueOf(object.get("value")).indexOf('@') > 0, "email-addr: value");
        case "user-account" -> that(object.size() > 4, "user-account: no property of its own");
        default -> {
            // nothing further is demanded
        }
        }
    }

    /** The markings of TLP are given by the standard, letter by letter (7.2.1.4). */
    private void marking(Map<?, ?> object) {
        that(Map.of("type", "marking-definition", "spec_version", "2.1", "id",
                "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", "created", "2017-01-20T00:00:00.000Z",
                "definition_type", "tlp", "name", "TLP:AMBER", "definition", Map.of("tlp", "amber")).equals(object),
                "marking-definition");
    }

    private void references(String type, Map<?, ?> object, Map<String, Map<?, ?>> byId) {
        object.forEach((name, value) -> {
            if (String.valueOf(name).endsWith("_ref")) {
                that(byId.containsKey(value), type + ": " + name + " leads nowhere");
            } else if (String.valueOf(name).endsWith("_refs")) {
                that(byId.keySet().containsAll(list(value)), type + ": " + name + " leads nowhere");
            }
        });
    }

    /** What a MISP event does otherwise than the core format demands. */
    static List<String> misp(Map<?, ?> file) {
        FormatRules rules = new FormatRules();
        rules.keys("file", file, Set.of("Event"), Set.of("response", "errors"));
        Map<?, ?> event = (Map<?, ?>) file.get("Event");
        rules.keys("Event", event, Set.of("uuid", "published", "info", "threat_level_id", "analysis", "date"),
                Set.of("id", "timestamp", "publish_timestamp", "org_id", "orgc_id", "attribute_count", "distribution",
                        "sharing_group_id", "Org", "Orgc", "Attribute", "Object", "Tag", "extends_uuid"));
        rules.that(matches(UUID, event.get("uuid")), "Event: uuid");
        rules.that(event.get("published") instanceof Boolean, "Event: published");
        rules.that(isText(event.get("info")), "Event: info");
        rules.that(matches("[1-4]", event.get("threat_level_id")), "Event: threat_level_id");
        rules.that(matches("[0-2]", event.get("analysis")), "Event: analysis");
        rules.that(matches("[0-4]", event.get("distribution")), "Event: distribution");
        rules.that(matches("\\d{4}-\\d\\d-\\d\\d", event.get("date")), "Event: date");
        Set<Object> ids = new LinkedHashSet<>();
        objects(event.get("Attribute")).forEach(attribute -> {
            rules.that(ids.add(attribute.get("uuid")), "Attribute: uuid twice");
            rules.attribute(attribute);
        });
        rules.that(!ids.isEmpty(), "Event: no attribute");
        objects(event.get("Tag")).forEach(tag -> {
            rules.keys("Tag", tag, Set.of("name"), Set.of("id", "colour", "exportable", "local", "numerical_value"));
            rules.that(matches("tlp:(red|amber|green|white|clear)|[a-z0-9-]+:[a-z0-9-]+=\"[^\"]+\"", tag.get("name")),
                    "Tag: name " + tag.get("name"));
        });
        return rules.faults;
    }

    /** The types that the format allows in a category, of those that are written. */
    private static final Map<String, Set<String>> CATEGORIES = Map.of("Network activity",
            Set.of("ip-src", "ip-dst", "email-dst", "email-src", "user-agent", "domain", "url", "text", "other"),
            "Other", Set.of("text", "other", "comment", "boolean", "counter", "datetime"));

    private void attribute(Map<?, ?> attribute) {
        keys("Attribute", attribute, Set.of("uuid", "type", "category", "to_ids", "value"),
                Set.of("id", "event_id", "distribution", "timestamp", "comment", "sharing_group_id", "deleted", "data",
                        "RelatedAttribute", "ShadowAttribute", "Tag", "first_seen", "last_seen", "disable_correlation",
                        "object_id", "object_relation"));
        that(matches(UUID, attribute.get("uuid")), "Attribute: uuid");
        that(CATEGORIES.getOrDefault(String.valueOf(attribute.get("category")), Set.of())
                .contains(attribute.get("type")),
                "Attribute: " + attribute.get("type") + " in " + attribute.get("category"));
        that(attribute.get("to_ids") instanceof Boolean, "Attribute: to_ids");
        that(isText(attribute.get("value")), "Attribute: value");
        that(matches("[0-5]", attribute.get("distribution")), "Attribute: distribution");
        if (attribute.containsKey("first_seen") || attribute.containsKey("last_seen")) {
            ordered("Attribute", attribute, "first_seen", "last_seen");
        }
    }

    /** What a layer of the ATT&CK Navigator does otherwise than its description demands. */
    static List<String> navigator(Map<?, ?> layer) {
        FormatRules rules = new FormatRules();
        rules.keys("layer", layer, Set.of("versions", "name", "domain"),
                Set.of("customDataURL", "description", "filters", "sorting", "layout", "hideDisabled", "techniques",
                        "gradient", "legendItems", "showTacticRowBackground", "tacticRowBackground",
                        "selectTechniquesAcrossTactics", "selectSubtechniquesWithParent",
                        "selectVisibleTechniques", "metadata", "links"));
        rules.keys("versions", (Map<?, ?>) layer.get("versions"), Set.of("layer", "navigator"), Set.of("attack"));
        rules.that("4.5".equals(((Map<?, ?>) layer.get("versions")).get("layer")), "versions: layer");
        rules.that(isText(layer.get("name")), "layer: name");
        rules.that(matches("(enterprise|mobile|ics)-attack", layer.get("domain")), "layer: domain");
        Map<?, ?> gradient = (Map<?, ?>) layer.get("gradient");
        rules.keys("gradient", gradient, Set.of("colors", "minValue", "maxValue"), Set.of());
        rules.that(list(gradient.get("colors")).size() >= 2
                && list(gradient.get("colors")).stream().allMatch(one -> COLOR.matcher(String.valueOf(one)).matches()),
                "gradient: colors");
        rules.that(gradient.get("minValue") instanceof Number least && gradient.get("maxValue") instanceof Number most
                && least.doubleValue() < most.doubleValue(), "gradient: values");
        Set<Object> named = new LinkedHashSet<>();
        objects(layer.get("techniques")).forEach(technique -> {
            rules.keys("technique", technique, Set.of("techniqueID"), Set.of("tactic", "comment", "enabled", "score",
                    "color", "metadata", "links", "showSubtechniques"));
            rules.that(TECHNIQUE.matcher(String.valueOf(technique.get("techniqueID"))).matches(),
                    "technique: " + technique.get("techniqueID"));
            rules.that(named.add(technique.get("techniqueID") + "/" + technique.get("tactic")), "technique twice");
            rules.that(technique.get("score") instanceof Number score && score.doubleValue() > 0, "technique: score");
            rules.that(technique.get("enabled") instanceof Boolean, "technique: enabled");
            rules.that(technique.get("comment") instanceof String, "technique: comment");
        });
        rules.that(!named.isEmpty(), "layer: no technique");
        return rules.faults;
    }

    private void keys(String what, Map<?, ?> object, Set<String> must, Set<String> may) {
        must.forEach(key -> that(object.get(key) != null, what + ": " + key + " is missing"));
        object.keySet().forEach(key -> that(must.contains(key) || may.contains(key), what + ": " + key
                + " is no property of it"));
        object.forEach((key, value) -> that(!(value instanceof List<?> all) || !all.isEmpty(),
                what + ": " + key + " is an empty list"));
    }

    private void ordered(String what, Map<?, ?> object, String first, String last) {
        boolean times = isTime(object.get(first)) && isTime(object.get(last));
        that(times && !Instant.parse((String) object.get(last)).isBefore(Instant.parse((String) object.get(first))),
                what + ": " + first + " and " + last);
    }

    private void that(boolean holds, String otherwise) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    private static boolean isTime(Object value) {
        try {
            return value instanceof String text && STIX_TIME.matcher(text).matches() && Instant.parse(text) != null;
        } catch (DateTimeParseException unread) {
            return false;
        }
    }

    private static boolean isText(Object value) {
        return value instanceof String text && !text.isBlank();
    }

    private static boolean matches(String pattern, Object value) {
        return value instanceof String text && text.matches(pattern);
    }

    private static List<?> list(Object value) {
        return value instanceof List<?> all ? all : List.of();
    }

    private static List<? extends Map<?, ?>> objects(Object value) {
        return list(value).stream().map(one -> (Map<?, ?>) one).toList();
    }

    private static Set<String> union(Set<String> one, Set<String> other) {
        Set<String> all = new LinkedHashSet<>(one);
        all.addAll(other);
        return all;
    }
}

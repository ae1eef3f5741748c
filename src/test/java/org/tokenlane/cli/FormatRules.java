package org.tokenlane.cli;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the descriptions of formats for other programs demand: a JSON schema for each, in {@code schemas}, and here what
 * a schema cannot say, which is what refers to what and in which order times are.
 */
final class FormatRules {

    private static final JsonSchemaFactory SCHEMAS = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);
    private static final Set<String> OBSERVABLES = Set.of("ipv4-addr", "ipv6-addr", "email-addr", "user-account");

    private FormatRules() {
    }

    /** What a STIX bundle does otherwise than the standard demands. */
    static List<String> stix(String bundle) {
        List<String> faults = bySchema("stix", bundle);
        Map<Object, Map<?, ?>> byId = new HashMap<>();
        for (Map<?, ?> object : objects(((Map<?, ?>) CommandRun.json(bundle)).get("objects"))) {
            that(byId.put(object.get("id"), object) == null, "twice: " + object.get("id"), faults);
        }
        for (Map<?, ?> object : byId.values()) {
            ordered(object, "created", "modified", faults);
            ordered(object, "first_observed", "last_observed", faults);
            references(object).forEach(id -> that(byId.containsKey(id),
                    object.get("id") + " refers to " + id + ", which is not there", faults));
            if ("observed-data".equals(object.get("type"))) {
                references(Map.of("object_refs", object.get("object_refs"))).forEach(id -> that(byId.containsKey(id)
                        && OBSERVABLES.contains(String.valueOf(byId.get(id).get("type"))),
                        "observed-data refers to what is not observed: " + id, faults));
            }
        }
        return faults;
    }

    /** What a MISP event does otherwise than the core format demands. */
    static List<String> misp(String file) {
        List<String> faults = bySchema("misp", file);
        Set<Object> ids = new HashSet<>();
        if (((Map<?, ?>) CommandRun.json(file)).get("Event") instanceof Map<?, ?> event) {
            for (Map<?, ?> attribute : objects(event.get("Attribute"))) {
                that(ids.add(attribute.get("uuid")), "twice: " + attribute.get("uuid"), faults);
                ordered(attribute, "first_seen", "last_seen", faults);
            }
        }
        return faults;
    }

    /** What a layer of the ATT&CK Navigator does otherwise than its description demands. */
    static List<String> navigator(String layer) {
        List<String> faults = bySchema("navigator", layer);
        Map<?, ?> read = (Map<?, ?>) CommandRun.json(layer);
        Set<Object> named = new HashSet<>();
        objects(read.get("techniques")).forEach(technique -> that(
                named.add(technique.get("techniqueID") + "/" + technique.get("tactic")),
                "twice: " + technique.get("techniqueID"), faults));
        if (read.get("gradient") instanceof Map<?, ?> gradient && gradient.get("minValue") instanceof Number least
                && gradient.get("maxValue") instanceof Number most) {
            that(least.doubleValue() < most.doubleValue(), "gradient: from " + least + " to " + most, faults);
        }
        return faults;
    }

    private static List<String> bySchema(String name, String text) {
        String file = "schemas/" + name + ".schema.json";
        try (InputStream in = Objects.requireNonNull(FormatRules.class.getResourceAsStream(file), file)) {
            return new ArrayList<>(SCHEMAS.getSchema(in).validate(text, InputFormat.JSON).stream()
                    .map(ValidationMessage::toString).toList());
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** The ids that an object of STIX names in its properties whose names end in "_ref" and "_refs". */
    private static List<Object> references(Map<?, ?> object) {
        return object.entrySet().stream().flatMap(property -> {
            String name = String.valueOf(property.getKey());
            return name.endsWith("_refs") && property.getValue() instanceof List<?> all ? all.stream()
                    : name.endsWith("_ref") ? Stream.of(property.getValue()) : Stream.of();
        }).map(Object.class::cast).toList();
    }

    private static void ordered(Map<?, ?> object, String first, String last, List<String> faults) {
        if (object.get(first) instanceof String from && object.get(last) instanceof String to) {
            that(!Instant.parse(to).isBefore(Instant.parse(from)), last + " " + to + " is before " + from, faults);
        }
    }

    private static void that(boolean holds, String otherwise, List<String> faults) {
        if (!holds) {
            faults.add(otherwise);
        }
    }

    private static List<? extends Map<?, ?>> objects(Object value) {
        return value instanceof List<?> all ? all.stream().map(one -> (Map<?, ?>) one).toList() : List.of();
    }
}

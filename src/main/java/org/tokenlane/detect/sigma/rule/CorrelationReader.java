package org.tokenlane.detect.sigma.rule;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what counts and correlates: the section {@code correlation}, and what old rules write behind a {@code |} in
 * their condition.
 */
public final class CorrelationReader {

    private static final Set<String> KNOWN = Set.of("type", "rules", "group-by", "timespan", "condition", "aliases",
            "generate");
    private static final Pattern TIMESPAN = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Pattern COUNT = Pattern.compile(
            "count\\(\\s*([^()\\s]*)\\s*\\)(?:\\s+by\\s+(\\S+(?:\\s*,\\s*\\S+)*))?\\s*(>=|<=|==|=|>|<)\\s*(\\d{1,9})");

    private final String file;

    CorrelationReader(String file) {
        this.file = file;
    }

    private SigmaException problem(int line, String text) {
        return new SigmaException(new SigmaPlace(file, line), text);
    }

    Correlated read(Yaml.Entries section) {
        section.entries().forEach((name, value) -> {
            if (!KNOWN.contains(name)) {
                throw problem(value.line(), "“" + name + "” in a correlation is not supported");
            }
        });
        Correlated.Type type = type(section);
        List<String> rules = section.texts("rules");
        if (rules.isEmpty()) {
            throw problem(section.line(), "The correlation names no rules");
        }
        if (section.text("timespan") == null) {
            throw problem(section.line(), "The correlation lacks a timespan");
        }
        Yaml condition = section.get("condition");
        if (condition != null && !(condition instanceof Yaml.Entries)) {
            throw problem(condition.line(), "A correlation whose condition is a text is not supported");
        }
        Yaml.Entries entries = condition == null ? new Yaml.Entries(Map.of(), section.line())
                : (Yaml.Entries) condition;
        Threshold threshold = threshold(type, rules.size(), entries);
        String field = entries.text("field");
        if (type == Correlated.Type.VALUE_COUNT && field == null) {
            throw problem(entries.line(), "The condition of a value_count names no field");
        }
        if (type != Correlated.Type.VALUE_COUNT && entries.get("field") != null) {
            throw problem(entries.line(), "The condition names a field, which only value_count has");
        }
        return new Correlated(type, rules, section.texts("group-by"),
                timespan(section.text("timespan"), section.get("timespan").line()), threshold, field,
                aliases(section.get("aliases")), "true".equalsIgnoreCase(section.text("generate")));
    }

    private Correlated.Type type(Yaml.Entries section) {
        String type = section.text("type");
        return switch (type == null ? "" : type) {
        case "event_count" -> Correlated.Type.EVENT_COUNT;
        case "value_count" -> Correlated.Type.VALUE_COUNT;
        case "temporal" -> Correlated.Type.TEMPORAL;
        case "temporal_ordered" -> Correlated.Type.TEMPORAL_ORDERED;
        case "" -> throw problem(section.line(), "The correlation has no type");
        default -> throw problem(section.get("type").line(), "The correlation type “" + type + "” is not supported");
        };
    }

    private Threshold threshold(Correlated.Type type, int rules, Yaml.Entries condition) {
        Threshold given = Threshold.of(file, condition);
        boolean temporal = type == Correlated.Type.TEMPORAL || type == Correlated.Type.TEMPORAL_ORDERED;
        if (given.bounds().isEmpty()) {
            if (!temporal) {
                throw problem(condition.line(), "The correlation lacks a condition, such as gte: 10");
            }
            return Threshold.atLeast(rules);
        }
        if (type == Correlated.Type.TEMPORAL_ORDERED
                && !(given.holds(rules) && given.isOnlyFromBelow() && !given.holds(rules - 1L))) {
            throw problem(condition.line(),
                    "A temporal_ordered that asks for fewer than all of its rules is not supported");
        }
        return given;
    }

    private Map<String, Map<String, String>> aliases(Yaml section) {
        Map<String, Map<String, String>> aliases = new HashMap<>();
        if (section == null) {
            return aliases;
        }
        if (!(section instanceof Yaml.Entries entries)) {
            throw problem(section.line(), "“aliases” has to be a map");
        }
        entries.entries().forEach((alias, fields) -> {
            if (!(fields instanceof Yaml.Entries byRule)) {
                throw problem(fields.line(), "The alias “" + alias + "” has to name a field for each rule");
            }
            Map<String, String> names = new HashMap<>();
            byRule.entries().keySet().forEach(rule -> names.put(rule, byRule.text(rule)));
            aliases.put(alias, names);
        });
        return aliases;
    }

    /** The time span in nanoseconds. */
    long timespan(String text, int line) {
        Matcher matcher = TIMESPAN.matcher(text.strip());
        if (!matcher.matches()) {
            throw problem(line, "The time span “" + text + "” cannot be read; it has to be as 30s, 5m, 1h, 7d");
        }
        long seconds = switch (matcher.group(2)) {
        case "s" -> 1;
        case "m" -> 60;
        case "h" -> 3_600;
        default -> 86_400;
        };
        return Long.parseLong(matcher.group(1)) * seconds * 1_000_000_000L;
    }

    /**
     * What stands behind the {@code |} of an old rule's condition.
     *
     * @param timeframe
     *            in nanoseconds
     */
    Correlated count(String text, int line, long timeframe) {
        Matcher matcher = COUNT.matcher(text.strip());
        if (!matcher.matches()) {
            throw problem(line, "“| " + text.strip() + "” is not supported; of the old aggregations only count() is");
        }
        String field = matcher.group(1).isEmpty() ? null : matcher.group(1);
        String operator = matcher.group(3).equals("=") ? "==" : matcher.group(3);
        Threshold threshold = new Threshold(List.of(new Threshold.Bound(operator, Long.parseLong(matcher.group(4)))));
        List<String> groupBy = matcher.group(2) == null ? List.of() : List.of(matcher.group(2).split("\\s*,\\s*"));
        return new Correlated(field == null ? Correlated.Type.EVENT_COUNT : Correlated.Type.VALUE_COUNT, List.of(),
                groupBy, timeframe, threshold, field, Map.of(),
                false);
    }

    /** A type's name as rules write it. */
    public static String name(Correlated.Type type) {
        return type.name().toLowerCase(Locale.ROOT);
    }
}

package org.tokenlane.detect.sigma.rule;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;

/**
 * Reads what counts and correlates: the section {@code correlation}, and what older rules write after a {@code |} in
 * their condition.
 */
final class CorrelationReader {

    private static final Set<String> KNOWN = Set.of("type", "rules", "group-by", "timespan", "condition", "aliases",
            "generate");
    private static final Pattern TIMESPAN = Pattern.compile("(\\d{1,6})([smhd])");
    private static final Pattern COUNT = Pattern.compile(
            "count\\(\\s*([^()\\s]*)\\s*\\)(?:\\s+by\\s+(\\S+(?:\\s*,\\s*\\S+)*))?\\s*(>=|<=|==|=|>|<)\\s*(\\d{1,9})");
    private static final long SECOND = 1_000_000_000L;

    private final String file;

    CorrelationReader(String file) {
        this.file = file;
    }

    private SigmaException problem(int line, Text text) {
        return new SigmaException(new SigmaPlace(file, line), text);
    }

    /**
     * @param generate
     *            whether the rule says beside the section that its rules are also findings of their own
     */
    Correlated read(Yaml.Entries section, boolean generate) {
        section.entries().forEach((name, value) -> {
            if (!KNOWN.contains(name)) {
                throw problem(value.line(), SigmaRuleText.CORRELATION_KEY_NOT_SUPPORTED.with(name));
            }
        });
        Correlated.Type type = type(section);
        List<String> rules = section.texts("rules");
        if (rules.isEmpty()) {
            throw problem(section.line(), SigmaRuleText.CORRELATION_RULES_MISSING.with());
        }
        String timespan = section.text("timespan");
        if (timespan == null) {
            throw problem(section.line(), SigmaRuleText.CORRELATION_TIMESPAN_MISSING.with());
        }
        Yaml condition = section.get("condition");
        RulesTogether together = condition == null || condition instanceof Yaml.Entries ? null
                : RulesTogether.of(new SigmaPlace(file, condition.line()), type, rules, condition);
        Yaml.Entries entries = condition instanceof Yaml.Entries map ? map
                : new Yaml.Entries(Map.of(), section.line());
        Threshold threshold = threshold(type, rules.size(), entries);
        return new Correlated(type, rules, section.texts("group-by"), timespan(timespan, section.lineOf("timespan")),
                threshold, together, fields(type, entries), aliases(section.get("aliases")),
                generate || "true".equalsIgnoreCase(section.text("generate")));
    }

    private Correlated.Type type(Yaml.Entries section) {
        String word = section.text("type");
        if (word == null) {
            throw problem(section.line(), SigmaRuleText.CORRELATION_TYPE_MISSING.with());
        }
        return Arrays.stream(Correlated.Type.values()).filter(type -> type.word().equals(word)).findFirst()
                .orElseThrow(() -> problem(section.lineOf("type"),
                        SigmaRuleText.CORRELATION_TYPE_NOT_SUPPORTED.with(word)));
    }

    private List<String> fields(Correlated.Type type, Yaml.Entries condition) {
        List<String> fields = condition.texts("field");
        if (type.usesField() && fields.isEmpty()) {
            throw problem(condition.line(), SigmaRuleText.CORRELATION_FIELD_MISSING.with(type.word()));
        }
        if (!type.usesField() && condition.get("field") != null) {
            throw problem(condition.line(), SigmaRuleText.CORRELATION_FIELD_NOT_EXPECTED.with(type.word()));
        }
        if (type.isOfNumbers() && fields.size() > 1) {
            throw problem(condition.line(), SigmaRuleText.CORRELATION_ONE_FIELD.with(type.word()));
        }
        return fields;
    }

    private Threshold threshold(Correlated.Type type, int rules, Yaml.Entries condition) {
        Threshold given = Threshold.of(file, condition, type.isOfNumbers());
        if (given.bounds().isEmpty()) {
            if (!type.isTemporal()) {
                throw problem(condition.line(), SigmaRuleText.CORRELATION_CONDITION_MISSING.with());
            }
            return Threshold.atLeast(rules);
        }
        if (type == Correlated.Type.TEMPORAL_ORDERED
                && !(given.holds(rules) && given.isOnlyFromBelow() && !given.holds(rules - 1L))) {
            throw problem(condition.line(), SigmaRuleText.ORDERED_FEWER.with());
        }
        return given;
    }

    private Map<String, Map<String, String>> aliases(@Nullable Yaml section) {
        Map<String, Map<String, String>> aliases = new HashMap<>();
        if (section == null) {
            return aliases;
        }
        if (!(section instanceof Yaml.Entries entries)) {
            throw problem(section.line(), SigmaRuleText.ALIASES_NOT_A_MAP.with());
        }
        entries.entries().forEach((alias, fields) -> {
            if (!(fields instanceof Yaml.Entries byRule)) {
                throw problem(fields.line(), SigmaRuleText.ALIAS_NOT_A_MAP.with(alias));
            }
            Map<String, String> names = new HashMap<>();
            byRule.entries().keySet().forEach(rule -> {
                String field = byRule.text(rule);
                if (field != null) {
                    names.put(rule, field);
                }
            });
            aliases.put(alias, names);
        });
        return aliases;
    }

    /** The time span in nanoseconds. */
    long timespan(String text, int line) {
        Matcher matcher = TIMESPAN.matcher(text.strip());
        if (!matcher.matches()) {
            throw problem(line, SigmaRuleText.TIMESPAN_UNREADABLE.with(text));
        }
        long seconds = switch (matcher.group(2)) {
        case "s" -> 1;
        case "m" -> 60;
        case "h" -> 3_600;
        default -> 86_400;
        };
        return Long.parseLong(matcher.group(1)) * seconds * SECOND;
    }

    /**
     * What older rules write after the {@code |} of their condition.
     *
     * @param timeframe
     *            in nanoseconds
     */
    Correlated count(String text, int line, long timeframe) {
        Matcher matcher = COUNT.matcher(text.strip());
        if (!matcher.matches()) {
            throw problem(line, SigmaRuleText.OLD_AGGREGATION.with(text.strip()));
        }
        List<String> fields = matcher.group(1).isEmpty() ? List.of() : List.of(matcher.group(1));
        String operator = matcher.group(3).equals("=") ? "==" : matcher.group(3);
        Threshold threshold = new Threshold(List.of(new Threshold.Bound(operator, new BigDecimal(matcher.group(4)))));
        List<String> groupBy = matcher.group(2) == null ? List.of() : List.of(matcher.group(2).split("\\s*,\\s*"));
        return new Correlated(fields.isEmpty() ? Correlated.Type.EVENT_COUNT : Correlated.Type.VALUE_COUNT, List.of(),
                groupBy, timeframe, threshold, null, fields, Map.of(), false);
    }
}

package org.tokenlane.detect.sigma.rule;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a correlation rule, or a condition with {@code count()}, asks of the hits of other rules.
 *
 * @param rules
 *            ids or names of the rules whose hits are used; empty for the hits of the rule's own search
 * @param groupBy
 *            the fields, or aliases, that must have one value
 * @param timespan
 *            in nanoseconds
 * @param threshold
 *            how many events, values or rules there must be, or how large the sum or average must be
 * @param together
 *            which of the rules there must be instead of a number of them, or null
 * @param fields
 *            the fields whose values are counted or added up; several count each combination of their values
 * @param aliases
 *            by alias, which field it stands for in each rule
 * @param generate
 *            whether the hits of the rules that it refers to are also findings of their own
 */
public record Correlated(Type type, List<String> rules, List<String> groupBy, long timespan, Threshold threshold,
        @Nullable RulesTogether together, List<String> fields, Map<String, Map<String, String>> aliases,
        boolean generate) {

    /** The span of a count that has no time frame. */
    public static final long WHOLE_CASE = Long.MAX_VALUE;

    /** The types of correlation. */
    public enum Type {
        EVENT_COUNT,
        VALUE_COUNT,
        VALUE_SUM,
        VALUE_AVG,
        TEMPORAL,
        TEMPORAL_ORDERED;

        /** Tells whether the condition names a field. */
        public boolean usesField() {
            return this == VALUE_COUNT || isOfNumbers();
        }

        /** Tells whether the values of the field are numbers. */
        public boolean isOfNumbers() {
            return this == VALUE_SUM || this == VALUE_AVG;
        }

        /** Tells whether different rules have to be found together. */
        public boolean isTemporal() {
            return this == TEMPORAL || this == TEMPORAL_ORDERED;
        }

        /** The name that rules write. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** What is asked for, in words of the rule. */
    public String condition() {
        return type.word() + " " + (together == null ? threshold : together);
    }

    public Correlated {
        rules = List.copyOf(rules);
        groupBy = List.copyOf(groupBy);
        fields = List.copyOf(fields);
        aliases = Map.copyOf(aliases);
    }
}

package org.tokenlane.detect.sigma.rule;

import java.util.List;
import java.util.Map;

/**
 * What a correlation rule, or a condition with {@code count()}, asks of the hits of other rules.
 *
 * @param rules
 *            ids or names of the rules whose hits are looked at; empty for the hits of the own search
 * @param groupBy
 *            the fields, or aliases, that have to have one value
 * @param timespan
 *            in nanoseconds
 * @param threshold
 *            how many events, values or rules there have to be
 * @param field
 *            whose values are counted, or null
 * @param aliases
 *            by alias, which field stands for it in each rule
 * @param generate
 *            whether the rules that it refers to stand for themselves too
 */
public record Correlated(Type type, List<String> rules, List<String> groupBy, long timespan, Threshold threshold,
        String field,
        Map<String, Map<String, String>> aliases,
        boolean generate) {

    /** The span of a count that has no time frame. */
    public static final long WHOLE_CASE = Long.MAX_VALUE;

    public enum Type {
        EVENT_COUNT, VALUE_COUNT, TEMPORAL, TEMPORAL_ORDERED
    }

    public Correlated {
        rules = List.copyOf(rules);
        groupBy = List.copyOf(groupBy);
        aliases = Map.copyOf(aliases);
    }
}

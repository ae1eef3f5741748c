package org.tokenlane.detect.sigma.rule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How many there must be, or how large a sum or an average must be. */
public record Threshold(List<Bound> bounds) {

    private static final Map<String, String> WORDS = Map.of("gt", ">", "gte", ">=", "lt", "<", "lte", "<=", "eq", "==",
            "neq", "!=");

    /** One comparison. */
    public record Bound(String operator, BigDecimal number) {

        boolean holds(BigDecimal measured) {
            int compared = measured.compareTo(number);
            return switch (operator) {
            case ">" -> compared > 0;
            case ">=" -> compared >= 0;
            case "<" -> compared < 0;
            case "<=" -> compared <= 0;
            case "!=" -> compared != 0;
            default -> compared == 0;
            };
        }
    }

    public Threshold {
        bounds = List.copyOf(bounds);
    }

    static Threshold atLeast(long number) {
        return new Threshold(List.of(new Bound(">=", BigDecimal.valueOf(number))));
    }

    /**
     * Reads {@code gte: 5}, {@code lt: 9} among the entries; {@code field} is left to the reader.
     *
     * @param anyNumber
     *            whether fractions and numbers below zero make sense
     */
    static Threshold of(String file, Yaml.Entries condition, boolean anyNumber) {
        List<Bound> bounds = new ArrayList<>();
        condition.entries().forEach((name, value) -> {
            SigmaPlace place = new SigmaPlace(file, value.line());
            String operator = WORDS.get(name.toLowerCase(Locale.ROOT));
            if (operator != null) {
                bounds.add(new Bound(operator, number(place, value, anyNumber)));
            } else if (!name.equals("field")) {
                throw new SigmaException(place, SigmaRuleText.CONDITION_NOT_SUPPORTED.with(name));
            }
        });
        return new Threshold(bounds);
    }

    private static BigDecimal number(SigmaPlace place, Yaml value, boolean anyNumber) {
        String form = anyNumber ? "-?\\d{1,15}(\\.\\d{1,9})?" : "\\d{1,9}";
        if (value instanceof Yaml.Scalar scalar && scalar.text().matches(form)) {
            return new BigDecimal(scalar.text());
        }
        throw new SigmaException(place, SigmaRuleText.CORRELATION_NUMBER.with(anyNumber ? 1 : 0));
    }

    /** Tells whether all comparisons hold for a count. */
    public boolean holds(long count) {
        return holds(BigDecimal.valueOf(count));
    }

    /** Tells whether all comparisons hold for what was measured. */
    public boolean holds(BigDecimal measured) {
        return bounds.stream().allMatch(bound -> bound.holds(measured));
    }

    /** Tells whether only lower limits are set, so that more of the same can only help. */
    public boolean isOnlyFromBelow() {
        return bounds.stream().allMatch(bound -> bound.operator().startsWith(">"));
    }

    /** As in {@code >= 10 and <= 20}. */
    @Override
    public String toString() {
        return bounds.stream().map(bound -> bound.operator() + " " + bound.number().toPlainString())
                .collect(Collectors.joining(" and "));
    }
}

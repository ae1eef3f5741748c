package org.tokenlane.detect.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How many there have to be. */
public record Threshold(List<Bound> bounds) {

    private static final Map<String, String> WORDS = Map.of("gt", ">", "gte", ">=", "lt", "<", "lte", "<=", "eq", "==",
            "neq", "!=");

    public record Bound(String operator, long number) {

        boolean holds(long count) {
            return switch (operator) {
            case ">" -> count > number;
            case ">=" -> count >= number;
            case "<" -> count < number;
            case "<=" -> count <= number;
            case "!=" -> count != number;
            default -> count == number;
            };
        }
    }

    public Threshold {
        bounds = List.copyOf(bounds);
    }

    static Threshold atLeast(long number) {
        return new Threshold(List.of(new Bound(">=", number)));
    }

    /** Reads {@code gte: 5}, {@code lt: 9} among the entries; {@code field} is left to the reader. */
    static Threshold of(String file, Yaml.Entries condition) {
        List<Bound> bounds = new ArrayList<>();
        condition.entries().forEach((name, value) -> {
            String operator = WORDS.get(name.toLowerCase(Locale.ROOT));
            if (operator != null) {
                bounds.add(new Bound(operator, number(new SigmaPlace(file, value.line()), value)));
            } else if (!name.equals("field")) {
                throw new SigmaException(new SigmaPlace(file, value.line()),
                        "“" + name + "” in the condition of a correlation is not supported");
            }
        });
        return new Threshold(bounds);
    }

    private static long number(SigmaPlace place, Yaml value) {
        if (value instanceof Yaml.Scalar scalar && scalar.text().matches("\\d{1,9}")) {
            return Long.parseLong(scalar.text());
        }
        throw new SigmaException(place, "The condition of a correlation needs a whole number");
    }

    public boolean holds(long count) {
        return bounds.stream().allMatch(bound -> bound.holds(count));
    }

    /** Tells whether more of the same can only help. */
    public boolean isOnlyFromBelow() {
        return bounds.stream().allMatch(bound -> bound.operator().startsWith(">"));
    }

    @Override
    public String toString() {
        return bounds.stream().map(bound -> bound.operator() + " " + bound.number())
                .collect(Collectors.joining(" and "));
    }
}

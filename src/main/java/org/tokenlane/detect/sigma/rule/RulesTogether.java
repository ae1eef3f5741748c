package org.tokenlane.detect.sigma.rule;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;

/**
 * Which rules must be found together: the condition of a temporal correlation as an expression,
 * {@code rule_a and (rule_b or rule_c)}.
 */
public final class RulesTogether {

    private final String text;
    /** A rule that must be there is a field that must exist: its place in the list of rules. */
    private final Search search;

    private RulesTogether(String text, Search search) {
        this.text = text;
        this.search = search;
    }

    /**
     * @throws SigmaException
     *             where it is no expression of these rules, asks that one be missing, or belongs to a correlation that is
     *             not on rules, or on their order and does not need all of them
     */
    static RulesTogether of(SigmaPlace place, Correlated.Type type, List<String> rules, Yaml condition) {
        if (!type.isTemporal() || !(condition instanceof Yaml.Scalar scalar) || scalar.value() == null) {
            throw new SigmaException(place, SigmaRuleText.CORRELATION_CONDITION_IS_TEXT.with());
        }
        Map<String, Search> names = new LinkedHashMap<>();
        for (int i = 0; i < rules.size(); i++) {
            names.put(rules.get(i), new Search.Exists(String.valueOf(i)));
        }
        RulesTogether together = new RulesTogether(scalar.text().strip(),
                ConditionParser.parse(place, scalar.text(), names));
        if (asksForMissing(together.search)) {
            throw new SigmaException(place, SigmaRuleText.CORRELATION_CONDITION_IS_TEXT.with());
        }
        for (int i = 0; i < rules.size() && type == Correlated.Type.TEMPORAL_ORDERED; i++) {
            int without = i;
            if (together.holds(rule -> rule != without)) {
                throw new SigmaException(place, SigmaRuleText.ORDERED_FEWER.with());
            }
        }
        return together;
    }

    private static boolean asksForMissing(Search search) {
        return switch (search) {
        case Search.And and -> and.parts().stream().anyMatch(RulesTogether::asksForMissing);
        case Search.Or or -> or.parts().stream().anyMatch(RulesTogether::asksForMissing);
        default -> !(search instanceof Search.Exists);
        };
    }

    /**
     * Tells whether it is met.
     *
     * @param found
     *            tells whether the rule at this place in the list of rules was found
     */
    public boolean holds(IntPredicate found) {
        return holds(search, found);
    }

    private static boolean holds(Search search, IntPredicate found) {
        return switch (search) {
        case Search.And and -> and.parts().stream().allMatch(part -> holds(part, found));
        case Search.Or or -> or.parts().stream().anyMatch(part -> holds(part, found));
        case Search.Exists rule -> found.test(Integer.parseInt(rule.name()));
        default -> throw new IllegalStateException(search.toString());
        };
    }

    /** As the rule has it. */
    @Override
    public String toString() {
        return text;
    }
}

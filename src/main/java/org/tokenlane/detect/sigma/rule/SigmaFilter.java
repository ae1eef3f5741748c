package org.tokenlane.detect.sigma.rule;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a filter document adds to other rules ("Sigma Filters Specification",
 * github.com/SigmaHQ/sigma-specification): their conditions, and that of the filter, must hold. It applies to rules of
 * its log source.
 *
 * @param rules
 *            ids or names of the rules to which it is added; empty for any
 * @param logsource
 *            what it names of this, the rules must have too
 * @param search
 *            what must hold, besides the rule's own condition
 */
public record SigmaFilter(List<String> rules, SigmaLogsource logsource, Search search) {

    public SigmaFilter {
        rules = List.copyOf(rules);
    }

    /** Tells whether it is added to this rule. One that correlates has no condition on records, and is left as it is. */
    boolean isFor(SigmaRule rule) {
        SigmaLogsource log = rule.logsource();
        return rule.filter() == null && log != null && !rule.isCorrelation()
                && (rules.isEmpty() || rules.stream().anyMatch(rule::isCalled))
                && isSame(logsource.product(), log.product()) && isSame(logsource.category(), log.category())
                && isSame(logsource.service(), log.service());
    }

    private static boolean isSame(@Nullable String asked, @Nullable String other) {
        return asked == null || asked.equals(other);
    }

    /**
     * Tells whether it says anywhere that something must not be. The specification's own example names what is to be
     * suppressed without a {@code not}; taken at its word, it would suppress everything else.
     */
    boolean excludes() {
        return hasNot(search);
    }

    private static boolean hasNot(Search search) {
        return switch (search) {
        case Search.And and -> and.parts().stream().anyMatch(SigmaFilter::hasNot);
        case Search.Or or -> or.parts().stream().anyMatch(SigmaFilter::hasNot);
        default -> search instanceof Search.Not;
        };
    }

    /**
     * The rules, at their places, with the filters among them that are on added to them. A filter for which there is no
     * rule has that as problem.
     */
    public static List<SigmaRule> added(List<SigmaRule> rules, Predicate<SigmaRule> isOn) {
        List<SigmaRule> added = new ArrayList<>(rules);
        for (int i = 0; i < rules.size(); i++) {
            SigmaRule filter = rules.get(i);
            SigmaFilter asked = filter.filter();
            if (asked == null || !isOn.test(filter)) {
                continue;
            }
            List<String> titles = new ArrayList<>();
            for (int j = 0; j < added.size(); j++) {
                SigmaRule rule = added.get(j);
                if (asked.isFor(rule)) {
                    titles.add(rule.about().title());
                    added.set(j, rule.filteredBy(filter));
                }
            }
            added.set(i, titles.isEmpty()
                    ? SigmaRule.refused(filter.place(), filter.about(), filter.logsource(),
                            new SigmaException(filter.place(), SigmaRuleText.FILTER_WITHOUT_RULE.with()).shown())
                    : filter.addedTo(titles));
        }
        return added;
    }
}

package org.tokenlane.model.finding;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What became of one rule on one case.
 *
 * @param notEvaluated
 *            why the rule could not be answered from the logs of this case, or null where it was; without findings it
 *            only then says that there is nothing to find
 */
public record RuleOutcome(String rule, String title, Severity severity, List<Finding> findings,
        @Nullable String notEvaluated) {

    public RuleOutcome {
        findings = List.copyOf(findings);
    }

    public boolean isEvaluated() {
        return notEvaluated == null;
    }
}

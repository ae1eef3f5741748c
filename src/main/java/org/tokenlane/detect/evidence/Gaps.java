package org.tokenlane.detect.evidence;

import java.util.List;
import org.tokenlane.correlate.Coverage;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;

/**
 * What the evidence lacks: days without a log, exports cut at a round number of rows, logs that are not there at all.
 */
public final class Gaps implements Check {

    @Override
    public void find(CaseFacts facts, RuleFile rule, FindingSink found) {
        for (Coverage.Gap gap : new Coverage(facts.correlation()).gaps(facts.events().evidence())) {
            found.add(List.of(), gap.what() + " " + gap.fetch(), List.of());
        }
    }
}

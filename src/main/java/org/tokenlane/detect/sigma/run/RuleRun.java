package org.tokenlane.detect.sigma.run;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.sigma.rule.SigmaRule;
import org.tokenlane.model.text.Text;

/** The result of a rule, as correlation rules need it. */
final class RuleRun {

    private final SigmaRule rule;
    private final BitSet found;
    private final @Nullable List<SigmaHit> hits;
    private final List<SearchRun> searches;
    private final List<RuleRun> referred;
    private final @Nullable Text notEvaluated;
    private final List<Text> remarks;

    private RuleRun(SigmaRule rule, BitSet found, @Nullable List<SigmaHit> hits, List<SearchRun> searches,
            List<RuleRun> referred, @Nullable Text notEvaluated, List<Text> remarks) {
        this.rule = rule;
        this.found = found;
        this.hits = hits;
        this.searches = searches;
        this.referred = referred;
        this.notEvaluated = notEvaluated;
        this.remarks = List.copyOf(remarks);
    }

    static RuleRun notEvaluated(SigmaRule rule, Text why) {
        return new RuleRun(rule, new BitSet(), List.of(), List.of(), List.of(), why, rule.remarks());
    }

    /**
     * @param hits
     *            null where each event found is a hit
     */
    static RuleRun searched(SigmaRule rule, BitSet found, @Nullable List<SigmaHit> hits,
            List<SearchRun> searches, List<Text> remarks) {
        return new RuleRun(rule, found, hits, searches, List.of(), null, remarks);
    }

    static RuleRun correlated(SigmaRule rule, List<SigmaHit> hits, List<RuleRun> referred,
            List<Text> remarks) {
        BitSet found = new BitSet();
        hits.forEach(hit -> hit.events().forEach(found::set));
        return new RuleRun(rule, found, hits, List.of(), referred, null, remarks);
    }

    SigmaRule rule() {
        return rule;
    }

    BitSet found() {
        return found;
    }

    /** Which events were found together; null where each is a hit by itself. */
    @Nullable
    List<SigmaHit> hits() {
        return hits;
    }

    /** Why it was not evaluated, or null. */
    @Nullable
    Text notEvaluated() {
        return notEvaluated;
    }

    /** A field's values of an event that the rule found, by the mapping of the log in which it was found. */
    List<String> values(int event, String field) {
        for (SearchRun search : searches) {
            if (search.found().get(event)) {
                return search.view().of(event).values(field);
            }
        }
        return referred.stream().filter(run -> run.found().get(event)).findFirst().map(run -> run.values(event, field))
                .orElse(List.of());
    }

    /**
     * @param partOf
     *            the title of the correlation that the rule was written for, or null
     */
    SigmaOutcome outcome(@Nullable String partOf) {
        return new SigmaOutcome(rule, found.stream().toArray(), hits == null ? List.of() : hits, notEvaluated, remarks,
                partOf);
    }
}

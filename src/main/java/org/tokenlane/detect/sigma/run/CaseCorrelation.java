package org.tokenlane.detect.sigma.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.sigma.rule.Correlated;
import org.tokenlane.detect.sigma.rule.SigmaException;
import org.tokenlane.detect.sigma.rule.SigmaRule;
import org.tokenlane.job.Progress;
import org.tokenlane.query.CaseEvents;

/** Runs correlation rules on what the rules that they refer to found. */
final class CaseCorrelation {

    private final CaseEvents events;
    private final EventDetails details;
    private final Progress progress;
    private final Function<SigmaRule, RuleRun> runs;

    /** @param runs gives what came of a rule, running it where that was not done yet */
    CaseCorrelation(CaseEvents events, EventDetails details, Progress progress, Function<SigmaRule, RuleRun> runs) {
        this.events = events;
        this.details = details;
        this.progress = progress;
        this.runs = runs;
    }

    /** @param referred the rules that it refers to, in the order in which it names them */
    RuleRun run(SigmaRule rule, List<SigmaRule> referred) {
        List<RuleRun> found = referred.stream().map(runs).toList();
        for (RuleRun run : found) {
            if (run.notEvaluated() != null) {
                return RuleRun.notEvaluated(rule, "It needs the rule “" + run.rule().about().title()
                        + "”, which was not evaluated: " + run.notEvaluated());
            }
        }
        Correlated asked = rule.correlation();
        Grouping grouping = new Grouping(events, asked, (rank, event, field) -> found.get(rank).values(event,
                field(asked, rank, found.get(rank).rule(), field)));
        for (int rank = 0; rank < found.size(); rank++) {
            for (List<Integer> together : hits(found.get(rank))) {
                SearchRun.stopIfCancelled(progress);
                grouping.add(rank, together);
            }
        }
        if (grouping.isWithoutGroups()) {
            return RuleRun.notEvaluated(rule,
                    "What its rules found cannot be put together: " + String.join(" ", grouping.remarks()));
        }
        return RuleRun.correlated(rule, grouping.hits(), found, grouping.remarks());
    }

    private List<List<Integer>> hits(RuleRun run) {
        List<List<Integer>> hits = new ArrayList<>();
        if (run.hits() == null) {
            for (int event : details.inOrderOfEvidence(run.found().stream().toArray())) {
                hits.add(List.of(event));
            }
        } else {
            run.hits().forEach(hit -> hits.add(hit.events()));
        }
        return hits;
    }

    private static String field(Correlated asked, int rank, SigmaRule rule, String name) {
        Map<String, String> byRule = asked.aliases().get(name);
        if (byRule == null) {
            return name;
        }
        String field = byRule.get(asked.rules().get(rank));
        field = field == null && rule.about().name() != null ? byRule.get(rule.about().name()) : field;
        field = field == null && rule.about().id() != null ? byRule.get(rule.about().id()) : field;
        if (field == null) {
            throw new SigmaException(
                    "The alias “" + name + "” names no field for the rule “" + rule.about().title() + "”.");
        }
        return field;
    }
}

package org.tokenlane.detect.sigma.run;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.sigma.rule.Correlated;
import org.tokenlane.detect.sigma.rule.SigmaException;
import org.tokenlane.detect.sigma.rule.SigmaRule;
import org.tokenlane.job.Progress;
import org.tokenlane.model.text.Text;
import org.tokenlane.query.CaseEvents;

/** Runs correlation rules on what the rules that they refer to found. */
final class CaseCorrelation {

    private final CaseEvents events;
    private final EventDetails details;
    private final Progress progress;
    private final Function<SigmaRule, RuleRun> runs;

    /** @param runs gives the result of a rule, running it where that was not done yet */
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
                return RuleRun.notEvaluated(rule, SigmaRunText.REFERRED_NOT_EVALUATED
                        .with(run.rule().about().title(), run.notEvaluated()));
            }
        }
        Correlated asked = Objects.requireNonNull(rule.correlation());
        Grouping grouping = new Grouping(events, asked, (rank, event, field) -> found.get(rank).values(event,
                field(asked, rank, found.get(rank).rule(), field)));
        for (int rank = 0; rank < found.size(); rank++) {
            for (List<Integer> together : hits(found.get(rank))) {
                progress.stopIfCancelled();
                grouping.add(rank, together);
            }
        }
        if (grouping.isWithoutGroups()) {
            return RuleRun.notEvaluated(rule, SigmaRunText.NOTHING_TO_CORRELATE
                    .with(grouping.remarks().stream().map(Text::toString).collect(Collectors.joining(" "))));
        }
        return RuleRun.correlated(rule, grouping.hits(), found, grouping.remarks());
    }

    private List<List<Integer>> hits(RuleRun run) {
        List<List<Integer>> hits = new ArrayList<>();
        List<SigmaHit> together = run.hits();
        if (together == null) {
            for (int event : details.inOrderOfEvidence(run.found().stream().toArray())) {
                hits.add(List.of(event));
            }
        } else {
            together.forEach(hit -> hits.add(hit.events()));
        }
        return hits;
    }

    private static String field(Correlated asked, int rank, SigmaRule rule, String name) {
        Map<String, String> byRule = asked.aliases().get(name);
        if (byRule == null) {
            return name;
        }
        String field = byRule.get(asked.rules().get(rank));
        for (String called : Arrays.asList(rule.about().name(), rule.about().id())) {
            field = field == null && called != null ? byRule.get(called) : field;
        }
        if (field == null) {
            throw new SigmaException(SigmaRunText.ALIAS_WITHOUT_FIELD.with(name, rule.about().title()));
        }
        return field;
    }
}

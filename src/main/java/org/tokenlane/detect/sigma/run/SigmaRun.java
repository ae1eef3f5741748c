package org.tokenlane.detect.sigma.run;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CancellationException;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.sigma.rule.SigmaException;
import org.tokenlane.detect.sigma.rule.SigmaRule;
import org.tokenlane.job.Progress;
import org.tokenlane.query.CaseEvents;

/** All rules on one case, each once. What goes wrong with one does not keep the others from being run. */
final class SigmaRun {

    private static final Logger LOG = System.getLogger(SigmaRun.class.getName());

    private final List<SigmaRule> rules;
    private final Progress progress;
    private final CaseSearch search;
    private final CaseCorrelation correlation;
    private final Map<SigmaRule, RuleRun> runs = new HashMap<>();
    private final Set<SigmaRule> underWay = new HashSet<>();

    SigmaRun(List<SigmaRule> rules, CaseEvents events, EventDetails details, Progress progress) {
        this.rules = rules;
        this.progress = progress;
        search = new CaseSearch(events, details, FieldMap.shipped(), progress);
        correlation = new CaseCorrelation(events, details, progress, this::run);
    }

    List<SigmaOutcome> outcomes() {
        List<SigmaOutcome> outcomes = new ArrayList<>();
        for (SigmaRule rule : rules) {
            outcomes.add(run(rule).outcome(partOf(rule)));
        }
        return outcomes;
    }

    private String partOf(SigmaRule rule) {
        return rules.stream().filter(other -> other.isCorrelation() && !other.correlation().generate())
                .filter(other -> other.correlation().rules().stream().anyMatch(rule::isCalled)).findFirst()
                .map(other -> other.about().title()).orElse(null);
    }

    private RuleRun run(SigmaRule rule) {
        RuleRun known = runs.get(rule);
        if (known != null) {
            return known;
        }
        if (!underWay.add(rule)) {
            return RuleRun.notEvaluated(rule, "It refers to itself by way of other rules.");
        }
        RuleRun run = runNow(rule);
        underWay.remove(rule);
        runs.put(rule, run);
        return run;
    }

    private RuleRun runNow(SigmaRule rule) {
        if (rule.problem() != null) {
            return RuleRun.notEvaluated(rule, rule.problem());
        }
        if (progress.isCancelled()) {
            return RuleRun.notEvaluated(rule, "The search was cancelled before.");
        }
        progress.begin(rule.about().title(), -1);
        try {
            return rule.isCorrelation() ? correlation.run(rule, referred(rule)) : search.run(rule);
        } catch (SigmaException e) {
            return RuleRun.notEvaluated(rule, e.getMessage());
        } catch (CancellationException e) {
            return RuleRun.notEvaluated(rule, "The search was cancelled.");
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Sigma rule " + rule + " failed", e);
            return RuleRun.notEvaluated(rule,
                    "It failed on this case (" + e.getClass().getSimpleName() + "); details are in the log.");
        } finally {
            progress.end();
        }
    }

    private List<SigmaRule> referred(SigmaRule rule) {
        List<SigmaRule> referred = new ArrayList<>();
        for (String reference : rule.correlation().rules()) {
            List<SigmaRule> called = rules.stream().filter(other -> other.isCalled(reference)).toList();
            if (called.size() != 1) {
                throw new SigmaException(rule.place(), (called.isEmpty() ? "No rule" : "More than one rule")
                        + " that was read is called “" + reference + "”");
            }
            referred.add(called.getFirst());
        }
        return referred;
    }
}

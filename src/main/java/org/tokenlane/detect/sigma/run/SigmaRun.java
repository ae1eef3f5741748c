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
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.sigma.rule.Correlated;
import org.tokenlane.detect.sigma.rule.SigmaException;
import org.tokenlane.detect.sigma.rule.SigmaRule;
import org.tokenlane.job.Progress;
import org.tokenlane.model.text.Text;
import org.tokenlane.query.CaseEvents;

/** All rules on one case, each once. A rule that fails does not keep the others from being run. */
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

    private @Nullable String partOf(SigmaRule rule) {
        for (SigmaRule other : rules) {
            Correlated correlated = other.correlation();
            if (correlated != null && !correlated.generate() && correlated.rules().stream().anyMatch(rule::isCalled)) {
                return other.about().title();
            }
        }
        return null;
    }

    private RuleRun run(SigmaRule rule) {
        RuleRun known = runs.get(rule);
        if (known != null) {
            return known;
        }
        if (!underWay.add(rule)) {
            return RuleRun.notEvaluated(rule, SigmaRunText.REFERS_TO_ITSELF.with());
        }
        RuleRun run = runNow(rule);
        underWay.remove(rule);
        runs.put(rule, run);
        return run;
    }

    private RuleRun runNow(SigmaRule rule) {
        Text problem = rule.problem();
        if (problem != null) {
            return RuleRun.notEvaluated(rule, problem);
        }
        if (rule.filter() != null) {
            return RuleRun.notEvaluated(rule,
                    SigmaRunText.IS_FILTER.with(rule.filtered().size(), String.join(", ", rule.filtered())));
        }
        progress.stopIfCancelled();
        progress.begin(rule.about().title(), -1);
        try {
            Correlated correlated = rule.correlation();
            return correlated == null ? search.run(rule) : correlation.run(rule, referred(rule, correlated));
        } catch (SigmaException e) {
            return RuleRun.notEvaluated(rule, e.shown());
        } catch (CancellationException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.log(Level.ERROR, "Sigma rule " + rule + " failed", e);
            return RuleRun.notEvaluated(rule, SigmaRunText.FAILED.with(e.getClass().getSimpleName()));
        } finally {
            progress.end();
        }
    }

    private List<SigmaRule> referred(SigmaRule rule, Correlated correlated) {
        List<SigmaRule> referred = new ArrayList<>();
        for (String reference : correlated.rules()) {
            List<SigmaRule> called = rules.stream().filter(other -> other.isCalled(reference)).toList();
            if (called.size() != 1) {
                throw new SigmaException(rule.place(), (called.isEmpty() ? SigmaRunText.REFERENCE_UNKNOWN
                        : SigmaRunText.REFERENCE_AMBIGUOUS).with(reference));
            }
            referred.add(called.getFirst());
        }
        return referred;
    }
}

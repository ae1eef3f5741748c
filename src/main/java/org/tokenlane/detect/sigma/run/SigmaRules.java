package org.tokenlane.detect.sigma.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.sigma.rule.SigmaFilter;
import org.tokenlane.detect.sigma.rule.SigmaReader;
import org.tokenlane.detect.sigma.rule.SigmaRule;
import org.tokenlane.job.Progress;
import org.tokenlane.query.CaseEvents;

/** Sigma rules that were read, ready to be run on cases. Never changes; safe for several threads. */
public final class SigmaRules {

    private final List<SigmaRule> rules;

    private SigmaRules(List<SigmaRule> rules) {
        this.rules = List.copyOf(rules);
    }

    /** Reads rules from the texts of files, by name. */
    public static SigmaRules of(Map<String, String> files) {
        return of(files, Map.of());
    }

    /**
     * Reads rules from the texts of files.
     *
     * @param files
     *            the files' texts by name
     * @param placeholders
     *            the values of placeholders by name
     */
    public static SigmaRules of(Map<String, String> files, Map<String, List<String>> placeholders) {
        List<SigmaRule> rules = new ArrayList<>();
        files.forEach((name, text) -> rules.addAll(SigmaReader.read(name, text, placeholders)));
        return new SigmaRules(rules);
    }

    /**
     * These rules, the filters among them added to the rules that they name.
     *
     * @param isOn
     *            tells whether a filter is to be added
     */
    public SigmaRules filtered(Predicate<SigmaRule> isOn) {
        return new SigmaRules(SigmaFilter.added(rules, isOn));
    }

    /** The rules in the order of their files, those with a problem too. */
    public List<SigmaRule> rules() {
        return rules;
    }

    /**
     * Runs the rules on a case. Reads from the case file; takes as long as there are records to open, so run it in the
     * background.
     *
     * @param progress
     *            hears of each rule, and of each record opened for it
     * @return the result of each rule, in their order
     * @throws java.util.concurrent.CancellationException
     *             where it was cancelled
     */
    public List<SigmaOutcome> run(CaseEvents events, EventDetails details, Progress progress) {
        return new SigmaRun(rules, events, details, progress).outcomes();
    }
}

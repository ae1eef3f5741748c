package org.tokenlane.detect;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.facts.AddressLookup;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.facts.RiskySessions;
import org.tokenlane.detect.library.Library;
import org.tokenlane.detect.library.SeenBefore;
import org.tokenlane.detect.rule.Check;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.Need;
import org.tokenlane.detect.rule.RuleException;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.job.Progress;
import org.tokenlane.model.detail.RecordOpener;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Risk;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.state.CaseState;
import org.tokenlane.model.text.Language;
import org.tokenlane.store.CaseFile;

/** All rules on a case, once: what each found, and what could not be evaluated. */
public final class Detection {

    private static final Logger LOG = System.getLogger(Detection.class.getName());

    private final List<RuleOutcome> outcomes;
    private final Map<String, Risk> risks = new HashMap<>();
    private final Map<String, Risk> risksOfUsers = new HashMap<>();
    private final Risk riskOfCase;
    /** Whether each rule came to its end, or said why it could not be evaluated. */
    private final boolean isWhole;

    private Detection(List<RuleOutcome> outcomes, boolean isWhole) {
        this.isWhole = isWhole;
        this.outcomes = List.copyOf(outcomes);
        Map<String, List<Finding>> bySession = new HashMap<>();
        Map<String, List<Finding>> byUser = new HashMap<>();
        for (Finding finding : findings()) {
            if (finding.sessionId() != null) {
                bySession.computeIfAbsent(finding.sessionId(), key -> new ArrayList<>()).add(finding);
            }
            if (finding.upn() != null) {
                byUser.computeIfAbsent(finding.upn(), key -> new ArrayList<>()).add(finding);
            }
        }
        bySession.forEach((session, findings) -> risks.put(session, Risk.of(findings)));
        byUser.forEach((user, findings) -> risksOfUsers.put(user, Risk.of(findings)));
        riskOfCase = Risk.of(findings());
    }

    /**
     * Runs the case's rules, as the analyst tuned them, and the Sigma rules that were loaded, on what is in the case.
     */
    public static Detection of(CaseFile caseFile, Correlation correlation, RecordOpener opener, AddressLookup lookup,
            Progress progress) {
        return of(caseFile, correlation, opener, lookup, Library.EMPTY, progress);
    }

    /**
     * The same, and recognizes what is in the analyst's library. Where nothing that the rules read has changed since
     * they last ran, the outcome is the one that the case keeps; otherwise they run, and the case keeps what they find
     * (see {@link KeptRun}).
     */
    public static Detection of(CaseFile caseFile, Correlation correlation, RecordOpener opener, AddressLookup lookup,
            Library library, Progress progress) {
        KeptRun run = KeptRun.of(caseFile, correlation, opener, lookup, library);
        List<RuleOutcome> kept = run.outcomes();
        if (kept != null) {
            return new Detection(kept, true);
        }
        Detection found = anew(caseFile, correlation, opener, lookup, library, progress);
        if (found.isWhole) {
            run.keep(found.outcomes);
        }
        return found;
    }

    /** Runs the rules, whatever the case keeps. */
    static Detection anew(CaseFile caseFile, Correlation correlation, RecordOpener opener, AddressLookup lookup,
            Library library, Progress progress) {
        CaseFacts facts = facts(caseFile, correlation, opener, lookup);
        Detection own = of(facts, CaseRules.of(caseFile), progress);
        List<RuleOutcome> outcomes = new ArrayList<>(own.outcomes);
        CaseSigma.Run sigma = CaseSigma.of(caseFile).run(facts, progress);
        outcomes.addAll(sigma.outcomes());
        if (!library.entries().isEmpty()) {
            outcomes.add(SeenBefore.run(facts, library, caseFile.path().getFileName().toString()));
        }
        return new Detection(outcomes, own.isWhole && sigma.isWhole());
    }

    /** What rules, and all that judges like them, ask of a case. */
    public static CaseFacts facts(CaseFile caseFile, Correlation correlation, RecordOpener opener,
            AddressLookup lookup) {
        return new CaseFacts(correlation, new EventDetails(correlation.events(), caseFile.rawRecords(), opener), lookup,
                CaseRules.allowList(caseFile), CaseState.of(caseFile.state()));
    }

    /**
     * Runs the rules, first those that need no other rule, then those that ask what the first found. Rules of
     * the same turn do not depend on one another, so several run at once.
     *
     * @throws java.util.concurrent.CancellationException
     *             where it is no longer wanted, which is asked between rules
     */
    public static Detection of(CaseFacts facts, List<RuleFile> rules, Progress progress) {
        List<RuleFile> first = rules.stream().filter(rule -> !follows(rule) || leads(rule)).toList();
        List<RuleFile> then = rules.stream().filter(Detection::follows).toList();
        progress.beginPieces(DetectText.RUNNING_RULES.text(), first.size() + then.size());
        Map<String, RuleOutcome> outcomes = new HashMap<>();
        Set<Need> held = Logs.in(facts);
        AtomicBoolean broke = new AtomicBoolean();
        List<RuleOutcome> found = run(facts, first, held, progress, broke);
        found.forEach(outcome -> outcomes.put(outcome.rule(), outcome));
        CaseFacts known = facts.with(
                RiskySessions.of(facts, found.stream().flatMap(outcome -> outcome.findings().stream()).toList()));
        run(known, then, held, progress, broke).forEach(outcome -> outcomes.put(outcome.rule(), outcome));
        progress.end();
        return new Detection(rules.stream().map(rule -> Objects.requireNonNull(outcomes.get(rule.id()))).toList(),
                !broke.get());
    }

    private static List<RuleOutcome> run(CaseFacts facts, List<RuleFile> rules, Set<Need> held, Progress progress,
            AtomicBoolean broke) {
        Language language = Language.current();
        return rules.parallelStream().map(rule -> {
            RuleOutcome outcome = language.during(() -> run(facts, rule, held, progress, broke));
            progress.advance(1, 0);
            return outcome;
        }).toList();
    }

    private static boolean leads(RuleFile rule) {
        Check check = Checks.named(rule.check());
        return check != null && check.leadsOthers(rule);
    }

    private static boolean follows(RuleFile rule) {
        Check check = Checks.named(rule.check());
        return check != null && check.followsOthers(rule);
    }

    private static RuleOutcome run(CaseFacts facts, RuleFile rule, Set<Need> held, Progress progress,
            AtomicBoolean broke) {
        progress.stopIfCancelled();
        Set<Need> missing = EnumSet.noneOf(Need.class);
        rule.needs().stream().filter(need -> !held.contains(need)).forEach(missing::add);
        String why = null;
        List<Finding> findings = List.of();
        Check check = Checks.named(rule.check());
        if (!rule.enabled()) {
            why = DetectText.SWITCHED_OFF.text();
        } else if (!missing.isEmpty()) {
            why = DetectText.MISSING_LOGS
                    .text(missing.stream().map(need -> need.text()).collect(Collectors.joining("; ")));
        } else if (check == null) {
            why = DetectText.UNKNOWN_CHECK.text(rule.check());
        } else {
            FindingSink found = new FindingSink(facts, rule);
            try {
                check.validate(rule);
                check.find(facts, rule, found);
                findings = found.findings();
            } catch (RuleException e) {
                why = e.getMessage();
            } catch (RuntimeException e) {
                LOG.log(Level.ERROR, "rule " + rule.id() + " failed", e);
                broke.set(true);
                why = DetectText.FAILED.text(e.getClass().getSimpleName());
            }
        }
        return new RuleOutcome(rule.id(), rule.title(), rule.severity(), findings, why);
    }

    /** Whether each rule came to its end, or said why it could not be evaluated. */
    boolean isWhole() {
        return isWhole;
    }

    /** What became of each rule, in the order of the rules. */
    public List<RuleOutcome> outcomes() {
        return outcomes;
    }

    /** All findings, the heaviest first, those of one severity in the order of the rules. */
    public List<Finding> findings() {
        return outcomes.stream().flatMap(outcome -> outcome.findings().stream())
                .sorted(Comparator.comparing(Finding::severity).reversed()).toList();
    }

    /** The risk of a session. */
    public Risk risk(String session) {
        return risks.getOrDefault(session, Risk.NONE);
    }

    /** The sessions with a finding of a severity and none of a higher one. */
    public Set<String> sessionsOf(Severity severity) {
        return risks.entrySet().stream().filter(each -> each.getValue().severity() == severity).map(Map.Entry::getKey)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** The risk of a user: the findings on all sessions of the user, and those without a session. */
    public Risk riskOfUser(String upn) {
        return risksOfUsers.getOrDefault(upn, Risk.NONE);
    }

    /** The users who have findings of some weight, the highest risk first. */
    public List<String> usersAtRisk() {
        return risksOfUsers.entrySet().stream().filter(entry -> entry.getValue().points() > 0)
                .sorted(Comparator.<Map.Entry<String, Risk>> comparingInt(entry -> -entry.getValue().points())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey).toList();
    }

    /** The risk of the whole case: all findings, of each rule the most severe. */
    public Risk riskOfCase() {
        return riskOfCase;
    }
}

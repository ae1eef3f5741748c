package org.tokenlane.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.facts.CaseFacts;
import org.tokenlane.detect.facts.Words;
import org.tokenlane.detect.rule.FindingSink;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.rule.RuleSettings;
import org.tokenlane.detect.sigma.rule.SigmaRule;
import org.tokenlane.detect.sigma.run.SigmaHit;
import org.tokenlane.detect.sigma.run.SigmaOutcome;
import org.tokenlane.detect.sigma.run.SigmaRules;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.model.finding.SigmaFile;
import org.tokenlane.model.text.Text;
import org.tokenlane.store.CaseFile;

/**
 * The Sigma rules that the analyst loaded into a case, as rules among the others: their hits are findings with
 * evidence,
 * and what they cannot answer is reported.
 */
public final class CaseSigma {

    /** The beginning of the ids of Sigma rules. */
    public static final String PREFIX = "sigma:";
    private static final int MOST_NAMED = 4;
    private static final int MOST_LETTERS = 160;

    private final SigmaRules rules;
    private final Map<SigmaRule, RuleFile> files = new LinkedHashMap<>();

    private CaseSigma(SigmaRules rules, Map<String, Map<String, String>> settings) {
        Set<String> ids = new java.util.HashSet<>();
        List<RuleFile> read = new ArrayList<>();
        for (SigmaRule rule : rules.rules()) {
            String id = PREFIX + Objects.requireNonNullElse(rule.about().id(),
                    Objects.requireNonNullElse(rule.about().name(), rule.place().toString()));
            // two files may contain the same rule
            String unique = ids.add(id) ? id : PREFIX + rule.place();
            ids.add(unique);
            String chosen = settings.getOrDefault(unique, Map.of()).get(CaseRules.ENABLED);
            // what a filter hides, an analyst has to have chosen to hide
            read.add(file(rule, unique, rule.filter() == null ? !"false".equals(chosen) : "true".equals(chosen)));
        }
        this.rules = rules.filtered(filter -> read.get(rules.rules().indexOf(filter)).enabled());
        for (int i = 0; i < read.size(); i++) {
            files.put(this.rules.rules().get(i), read.get(i));
        }
    }

    /** The case's Sigma rules, turned on or off as the analyst chose. */
    public static CaseSigma of(CaseFile caseFile) {
        Map<String, String> texts = new LinkedHashMap<>();
        Map<String, List<String>> placeholders = new HashMap<>();
        for (SigmaFile file : caseFile.settings().sigmaFiles()) {
            if (file.placeholder() == null) {
                texts.put(file.name(), file.text());
            } else {
                placeholders.put(file.placeholder(),
                        file.text().lines().map(String::strip).filter(line -> !line.isEmpty()).toList());
            }
        }
        return new CaseSigma(SigmaRules.of(texts, placeholders), caseFile.settings().ruleSettings());
    }

    private static RuleFile file(SigmaRule rule, String id, boolean enabled) {
        List<String> sources = new ArrayList<>(List.of(DetectText.SIGMA_SOURCE.text(rule.place().toString())));
        if (rule.about().author() != null) {
            sources.add(DetectText.SIGMA_AUTHOR.text(rule.about().author()));
        }
        sources.addAll(rule.about().references());
        String description = rule.about().description() == null ? "" : rule.about().description().strip();
        return new RuleFile(id, rule.about().title(), rule.about().severity(), rule.about().techniques(), "sigma",
                List.of(), description,
                rule.about().falsePositives().isEmpty() ? DetectText.SIGMA_NO_FALSE_POSITIVES.text()
                        : String.join("; ", rule.about().falsePositives()),
                DetectText.SIGMA_NEXT.text(),
                sources, RuleSettings.none(id),
                enabled);
    }

    /** The rules as all rules are listed. */
    public List<RuleFile> ruleFiles() {
        return List.copyOf(files.values());
    }

    /** The name of the file that a rule is from, or null where there is no such rule. */
    public @Nullable String fileOf(String id) {
        SigmaRule rule = rule(id);
        return rule == null ? null : rule.place().file();
    }

    /** Why a rule cannot be run on any case, as a sentence with the place; null where it can. */
    public @Nullable String problem(String id) {
        SigmaRule rule = rule(id);
        Text problem = rule == null ? null : rule.problem();
        return problem == null ? null : problem.toString();
    }

    private @Nullable SigmaRule rule(String id) {
        for (Map.Entry<SigmaRule, RuleFile> entry : files.entrySet()) {
            if (entry.getValue().id().equals(id)) {
                return entry.getKey();
            }
        }
        return null;
    }

    /**
     * What became of the rules.
     *
     * @param isWhole
     *            whether none broke off because of a fault in the program
     */
    record Run(List<RuleOutcome> outcomes, boolean isWhole) {
    }

    /** Runs the rules that are turned on. */
    Run run(CaseFacts facts, Progress progress) {
        if (files.isEmpty()) {
            return new Run(List.of(), true);
        }
        List<RuleOutcome> outcomes = new ArrayList<>();
        boolean isWhole = true;
        for (SigmaOutcome outcome : rules.run(facts.events(), facts.details(), progress)) {
            RuleFile file = Objects.requireNonNull(files.get(outcome.rule()), "a rule that was not loaded"); // not for people
            Text notEvaluated = outcome.notEvaluated();
            String why = !file.enabled() ? DetectText.SWITCHED_OFF.text()
                    : notEvaluated != null ? notEvaluated.toString()
                            : outcome.partOf() != null ? DetectText.SIGMA_PART_OF.text(outcome.partOf()) : null;
            outcomes.add(new RuleOutcome(file.id(), file.title(), file.severity(),
                    why == null ? findings(facts, file, outcome) : List.of(), why));
            isWhole &= !outcome.brokeOff();
        }
        return new Run(outcomes, isWhole);
    }

    /**
     * Events that belong together by the rule are one finding. Single events are one finding for each session, or for
     * each user where they are in no session.
     */
    private static List<Finding> findings(CaseFacts facts, RuleFile file, SigmaOutcome outcome) {
        FindingSink found = new FindingSink(facts, file);
        List<String> against = new ArrayList<>(outcome.remarks().stream().map(Text::toString).toList());
        if (!outcome.rule().about().falsePositives().isEmpty()) {
            against.add(DetectText.SIGMA_FALSE_POSITIVES.text(file.noise()));
        }
        if (!outcome.hits().isEmpty()) {
            for (SigmaHit hit : outcome.hits()) {
                found.add(hit.events(), hit.why() == null ? said(facts, file, hit.events())
                        : said(facts, file, hit.events()) + " " + hit.why(), against);
            }
            return found.findings();
        }
        Map<String, List<Integer>> together = new TreeMap<>();
        for (int event : outcome.events()) {
            String session = facts.sessionOf(event);
            String user = facts.text(EventField.UPN, event);
            together.computeIfAbsent(session != null ? "s" + session : user != null ? "u" + user : "",
                    key -> new ArrayList<>()).add(event);
        }
        together.values().stream().sorted(java.util.Comparator.comparing(List::getFirst))
                .forEach(events -> found.add(events, said(facts, file, events), against));
        return found.findings();
    }

    private static String said(CaseFacts facts, RuleFile file, List<Integer> events) {
        long first = facts.events().time(events.getFirst());
        long last = facts.events().time(events.getLast());
        List<String> sentences = new ArrayList<>();
        if (first == AuditEvent.NO_TIME) {
            sentences.add(DetectText.SIGMA_MATCH.text(events.size(), file.title()));
        } else if (first == last || last == AuditEvent.NO_TIME) {
            sentences.add(DetectText.SIGMA_MATCH_AT.text(events.size(), file.title(), Words.time(first)));
        } else {
            sentences.add(DetectText.SIGMA_MATCH_BETWEEN.text(events.size(), file.title(), Words.time(first),
                    Words.time(last)));
        }
        addNamed(sentences, DetectText.OPERATIONS, named(facts, events, EventField.OPERATION));
        addNamed(sentences, DetectText.ADDRESSES, named(facts, events, EventField.IP));
        addNamed(sentences, DetectText.TARGETS, named(facts, events, EventField.TARGET));
        return String.join(" ", sentences);
    }

    private static void addNamed(List<String> sentences, DetectText label, String values) {
        if (!values.isEmpty()) {
            sentences.add(label.text(values));
        }
    }

    private static String named(CaseFacts facts, List<Integer> events, EventField field) {
        List<String> values = events.stream().limit(500).map(event -> facts.text(field, event)).filter(Objects::nonNull)
                .distinct().toList();
        String first = values.stream().limit(MOST_NAMED)
                .map(value -> value.length() > MOST_LETTERS ? value.substring(0, MOST_LETTERS - 1) + "…" : value)
                .collect(Collectors.joining(", "));
        return values.size() > MOST_NAMED ? DetectText.AND_MORE.text(first, values.size() - MOST_NAMED) : first;
    }
}

package org.tokenlane.ui.findings;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.CaseRules;
import org.tokenlane.detect.CaseSigma;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.sigma.rule.SigmaFiles;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.finding.SigmaFile;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.text.Text;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.kit.Reasons;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Rules;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/** The findings that are based on selected events, and the rules with the result of each. */
final class FindingsViewModel {

    private static final String VALUES_SUFFIX = ".txt";
    /** A rule with its result; the outcome is null while the rules run. */
    record RuleLine(RuleFile rule, @Nullable RuleOutcome outcome) {

        String state() {
            if (!rule.enabled()) {
                return FindingsText.STATE_OFF.text();
            }
            if (outcome == null) {
                return FindingsText.STATE_RUNNING.text();
            }
            String why = outcome.notEvaluated();
            if (why != null) {
                return FindingsText.STATE_NOT_EVALUATED.text(why);
            }
            return outcome.findings().isEmpty() ? FindingsText.STATE_NOTHING.text()
                    : Count.FINDINGS.of(outcome.findings().size());
        }
    }

    /** The case's rules as the analyst set them, and what no rule treats as an attacker's. */
    private record CaseRuleList(List<RuleFile> rules, Map<String, String> allowed) {

        static CaseRuleList of(CaseFile file) {
            return new CaseRuleList(CaseRules.withSigma(file),
                    file.settings().ruleSettings().getOrDefault(CaseRules.ALL, Map.of()));
        }
    }

    private final Selection selection;
    private final Navigation navigation;
    private final Rules rules;
    private final Messages messages;
    private final Runner background;
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ObservableList<RuleLine> ruleLines = FXCollections.observableArrayList();
    private final ObjectProperty<Severity> least = new SimpleObjectProperty<>(Severity.LOW);
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Finding> wanted = new ReadOnlyObjectWrapper<>();
    private Map<String, String> allowed = Map.of();
    private Task<?> task = Task.NONE;

    FindingsViewModel(Selection selection, Navigation navigation, Rules rules, Marking marking, Messages messages,
            Runner background) {
        this.selection = selection;
        this.navigation = navigation;
        this.rules = rules;
        this.messages = messages;
        this.background = background;
        rules.detection().addListener((property, before, now) -> {
            find();
            readRules();
        });
        selection.openCase().addListener((property, before, now) -> readRules());
        rules.running().addListener((property, before, now) -> find());
        marking.settingsTurned().addListener((property, before, now) -> {
            readRules();
            rules.detect();
        });
        selection.matching().addListener((property, before, now) -> find());
        least.addListener((property, before, now) -> find());
        navigation.finding().addListener((property, before, now) -> want(now));
        find();
        readRules();
    }

    /** Lists a finding that was asked for, also one of a severity that is not listed. */
    private void want(@Nullable Finding asked) {
        wanted.set(null);
        if (asked != null && asked.severity().compareTo(least.get()) < 0) {
            least.set(asked.severity());
        }
        offer();
    }

    /** Hands out the finding that was asked for as soon as it is listed; another filter may still be applied. */
    private void offer() {
        Finding asked = navigation.finding().get();
        if (asked != null && findings.contains(asked)) {
            wanted.set(asked);
        }
    }

    /** The finding that was asked for elsewhere, once it is listed. */
    ReadOnlyObjectProperty<Finding> wanted() {
        return wanted.getReadOnlyProperty();
    }

    ObservableList<Finding> findings() {
        return findings;
    }

    ObservableList<RuleLine> rules() {
        return ruleLines;
    }

    /** The least severity that is listed. */
    ObjectProperty<Severity> least() {
        return least;
    }

    /** What the list contains, in words. */
    ReadOnlyStringProperty facts() {
        return facts.getReadOnlyProperty();
    }

    private void find() {
        Detection detection = rules.detection().get();
        if (detection == null) {
            findings.clear();
            facts.set(selection.openCase().get() == null ? ""
                    : (rules.running().get() ? FindingsText.RUNNING : FindingsText.STOPPED).text());
            return;
        }
        BitSet chosen = selection.matching().get().set();
        List<Finding> heavy = detection.findings().stream()
                .filter(finding -> finding.severity().compareTo(least.get()) >= 0).toList();
        List<Finding> fitting = heavy.stream()
                .filter(finding -> finding.events().isEmpty() || finding.events().stream().anyMatch(chosen::get))
                .toList();
        findings.setAll(fitting);
        offer();
        long open = detection.outcomes().stream().filter(outcome -> !outcome.isEvaluated()).count();
        int lesser = detection.findings().size() - heavy.size();
        String evaluated = Count.RULES.of(detection.outcomes().size() - open);
        facts.set(fitting.size() == heavy.size()
                ? FindingsText.LISTED.text(Count.FINDINGS.of(fitting.size()), lesser, evaluated, open)
                : FindingsText.LISTED_OF.text(fitting.size(), Count.FINDINGS.of(heavy.size()), lesser, evaluated,
                        open));
    }

    private void readRules() {
        OpenCase open = selection.openCase().get();
        if (open == null) {
            task.cancel();
            allowed = Map.of();
            ruleLines.clear();
            return;
        }
        Map<String, RuleOutcome> outcomes = new HashMap<>();
        if (rules.detection().get() != null) {
            rules.detection().get().outcomes().forEach(outcome -> outcomes.put(outcome.rule(), outcome));
        }
        task = background.latest("rule-list", WorkLane.SHORT, progress -> CaseRuleList.of(open.file())).onDone(read -> {
            allowed = read.allowed();
            ruleLines.setAll(read.rules().stream().map(rule -> new RuleLine(rule, outcomes.get(rule.id()))).toList());
        }).onFailed(failure -> messages.failed(FindingsText.RULES_NOT_READ, failure)).start();
    }

    /** The rule's file, or null. */
    @Nullable
    RuleFile rule(String id) {
        return ruleLines.stream().map(RuleLine::rule).filter(rule -> rule.id().equals(id)).findFirst().orElse(null);
    }

    /**
     * Changes a setting of a rule and runs all rules again.
     *
     * @param text
     *            null restores the default of the rule
     * @param refused
     *            takes the reason if it could not be done
     */
    void tune(String rule, String name, @Nullable String text, Consumer<Text> refused) {
        OpenCase open = selection.openCase().get();
        if (open == null) {
            return;
        }
        background.task(WorkLane.CHANGE, progress -> {
            CaseRules.set(open.file(), rule, name, text == null || text.isBlank() ? null : text.strip(),
                    Analyst.name());
            return rule;
        }).onDone(tuned -> {
            readRules();
            rules.detect();
        }).onFailed(failure -> refused.accept(Reasons.of(failure))).start();
    }

    /**
     * Loads Sigma rules into the case, and from text files the values of the placeholders that they are named after, and
     * runs all rules again; a message says what could not be loaded.
     */
    void loadSigma(List<Path> paths) {
        OpenCase open = selection.openCase().get();
        if (open == null || paths.isEmpty()) {
            return;
        }
        background.task(WorkLane.LONG, progress -> {
            List<SigmaFiles.Found> found = List.of(
                    SigmaFiles.read(paths.stream().filter(path -> placeholder(path) == null).toList()),
                    SigmaFiles.placeholders(valuesByPlaceholder(paths)));
            List<SigmaFile> loadedFiles = found.stream().flatMap(each -> each.files().stream()).toList();
            List<String> refused = found.stream().flatMap(each -> each.refused().stream()).toList();
            loadedFiles.forEach(file -> open.file().settings().keepSigma(file, Analyst.name()));
            CaseSigma sigma = CaseSigma.of(open.file());
            long unsupported = sigma.ruleFiles().stream().filter(rule -> sigma.problem(rule.id()) != null).count();
            String files = Count.FILES.of(loadedFiles.size());
            Text loaded = unsupported == 0 ? FindingsText.SIGMA_LOADED.with(files)
                    : FindingsText.SIGMA_LOADED_PARTLY.with(files, Count.RULES.of(unsupported));
            return refused.isEmpty() ? loaded
                    : FindingsText.SIGMA_REFUSED.with(loaded, Texts.oneLine(refused.getFirst()));
        }).onDone(said -> {
            messages.info(said);
            readRules();
            rules.detect();
        }).onFailed(failure -> messages.failed(FindingsText.SIGMA_NOT_LOADED, failure)).start();
    }

    /** The placeholder whose values a text file holds: the one of its name; null for a file of rules. */
    private static @Nullable String placeholder(Path file) {
        String name = file.getFileName().toString();
        return name.toLowerCase(Locale.ROOT).endsWith(VALUES_SUFFIX)
                ? name.substring(0, name.length() - VALUES_SUFFIX.length())
                : null;
    }

    private static Map<String, Path> valuesByPlaceholder(List<Path> paths) {
        Map<String, Path> values = new LinkedHashMap<>();
        for (Path path : paths) {
            String placeholder = placeholder(path);
            if (placeholder != null) {
                values.put(placeholder, path);
            }
        }
        return values;
    }

    /** Removes the file of a Sigma rule, with all rules in it, from the case. */
    void removeSigma(String rule) {
        OpenCase open = selection.openCase().get();
        background
                .task(WorkLane.CHANGE,
                        progress -> {
                            String file = CaseSigma.of(open.file()).fileOf(rule);
                            return file != null && open.file().settings().removeSigma(file, Analyst.name());
                        })
                .onDone(removed -> {
                    readRules();
                    rules.detect();
                }).onFailed(failure -> messages.failed(FindingsText.SIGMA_NOT_REMOVED, failure)).start();
    }

    /** The networks or apps that no rule treats as an attacker's, separated by commas. */
    String allowed(String name) {
        return allowed.getOrDefault(name, "");
    }

    /** Shows the finding's session with the event selected; without a session, the finding's events. */
    void show(Finding finding, int event) {
        if (finding.sessionId() != null) {
            navigation.investigate(finding.sessionId(), event);
        } else {
            navigation.investigate(ViewState.of(new Filter.EventIs(finding.eventIds())), event);
        }
    }
}

package org.tokenlane.ui.findings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tokenlane.detect.CaseRules;
import org.tokenlane.detect.CaseSigma;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.rule.RuleException;
import org.tokenlane.detect.rule.RuleFile;
import org.tokenlane.detect.sigma.rule.SigmaFiles;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.RuleOutcome;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.store.CaseFileException;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Workbench;

/** The findings that stand on chosen events, and the rules with what became of each. */
final class FindingsViewModel {

    /** A rule with what became of it; the outcome is null while the rules run. */
    record RuleLine(RuleFile rule, RuleOutcome outcome) {

        String state() {
            if (!rule.enabled()) {
                return "switched off";
            }
            return outcome == null ? "…"
                    : !outcome.isEvaluated() ? "not evaluated: " + outcome.notEvaluated()
                            : outcome.findings().isEmpty() ? "nothing found"
                                    : Texts.count(outcome.findings().size(), "finding");
        }
    }

    private final Workbench workbench;
    private final ObservableList<Finding> findings = FXCollections.observableArrayList();
    private final ObservableList<RuleLine> rules = FXCollections.observableArrayList();
    private final ObjectProperty<Severity> least = new SimpleObjectProperty<>(Severity.LOW);
    private final ReadOnlyStringWrapper facts = new ReadOnlyStringWrapper("");

    FindingsViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.detection().addListener((property, before, now) -> {
            find();
            readRules();
        });
        workbench.openCase().addListener((property, before, now) -> readRules());
        workbench.matching().addListener((property, before, now) -> find());
        least.addListener((property, before, now) -> find());
        find();
        readRules();
    }

    ObservableList<Finding> findings() {
        return findings;
    }

    ObservableList<RuleLine> rules() {
        return rules;
    }

    /** The least severity that is listed. */
    ObjectProperty<Severity> least() {
        return least;
    }

    /** What the list holds, in words. */
    ReadOnlyStringProperty facts() {
        return facts.getReadOnlyProperty();
    }

    private void find() {
        Detection detection = workbench.detection().get();
        if (detection == null) {
            findings.clear();
            facts.set(workbench.openCase().get() == null ? "" : "The rules are running…");
            return;
        }
        BitSet chosen = workbench.matching().get().set();
        List<Finding> heavy = detection.findings().stream()
                .filter(finding -> finding.severity().compareTo(least.get()) >= 0).toList();
        List<Finding> fitting = heavy.stream()
                .filter(finding -> finding.events().isEmpty() || finding.events().stream().anyMatch(chosen::get))
                .toList();
        findings.setAll(fitting);
        long open = detection.outcomes().stream().filter(outcome -> !outcome.isEvaluated()).count();
        int lesser = detection.findings().size() - heavy.size();
        facts.set(Texts.count(fitting.size(), "finding")
                + (fitting.size() < heavy.size() ? " of " + Texts.number(heavy.size()) + " on the filtered events" : "")
                + (lesser == 0 ? "" : ", " + Texts.number(lesser) + " of lesser severity not listed") + "; "
                + Texts.count(detection.outcomes().size() - open, "rule")
                + " evaluated, " + Texts.number(open) + " not");
    }

    private void readRules() {
        OpenCase open = workbench.openCase().get();
        if (open == null) {
            rules.clear();
            return;
        }
        Map<String, RuleOutcome> outcomes = new HashMap<>();
        if (workbench.detection().get() != null) {
            workbench.detection().get().outcomes().forEach(outcome -> outcomes.put(outcome.rule(), outcome));
        }
        List<RuleLine> lines = new ArrayList<>();
        CaseRules.withSigma(open.file()).forEach(rule -> lines.add(new RuleLine(rule, outcomes.get(rule.id()))));
        rules.setAll(lines);
    }

    /** The rule's file, or null. */
    RuleFile rule(String id) {
        return rules.stream().map(RuleLine::rule).filter(rule -> rule.id().equals(id)).findFirst().orElse(null);
    }

    /**
     * Tunes a rule and runs all of them again.
     *
     * @param text
     *            null takes the rule's own value
     * @return why it could not be done, or null
     */
    String tune(String rule, String name, String text) {
        OpenCase open = workbench.openCase().get();
        if (open == null) {
            return null;
        }
        try {
            CaseRules.set(open.file(), rule, name, text == null || text.isBlank() ? null : text.strip(),
                    Analyst.name());
        } catch (RuleException | CaseFileException e) {
            return e.getMessage();
        }
        readRules();
        workbench.detect();
        return null;
    }

    /**
     * Loads Sigma rules into the case and runs all rules again; what could not be loaded is told in the status line.
     */
    void loadSigma(List<Path> files) {
        OpenCase open = workbench.openCase().get();
        if (open == null || files.isEmpty()) {
            return;
        }
        workbench.background().run(() -> {
            SigmaFiles.Found found = SigmaFiles.read(files);
            found.files().forEach(file -> open.file().keepSigma(file, Analyst.name()));
            CaseSigma sigma = CaseSigma.of(open.file());
            long unsupported = sigma.ruleFiles().stream().filter(rule -> sigma.problem(rule.id()) != null).count();
            return Texts.count(found.files().size(), "file") + " of Sigma rules loaded"
                    + (unsupported == 0 ? ""
                            : "; " + Texts.count(unsupported, "rule") + " in the case not supported, see the list")
                    + (found.refused().isEmpty() ? "." : ". " + Texts.oneLine(found.refused().getFirst()));
        }, said -> {
            workbench.problem().set(said);
            readRules();
            workbench.detect();
        }, failure -> workbench.problem().set("The Sigma rules could not be loaded: " + failure.getMessage()));
    }

    /** Takes the file of a Sigma rule out of the case, with all rules in it. */
    void removeSigma(String rule) {
        OpenCase open = workbench.openCase().get();
        workbench.background().run(() -> open.file().removeSigma(CaseSigma.of(open.file()).fileOf(rule),
                Analyst.name()), removed -> {
                    readRules();
                    workbench.detect();
                }, failure -> workbench.problem().set(failure.getMessage()));
    }

    /** The networks or applications that no rule takes for an attacker's, divided by commas. */
    String allowed(String name) {
        OpenCase open = workbench.openCase().get();
        return open == null ? ""
                : open.file().ruleSettings().getOrDefault(CaseRules.ALL, Map.of()).getOrDefault(name, "");
    }

    /** Shows the finding's session with the event selected; without a session the user's events. */
    void show(Finding finding, int event) {
        if (finding.sessionId() != null) {
            workbench.investigate(finding.sessionId(), event);
        }
    }
}

package org.tokenlane.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.CaseRules;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.finding.Finding;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.text.Text;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class FindingsViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private FindingsViewModel model;

    @BeforeAll
    static void open() {
        sample = new OpenedSample(folder);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @BeforeEach
    void make() {
        sample.reset();
        workbench = sample.workbench;
        model = new FindingsViewModel(workbench.selection(), workbench.navigation(), workbench.rules(),
                workbench.marking(), workbench.messages(), workbench.background());
    }

    @Test
    void allFindingsOfTheLeastSeverityAreListed() {
        model.least().set(Severity.INFO);
        assertThat(model.findings()).hasSameSizeAs(workbench.rules().detection().get().findings());
        model.least().set(Severity.HIGH);
        assertThat(model.findings()).isNotEmpty().allMatch(finding -> finding.severity() == Severity.HIGH);
    }

    @Test
    void onlyFindingsOnFilteredEventsAreListed() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.findings()).isNotEmpty().allMatch(finding -> finding.events().isEmpty()
                || finding.events().stream().anyMatch(workbench.selection().matching().get().set()::get));
    }

    @Test
    void theListFollowsTheFilterAndSaysOfHowManyItIs() {
        int all = model.findings().size();
        workbench.navigation()
                .go(ViewState.of(new Filter.FieldIs(FilterField.UPN, List.of("soren.ostergard@contoso.example"))));
        assertThat(model.findings()).isNotEmpty().hasSizeLessThan(all)
                .allMatch(finding -> "soren.ostergard@contoso.example".equals(finding.upn()));
        assertThat(model.facts().get()).contains(Integer.toString(model.findings().size()), Count.FINDINGS.of(all));
    }

    @Test
    void aFindingThatIsAskedForElsewhereIsListedWhateverItsSeverityAndHandedOut() {
        model.least().set(Severity.HIGH);
        Finding lesser = workbench.rules().detection().get().findings().stream()
                .filter(finding -> finding.severity() == Severity.LOW && !finding.events().isEmpty()).findFirst()
                .orElseThrow();
        workbench.navigation().showFinding(lesser);
        assertThat(model.findings()).contains(lesser);
        assertThat(model.wanted().get()).isEqualTo(lesser);
        assertThat(workbench.navigation().page().get()).isEqualTo(Page.FINDINGS);
        Finding heavy = workbench.rules().detection().get().findings().stream()
                .filter(finding -> finding.severity() == Severity.HIGH && finding.sessionId() != null).findFirst()
                .orElseThrow();
        workbench.navigation().showFinding(heavy);
        assertThat(model.wanted().get()).isEqualTo(heavy);
        assertThat(workbench.selection().view().get().session()).isEqualTo(heavy.sessionId());
    }

    @Test
    void sigmaRulesAreLoadedFindInTheCaseAndAreRemovedWithTheirFile() throws IOException {
        Path rules = Files.writeString(folder.resolve("hiding.yml"), """
                title: Inbox rule of any kind
                logsource: {product: m365, service: audit}
                detection:
                    selection: {Operation: New-InboxRule}
                    condition: selection
                level: high
                ---
                title: Not for this program
                logsource: {product: m365, service: audit}
                detection:
                    selection: {Operation|near: New-InboxRule}
                    condition: selection
                """);
        model.loadSigma(List.of(rules));
        assertThat(sample.said()).isEqualTo(FindingsText.SIGMA_LOADED_PARTLY.key());
        assertThat(model.findings()).anyMatch(finding -> finding.title().equals("Inbox rule of any kind"));
        FindingsViewModel.RuleLine last = model.rules().getLast();
        assertThat(last.outcome().notEvaluated()).contains("near");
        model.removeSigma(last.rule().id());
        assertThat(model.findings()).noneMatch(finding -> finding.title().equals("Inbox rule of any kind"));
        assertThat(model.rules()).doesNotContain(last);
    }

    @Test
    void aTextFileHoldsTheValuesOfThePlaceholderOfItsName() throws IOException {
        Path rules = Files.writeString(folder.resolve("watched.yml"), """
                title: A watched operation
                logsource: {product: m365, service: audit}
                detection:
                    selection: {Operation|expand: '%watched%'}
                    condition: selection
                level: high
                """);
        model.loadSigma(List.of(rules));
        assertThat(sample.said()).isEqualTo(FindingsText.SIGMA_LOADED_PARTLY.key());
        assertThat(model.rules().getLast().outcome().notEvaluated()).contains("%watched%", "watched.txt");
        Path values = Files.writeString(folder.resolve("watched.TXT"), "New-InboxRule\nNone of these\n");
        model.loadSigma(List.of(values));
        assertThat(sample.said()).isEqualTo(FindingsText.SIGMA_LOADED.key());
        assertThat(model.findings()).anyMatch(finding -> finding.title().equals("A watched operation"));
    }

    @Test
    void aSigmaFileThatIsNotThereIsRefusedAndSaid() {
        int before = model.rules().size();
        model.loadSigma(List.of(folder.resolve("none.yml")));
        assertThat(sample.said()).isEqualTo(FindingsText.SIGMA_REFUSED.key());
        assertThat(model.rules()).hasSize(before);
    }

    @Test
    void showOfAFindingWithASessionLooksAtTheSession() {
        Finding finding = model.findings().stream().filter(each -> each.sessionId() != null).findFirst().orElseThrow();
        model.show(finding, finding.events().getLast());
        assertThat(workbench.selection().view().get().session()).isEqualTo(finding.sessionId());
        assertThat(workbench.selection().event().get()).isEqualTo(finding.events().getLast());
        assertThat(workbench.navigation().page().get()).isEqualTo(Page.INVESTIGATE);
    }

    @Test
    void showOfAFindingWithoutASessionLooksAtTheEventsThatProveIt() {
        List<Integer> events = List.of(3, 5, 8);
        Finding finding = new Finding("rule", "title", Severity.LOW, List.of(), null, null, events,
                events.stream().map(sample.open().events()::id).toList(), "why", List.of());
        model.show(finding, 5);
        assertThat(workbench.selection().matching().get().set().stream().boxed()).containsExactlyElementsOf(events);
        assertThat(workbench.selection().event().get()).isEqualTo(5);
        assertThat(workbench.navigation().page().get()).isEqualTo(Page.INVESTIGATE);
    }

    @Test
    void aRuleThatIsSwitchedOffFindsNothingUntilItIsSwitchedOnAgain() {
        String rule = model.findings().getFirst().rule();
        model.tune(rule, CaseRules.ENABLED, "false", AssertionError::new);
        assertThat(model.findings()).noneMatch(finding -> finding.rule().equals(rule));
        assertThat(model.rule(rule).enabled()).isFalse();
        model.tune(rule, CaseRules.ENABLED, null, AssertionError::new);
        assertThat(model.findings()).anyMatch(finding -> finding.rule().equals(rule));
    }

    @Test
    void aSettingThatIsNotValidIsRefusedWithTheReason() {
        List<Text> refused = new ArrayList<>();
        model.tune("impossible-travel-in-session", "speed", "fast", refused::add);
        model.tune("no-such-rule", "speed", "fast", refused::add);
        assertThat(refused).isNotEmpty().allMatch(reason -> !reason.toString().isBlank());
    }

    @Test
    void allowedNetworksAreReadWithTheRules() {
        model.tune(CaseRules.ALL, CaseRules.NETWORKS, "203.0.113.0/24", AssertionError::new);
        assertThat(model.allowed(CaseRules.NETWORKS)).isEqualTo("203.0.113.0/24");
        assertThat(model.findings()).noneMatch(FindingsViewModelTest::isOfThePhishedSession);
        assertThat(sample.open().file().settings().ruleSettings()).containsEntry(CaseRules.ALL,
                Map.of(CaseRules.NETWORKS, "203.0.113.0/24"));
        model.tune(CaseRules.ALL, CaseRules.NETWORKS, " ", AssertionError::new);
        assertThat(model.allowed(CaseRules.NETWORKS)).isEmpty();
        assertThat(model.findings()).anyMatch(FindingsViewModelTest::isOfThePhishedSession);
    }

    private static boolean isOfThePhishedSession(Finding finding) {
        return finding.rule().equals("aitm-portal-then-elsewhere")
                && sample.answers.aitmSession().equals(finding.sessionId());
    }

    @Test
    void nothingIsReadWhileThePageWaitsForTheBackground() {
        sample.runner.hold();
        model.tune("no-such-rule", "x", "y", reason -> {
        });
        assertThat(sample.runner.waiting()).isEqualTo(1);
    }

    @Test
    void aCaseThatIsClosedMeanwhileLeavesNothingAndNoFailure(@TempDir Path own) {
        try (OpenedCase opened = OpenedCase.bare(own)) {
            OpenCase open = opened.open();
            opened.runner.hold();
            FindingsViewModel late = new FindingsViewModel(opened.workbench.selection(), opened.workbench.navigation(),
                    opened.workbench.rules(), opened.workbench.marking(), opened.workbench.messages(),
                    opened.workbench.background());
            opened.workbench.rules().detect();
            opened.workbench.navigation().go(ViewState.ALL);
            opened.workbench.show(null);
            open.file().close();
            opened.runner.proceed();
            assertThat(late.rules()).isEmpty();
            assertThat(opened.said()).isEmpty();
        }
    }
}

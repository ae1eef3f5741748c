package org.tokenlane.ui.findings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.job.CallingThreadRunner;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.text.ProgramFailure;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class VictimsViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private VictimsViewModel model;

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
        model = new VictimsViewModel(workbench.selection(), workbench.rules(), workbench.marking(),
                workbench.enrichment(), workbench.messages(), workbench.background());
    }

    @Test
    void theSessionThatIsLookedAtIsComparedWithAllOthers() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.hostileIsEmpty().get()).isFalse();
        sample.runner.hold();
        model.compare();
        assertThat(model.running().get()).isTrue();
        assertThat(model.found().get()).isEmpty();
        sample.runner.proceed();
        assertThat(model.running().get()).isFalse();
        assertThat(model.found().get()).anySatisfy(alike -> {
            assertThat(alike.sessionId()).isEqualTo(sample.answers.deviceCodeSession());
            assertThat(alike.reasons()).anyMatch(reason -> reason.contains("python-requests"));
        });
        assertThat(model.of().get()).isEqualTo(
                FindingsText.LIKE_SESSION.text(Texts.shortId(sample.answers.aitmSession())));
    }

    @Test
    void nothingIsSaidToBeMissingBeforeItWasCompared() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.found().get()).isEmpty();
        assertThat(model.state().get()).isEqualTo(FindingsText.NOT_COMPARED_YET.text());
        sample.runner.hold();
        model.compare();
        assertThat(model.state().get()).isEqualTo(FindingsText.COMPARING.text());
        sample.runner.proceed();
        assertThat(model.state().get()).isEqualTo(FindingsText.NO_VICTIM.text());
    }

    @Test
    void sessionsAreComparedByThemselvesAsSoonAsTheListIsVisible() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        model.shown().set(true);
        assertThat(model.found().get())
                .anyMatch(alike -> alike.sessionId().equals(sample.answers.deviceCodeSession()));
        workbench.navigation().go(ViewState.ofSession(sample.answers.deviceCodeSession()));
        assertThat(model.found().get()).as("of the other session")
                .anyMatch(alike -> alike.sessionId().equals(sample.answers.aitmSession()));
    }

    @Test
    void withoutASessionThoseMarkedMaliciousAreComparedElseThoseOfHighSeverity() {
        long high = sample.open().sessions().stream()
                .filter(facts -> workbench.rules().detection().get().risk(facts.sessionId())
                        .severity() == Severity.HIGH)
                .count();
        assertThat(high).isPositive();
        assertThat(model.of().get()).isEqualTo(FindingsText.LIKE_HIGH.text(Count.SESSIONS.of(high)));
        MarkTarget session = MarkTarget.of(MarkTarget.Kind.SESSION, sample.answers.deviceCodeSession());
        workbench.marking().change((marks, who) -> marks.verdict(List.of(session), Verdict.MALICIOUS, "", who));
        assertThat(model.of().get()).isEqualTo(FindingsText.LIKE_MARKED.text(Count.SESSIONS.of(1)));
        workbench.marking().undo();
        assertThat(model.of().get()).isEqualTo(FindingsText.LIKE_HIGH.text(Count.SESSIONS.of(high)));
    }

    @Test
    void withoutACaseThereIsNothingToCompareWith() {
        try (Workbench none = new Workbench(new CallingThreadRunner(ProgramFailure::of))) {
            VictimsViewModel empty = new VictimsViewModel(none.selection(), none.rules(), none.marking(),
                    none.enrichment(), none.messages(), none.background());
            assertThat(empty.hostileIsEmpty().get()).isTrue();
            assertThat(empty.of().get()).isEmpty();
        }
    }

    @Test
    void whatWasFoundForOneSessionIsNotShownForAnother() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        model.compare();
        workbench.navigation().go(ViewState.ofSession(sample.answers.deviceCodeSession()));
        assertThat(model.found().get()).isEmpty();
    }
}

package org.tokenlane.ui.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.job.CallingThreadRunner;
import org.tokenlane.model.finding.Risk;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.text.ProgramFailure;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Workbench;

/** What the rows of sessions and users say, and in which order they come, without a window. */
class SessionRowsTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private SessionsViewModel model;

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
        model = new SessionsViewModel(workbench.selection(), workbench.rules(), workbench.marking(),
                workbench.enrichment(),
                workbench.messages(), workbench.background());
    }

    /** The user with most sessions. */
    private SessionRow user() {
        Map<List<String>, List<SessionFacts>> byUser = model.sessions().stream()
                .collect(Collectors.groupingBy(SessionFacts::upns));
        Map.Entry<List<String>, List<SessionFacts>> most = byUser.entrySet().stream()
                .max(Comparator.comparingInt(entry -> entry.getValue().size())).orElseThrow();
        assertThat(most.getValue()).hasSizeGreaterThan(1);
        return new SessionRow(most.getKey().getFirst(), most.getValue(), null);
    }

    @Test
    void withoutACaseThereAreNoSessionsAndNoRisk() {
        try (Workbench none = new Workbench(new CallingThreadRunner(ProgramFailure::of))) {
            SessionsViewModel empty = new SessionsViewModel(none.selection(), none.rules(), none.marking(),
                    none.enrichment(),
                    none.messages(), none.background());
            assertThat(empty.sessions()).isEmpty();
            assertThat(empty.all()).isZero();
            assertThat(empty.risk(user())).isEqualTo(Risk.NONE);
            assertThat(empty.verdict(user())).isNull();
        }
    }

    @Test
    void sessionsComeByRiskAndThenByTheNumberOfTheirOrigins() {
        assertThat(model.sessions()).isSortedAccordingTo(Comparator
                .<SessionFacts> comparingInt(facts -> -model.risk(SessionRow.of(facts)).points())
                .thenComparing(SessionsViewModel.SEVERAL_ORIGINS_FIRST));
    }

    @Test
    void aUserHasTheRiskOfTheSessionWithTheHighestAndTheTimeOfTheLongest() {
        SessionRow user = user();
        assertThat(model.risk(user).points()).isEqualTo(user.members().stream().map(SessionRow::of)
                .mapToInt(row -> model.risk(row).points()).max().orElseThrow());
        assertThat(user.duration())
                .isEqualTo(user.members().stream().mapToLong(one -> one.last() - one.first()).max().orElseThrow());
        assertThat(user.sum(SessionFacts::operations))
                .isEqualTo(user.members().stream().mapToInt(SessionFacts::operations).sum());
    }

    @Test
    void aVerdictOnASessionIsWholeThereAndPartialForItsUser() {
        SessionRow user = user();
        SessionRow marked = SessionRow.of(user.members().getFirst());
        assertThat(model.verdict(user)).isNull();
        MarkTarget target = MarkTarget.of(MarkTarget.Kind.SESSION, marked.sessionId());
        workbench.marking().change((marks, who) -> marks.verdict(List.of(target), Verdict.SUSPICIOUS, "", who));
        assertThat(model.verdict(marked)).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(model.isWhole(marked)).isTrue();
        assertThat(model.verdict(SessionRow.of(user.members().getLast()))).isNull();
        assertThat(model.verdict(user)).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(model.isWhole(user)).isFalse();
        workbench.marking().undo();
        assertThat(model.verdict(user)).isNull();
    }

    @Test
    void whatIsDrawnOfASessionAddsUpToItsOperationsAndTheInferredOnesAreCountedApart() {
        // all events that are inferred to belong to this session are operations
        SessionFacts facts = model.sessions().getFirst();
        SessionsViewModel.Drawn drawn = model.drawn(facts);
        assertThat(drawn.byWorkload().values().stream().mapToInt(Integer::intValue).sum())
                .isEqualTo(facts.operations());
        assertThat(drawn.inferred()).isEqualTo(facts.inferred()).isPositive();
        assertThat(IntStream.of(drawn.activity()).sum()).isEqualTo(facts.events() + facts.inferred());
        assertThat(drawn.activity()[0]).isPositive();
        assertThat(drawn.activity()[drawn.activity().length - 1]).isPositive();
    }

    @Test
    void aCaseThatIsClosedWhileItsSessionsAreReadLeavesNone(@TempDir Path own) {
        try (OpenedSample closing = new OpenedSample(own)) {
            OpenCase open = closing.open();
            closing.runner.hold();
            SessionsViewModel reading = new SessionsViewModel(closing.workbench.selection(), closing.workbench.rules(),
                    closing.workbench.marking(), closing.workbench.enrichment(), closing.workbench.messages(),
                    closing.workbench.background());
            closing.workbench.show(null);
            closing.runner.proceed();
            open.file().close();
            assertThat(reading.sessions().size()).isZero();
        }
    }
}

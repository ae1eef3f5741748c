package org.tokenlane.ui.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.job.CallingThreadRunner;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.session.SessionFacts;
import org.tokenlane.model.text.ProgramFailure;
import org.tokenlane.sample.SampleAnswers;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What the tree's nodes count and represent, without a window. */
class TokenNodesTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private TokenTreeViewModel model;

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
        model = new TokenTreeViewModel(workbench.selection(), workbench.navigation(), workbench.marking(),
                workbench.display(), workbench.enrichment(), workbench.messages(), workbench.background());
    }

    private TokenTreeViewModel.Branch exchangeToken() {
        return model.tree().get().children().stream()
                .filter(branch -> sample.answers.exchangeToken().equals(branch.node().uti())).findFirst()
                .orElseThrow();
    }

    @Test
    void withoutACaseThereIsNoTree() {
        try (Workbench none = new Workbench(new CallingThreadRunner(ProgramFailure::of))) {
            assertThat(new TokenTreeViewModel(none.selection(), none.navigation(), none.marking(), none.display(),
                    none.enrichment(), none.messages(), none.background()).tree().get()).isNull();
        }
    }

    @Test
    void everySessionHasItsTokensAndOperations() {
        for (Map.Entry<String, SampleAnswers.Session> session : sample.answers.sessions().entrySet()) {
            workbench.navigation().go(ViewState.ofSession(session.getKey()));
            TokenTreeViewModel.Branch tree = model.tree().get();
            assertThat(tree.node().count()).isEqualTo(session.getValue().operations());
            assertThat(tree.children()).filteredOn(branch -> branch.node().uti() != null)
                    .hasSize(session.getValue().tokens());
            int inferred = tree.children().stream().map(TokenTreeViewModel.Branch::node)
                    .filter(node -> node.kind() == TokenNode.Kind.INFERRED).mapToInt(TokenNode::count).sum();
            assertThat(inferred).isEqualTo(facts(session.getKey()).inferred());
        }
    }

    private static SessionFacts facts(String session) {
        return sample.open().sessions().stream().filter(facts -> facts.sessionId().equals(session)).findFirst()
                .orElseThrow();
    }

    @Test
    void aTokensOperationsAreBelowItTheMostFrequentFirst() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        List<TokenNode> operations = exchangeToken().children().stream().map(TokenTreeViewModel.Branch::node)
                .toList();
        assertThat(operations.stream().collect(Collectors.toMap(TokenNode::operation, TokenNode::count)))
                .isEqualTo(sample.answers.exchangeOperations());
        assertThat(operations.stream().map(node -> -node.count()).toList()).isSorted();
    }

    @Test
    void anOperationBecomesTheFilterWithItsToken() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        TokenNode operation = exchangeToken().children().getFirst().node();
        model.select(operation);
        assertThat(workbench.selection().view().get().token()).isEqualTo(sample.answers.exchangeToken());
        assertThat(workbench.selection().matching().get().events()).hasSize(operation.count());
        assertThat(model.tree().get()).as("the tree of the session stays").isNotNull();
    }

    @Test
    void outsideASessionANodeDoesNotFilter() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        TokenNode token = exchangeToken().node();
        workbench.navigation().go(ViewState.ALL);
        model.select(token);
        assertThat(workbench.selection().view().get()).isEqualTo(ViewState.ALL);
    }

    @Test
    void aVerdictOnATokenShowsThereAndOnItsSessionOnly() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        MarkTarget token = MarkTarget.of(MarkTarget.Kind.TOKEN, sample.answers.exchangeToken());
        workbench.marking().change((marks, who) -> marks.verdict(List.of(token), Verdict.MALICIOUS, "", who));
        assertThat(exchangeToken().node().verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(model.tree().get().node().verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(model.tree().get().children()).filteredOn(branch -> branch.node().verdict() != null).hasSize(1);
        workbench.marking().undo();
        assertThat(model.tree().get().node().verdict()).isNull();
    }

    @Test
    void oneMarkedEventDoesNotMakeItsTokenOrSessionMalicious() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        int event = workbench.selection().matching().get().events()[30];
        MarkTarget one = MarkTarget.of(MarkTarget.Kind.EVENT,
                workbench.selection().openCase().get().events().id(event));
        workbench.marking().change((marks, who) -> marks.verdict(List.of(one), Verdict.MALICIOUS, "", who));
        TokenNode session = model.tree().get().node();
        assertThat(session.judged().isWhole()).isFalse();
        assertThat(session.judged().with()).isEqualTo(1);
        assertThat(session.judged().of()).isEqualTo(session.events()).isGreaterThan(session.count());
        MarkTarget all = MarkTarget.of(MarkTarget.Kind.SESSION, sample.answers.aitmSession());
        workbench.marking().change((marks, who) -> marks.verdict(List.of(all), Verdict.MALICIOUS, "", who));
        assertThat(model.tree().get().node().judged().isWhole()).isTrue();
        workbench.marking().undo();
        workbench.marking().undo();
    }

    @Test
    void aSessionThatIsLeftWhileItsTreeIsReadLeavesNoTree() {
        ZoneId zone = workbench.display().zone().get();
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        sample.runner.hold();
        workbench.display().zone().set(ZoneOffset.ofHours(3));
        workbench.navigation().go(ViewState.ALL);
        sample.runner.proceed();
        assertThat(model.tree().get()).isNull();
        workbench.display().zone().set(zone);
    }

    @Test
    void aCaseThatIsClosedWhileATreeIsReadLeavesNoTree(@TempDir Path own) {
        try (OpenedSample closing = new OpenedSample(own)) {
            var open = closing.open();
            closing.workbench.navigation().go(ViewState.ofSession(closing.answers.aitmSession()));
            closing.runner.hold();
            TokenTreeViewModel reading = new TokenTreeViewModel(closing.workbench.selection(),
                    closing.workbench.navigation(), closing.workbench.marking(), closing.workbench.display(),
                    closing.workbench.enrichment(), closing.workbench.messages(), closing.workbench.background());
            closing.workbench.show(null);
            closing.runner.proceed();
            open.file().close();
            assertThat(reading.tree().get()).isNull();
        }
    }
}

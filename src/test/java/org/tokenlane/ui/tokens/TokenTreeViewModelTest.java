package org.tokenlane.ui.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.cli.BareSignIns;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class TokenTreeViewModelTest {

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

    @Test
    void thereIsATreeOnlyOfOneSession() {
        assertThat(model.tree().get()).isNull();
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.tree().get().children()).isNotEmpty();
        workbench.navigation().go(ViewState.ALL);
        assertThat(model.tree().get()).isNull();
    }

    @Test
    void theAttackersTreeSaysFiftyNineOperationsOfItsExchangeTokenAndHasThemBelow() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.tree().get().node().text())
                .isEqualTo(TokensText.SESSION.text(Texts.shortId(sample.answers.aitmSession())));
        TokenTreeViewModel.Branch exchange = model.tree().get().children().stream()
                .filter(branch -> sample.answers.exchangeToken().equals(branch.node().uti())).findFirst()
                .orElseThrow();
        assertThat(exchange.node().count()).isEqualTo(59);
        assertThat(exchange.children().stream().mapToInt(branch -> branch.node().count()).sum()).isEqualTo(59);
        TokenNode rule = exchange.children().stream().map(TokenTreeViewModel.Branch::node)
                .filter(node -> "New-InboxRule".equals(node.operation())).findFirst().orElseThrow();
        model.select(rule);
        assertThat(workbench.selection().matching().get().events()).hasSize(rule.count());
        assertThat(workbench.selection().view().get().token()).isEqualTo(sample.answers.exchangeToken());
    }

    @Test
    void whatTheLogDoesNotNameIsNamedByExternalDataWithItsSource(@TempDir Path own) {
        try (OpenedCase bare = OpenedCase.bare(own)) {
            TokenTreeViewModel tree = new TokenTreeViewModel(bare.workbench.selection(), bare.workbench.navigation(),
                    bare.workbench.marking(), bare.workbench.display(), bare.workbench.enrichment(),
                    bare.workbench.messages(), bare.workbench.background());
            bare.workbench.navigation().go(ViewState.ofSession(BareSignIns.SESSION));
            Enrichment beside = bare.workbench.enrichment().get();
            assertThat(tree.tree().get().children()).hasSize(3);
            TokenNode first = tree.tree().get().children().getFirst().node();
            assertThat(first.text()).isEqualTo(TokensText.APP_TO_RESOURCE.text(
                    beside.apps().named("d3590ed6-52b3-4102-aeff-aad2292ab01c"),
                    beside.apps().named("00000003-0000-0000-c000-000000000000")));
            assertThat(first.detail()).contains("193.0.6.139",
                    beside.networks().lookUp("193.0.6.139").country().words());
        }
    }

    @Test
    void aVerdictIsOnTheTokenAndOnItsSession() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        MarkTarget token = MarkTarget.of(MarkTarget.Kind.TOKEN, sample.answers.exchangeToken());
        workbench.marking().change((marks, who) -> marks.verdict(List.of(token), Verdict.SUSPICIOUS, "", who));
        assertThat(model.tree().get().node().verdict()).isEqualTo(Verdict.SUSPICIOUS);
        assertThat(model.tree().get().children()).extracting(branch -> branch.node().verdict())
                .containsOnlyOnce(Verdict.SUSPICIOUS);
        workbench.marking().undo();
        assertThat(model.tree().get().node().verdict()).isNull();
    }

    @Test
    void aNodeBecomesTheFilterWithinTheSession() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        TokenNode token = model.tree().get().children().stream().map(TokenTreeViewModel.Branch::node)
                .filter(node -> node.uti() != null).findFirst().orElseThrow();
        model.select(token);
        assertThat(workbench.selection().view().get().session()).isEqualTo(sample.answers.aitmSession());
        assertThat(workbench.selection().view().get().filter().toText()).contains(token.uti());
    }
}

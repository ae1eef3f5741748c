package org.tokenlane.ui.sessions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class SessionsViewModelTest {

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

    @Test
    void theSessionWithTheHighestRiskComesFirst() {
        assertThat(model.sessions()).hasSize(model.all());
        assertThat(model.sessions().getFirst().sessionId()).isEqualTo(sample.answers.aitmSession());
    }

    @Test
    void whereNoLogGivesACountryItIsThatOfExternalDataWithItsSource(@TempDir Path own) {
        try (OpenedCase bare = OpenedCase.bare(own)) {
            bare.runner.hold();
            SessionsViewModel sessions = new SessionsViewModel(bare.workbench.selection(), bare.workbench.rules(),
                    bare.workbench.marking(), bare.workbench.enrichment(), bare.workbench.messages(),
                    bare.workbench.background());
            assertThat(sessions.countries().get()).as("looked up in a task").isEmpty();
            bare.runner.proceed();
            SessionRow row = SessionRow.of(sessions.sessions().getFirst());
            assertThat(row.countries()).isEmpty();
            assertThat(row.countriesShown(sessions.countries().get())).isEqualTo(bare.workbench.enrichment().get()
                    .networks().lookUp("193.0.6.139").country().source().says("BR, NL"));
        }
    }

    @Test
    void countriesOfTheLogAreShownAsTheyAre() {
        SessionRow row = SessionRow.of(model.sessions().getFirst());
        assertThat(row.countriesShown(model.countries().get())).isEqualTo(String.join(", ", row.countries()));
    }

    @Test
    void whileOneSessionIsLookedAtTheListIsThatOfTheFilterWithoutIt() {
        Filter operation = new Filter.FieldIs(FilterField.OPERATION, List.of("New-InboxRule"));
        workbench.navigation().go(ViewState.of(operation));
        int withRule = model.sessions().size();
        assertThat(withRule).isPositive().isLessThan(model.all());
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.sessions()).as("not the list of the filter before").hasSize(model.all());
        workbench.navigation().narrow(operation);
        assertThat(model.sessions()).hasSize(withRule);
    }

    @Test
    void theListStaysWholeWhileOneSessionIsLookedAtAndFollowsAnyOtherFilter() {
        int all = model.sessions().size();
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.sessions()).hasSize(all);
        String upn = sample.answers.sessions().get(sample.answers.aitmSession()).upn();
        workbench.navigation().go(ViewState.of(new Filter.FieldIs(FilterField.UPN, List.of(upn))));
        assertThat(model.sessions()).isNotEmpty().hasSizeLessThan(all);
    }
}

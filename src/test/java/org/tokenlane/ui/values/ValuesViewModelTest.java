package org.tokenlane.ui.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class ValuesViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private ValuesViewModel model;

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
        model = new ValuesViewModel(workbench.selection(), workbench.enrichment(), workbench.messages(),
                workbench.background());
    }

    @Test
    void theValuesOfTheFilteredEventsAreCounted() {
        model.field().set(FilterField.OPERATION);
        int all = model.found().get().lines().stream().mapToInt(ValuesViewModel.Line::events).sum();
        assertThat(all + model.found().get().without()).isEqualTo(sample.open().events().size());
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        int some = model.found().get().lines().stream().mapToInt(ValuesViewModel.Line::events).sum();
        assertThat(some + model.found().get().without())
                .isEqualTo(workbench.selection().matching().get().events().length);
    }

    @Test
    void theMostFrequentComesFirst() {
        model.field().set(FilterField.UPN);
        assertThat(model.found().get().lines()).extracting(ValuesViewModel.Line::events)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    }

    @Test
    void externalDataIsBesideTheValueWithItsSource(@TempDir Path own) {
        try (OpenedCase bare = OpenedCase.bare(own)) {
            ValuesViewModel values = new ValuesViewModel(bare.workbench.selection(), bare.workbench.enrichment(),
                    bare.workbench.messages(), bare.workbench.background());
            Map<String, String> beside = values.found().get().lines().stream()
                    .collect(Collectors.toMap(ValuesViewModel.Line::value, ValuesViewModel.Line::externalData));
            assertThat(beside).hasSize(3).containsEntry("203.0.113.9", "");
            assertThat(beside.get("193.0.6.139")).contains("NL",
                    bare.workbench.enrichment().get().networks().lookUp("193.0.6.139").country().source().label());
            assertThat(beside.get("52.97.10.1")).contains("Exchange Online",
                    bare.workbench.enrichment().get().microsoft().label());
            values.field().set(FilterField.APP);
            assertThat(values.found().get().lines()).as("the log has no name of it").isEmpty();
            values.field().set(FilterField.ASN);
            assertThat(values.found().get().lines()).singleElement().satisfies(line -> {
                assertThat(line.value()).isEqualTo("14061");
                assertThat(line.externalData()).contains(bare.workbench.enrichment().get().kinds().label());
            });
            assertThat(values.found().get().without()).isEqualTo(2);
        }
    }

    @Test
    void eachValueHasTheTimesOfItsFirstAndLastEvent() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        model.field().set(FilterField.SESSION);
        int[] events = workbench.selection().matching().get().events();
        assertThat(model.found().get().lines().getFirst()).satisfies(line -> {
            assertThat(line.value()).isEqualTo(sample.answers.aitmSession());
            assertThat(line.first()).isEqualTo(sample.open().events().time(events[0]));
            assertThat(line.last()).isGreaterThan(line.first());
        });
    }

    @Test
    void ofTwoFieldsInARowOnlyTheLaterIsShown() {
        sample.runner.hold();
        model.field().set(FilterField.COUNTRY);
        model.field().set(FilterField.OPERATION);
        sample.runner.proceed();
        assertThat(model.found().get().field()).isEqualTo(FilterField.OPERATION);
    }

    @Test
    void aCaseThatIsClosedMeanwhileLeavesNothingAndNoFailure(@TempDir Path own) {
        try (OpenedCase opened = OpenedCase.bare(own)) {
            OpenCase open = opened.open();
            opened.runner.hold();
            ValuesViewModel late = new ValuesViewModel(opened.workbench.selection(), opened.workbench.enrichment(),
                    opened.workbench.messages(), opened.workbench.background());
            opened.workbench.rules().detect();
            opened.workbench.navigation().go(ViewState.ALL);
            opened.workbench.show(null);
            open.file().close();
            opened.runner.proceed();
            assertThat(late.found().get().lines()).isEmpty();
            assertThat(opened.said()).isEmpty();
        }
    }
}

package org.tokenlane.ui.exposure;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.sample.SharedSample;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.MarkSubject;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class ExposureViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private ExposureViewModel model;

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
        model = new ExposureViewModel(workbench.selection(), workbench.marking(), workbench.answers(),
                workbench.messages(), workbench.background());
    }

    @Test
    void nothingIsDeterminedWhileNobodyLooks() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.found().get()).isEqualTo(ExposureViewModel.Found.NOTHING);
    }

    @Test
    void whatIsLookedAtIsDeterminedAndStatedWhileItRuns() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        sample.runner.hold();
        model.shown().set(true);
        assertThat(model.state().get()).isNotEmpty();
        sample.runner.proceed();
        assertThat(model.state().get()).isEmpty();
        assertThat(model.found().get().exposure().operations()).isPositive();
        assertThat(model.found().get().tables()).isNotEmpty().allMatch(table -> !table.rows().isEmpty());
        assertThat(model.summary()).isNotEmpty();
    }

    @Test
    void aFurtherFilterTakesThePlaceOfTheWorkThatWaits() {
        model.shown().set(true);
        sample.runner.hold();
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        workbench.navigation().go(ViewState.ofSession(sample.answers.deviceCodeSession()));
        sample.runner.proceed();
        int operations = model.found().get().exposure().operations();
        model.shown().set(false);
        ExposureViewModel other = new ExposureViewModel(workbench.selection(), workbench.marking(),
                workbench.answers(), workbench.messages(), workbench.background());
        other.shown().set(true);
        assertThat(other.found().get().exposure().operations()).isEqualTo(operations);
    }

    @Test
    void aMarkHasItDeterminedOnce() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        model.shown().set(true);
        assertThat(workbench.answers().answers().get()).isNotNull();
        List<ExposureViewModel.Found> found = new ArrayList<>();
        model.found().addListener((property, before, now) -> found.add(now));
        int event = workbench.selection().matching().get().events()[0];
        workbench.marking().judge(MarkSubject.events(event), Verdict.SUSPICIOUS);
        assertThat(found).hasSize(1);
    }

    @Test
    void nothingOfACaseThatIsLeftIsDeterminedWithTheMarksOfTheNext(@TempDir Path own) {
        try (OpenedCase two = new OpenedCase(CaseFile.open(SharedSample.copyTo(own.resolve("one.tlcase")), null));
                OpenedCase next = OpenedCase.bare(own)) {
            OpenCase left = two.open();
            two.workbench.marking().judge(MarkSubject.events(0), Verdict.MALICIOUS);
            next.workbench.marking().judge(MarkSubject.events(0), Verdict.MALICIOUS);
            Workbench bench = two.workbench;
            model = new ExposureViewModel(bench.selection(), bench.marking(), bench.answers(), bench.messages(),
                    bench.background());
            model.shown().set(true);
            List<Integer> ofLeft = new ArrayList<>();
            model.found().addListener((property, before, now) -> {
                if (bench.selection().openCase().get() == left && now.exposure() != null) {
                    ofLeft.add(now.exposure().operations());
                }
            });
            bench.messages().clear();
            OpenCase opened = OpenCase.load(next.open().file());
            bench.show(opened);
            assertThat(ofLeft).allMatch(operations -> operations == 0);
            assertThat(two.said()).isEmpty();
            assertThat(model.found().get().exposure().operations()).as("a case of sign-ins").isZero();
            bench.show(null);
            assertThat(model.found().get()).isEqualTo(ExposureViewModel.Found.NOTHING);
            left.file().close();
        }
    }
}

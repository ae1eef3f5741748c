package org.tokenlane.ui.marks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class MarkSheetViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private MarkSheetViewModel model;

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
        model = new MarkSheetViewModel(workbench.selection(), workbench.marking(), workbench.display());
    }

    @Test
    void theSelectedEventIsOfferedFirstAndAVerdictOnItIsKept() {
        workbench.event().set(3);
        workbench.marking().askAboutSelected();
        assertThat(model.open().get()).isTrue();
        assertThat(model.choices()).isNotEmpty();
        assertThat(model.choice().get()).isEqualTo(model.choices().getFirst());
        model.verdict().set(Verdict.MALICIOUS);
        model.apply();
        assertThat(model.open().get()).isFalse();
        assertThat(workbench.marking().marked().get().verdict(3)).isEqualTo(Verdict.MALICIOUS);
        workbench.marking().undo();
        assertThat(workbench.marking().marked().get().verdict(3)).isNull();
    }

    @Test
    void dismissedNothingIsMarked() {
        workbench.event().set(3);
        workbench.marking().askAboutSelected();
        model.verdict().set(Verdict.MALICIOUS);
        model.dismiss();
        assertThat(model.open().get()).isFalse();
        assertThat(workbench.marking().marked().get().verdict(3)).isNull();
    }
}

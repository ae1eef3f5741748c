package org.tokenlane.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ui.OpenedSample;

/** That the questions are being answered is shown as long as they are, and no longer. */
class AnswerRunsTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;

    @BeforeAll
    static void open() {
        sample = new OpenedSample(folder);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @BeforeEach
    void detect() {
        sample.reset();
        workbench = sample.workbench;
        workbench.rules().detect();
        assertThat(workbench.answers().answers().get()).isNotNull();
    }

    /** As after marks of another copy were merged. */
    private void answerAgain() {
        workbench.marking().merged();
    }

    @Test
    void whatTakesThePlaceOfAnsweringEndsWhatTheOtherShowed() {
        sample.runner.hold();
        answerAgain();
        Activity first = workbench.activities().current().get();
        assertThat(first.what().key()).isEqualTo(StateText.ANSWERING);
        answerAgain();
        assertThat(workbench.activities().current().get()).isNotSameAs(first);
        sample.runner.proceed();
        assertThat(workbench.activities().current().get()).isNull();
        assertThat(workbench.activities().shown().get()).isNull();
    }

    @Test
    void stoppedAnsweringShowsNothing() {
        sample.runner.hold();
        answerAgain();
        workbench.activities().current().get().stop();
        sample.runner.proceed();
        assertThat(workbench.activities().current().get()).isNull();
    }
}

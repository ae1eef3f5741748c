package org.tokenlane.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallingThreadRunnerTest {

    private final CallingThreadRunner runner = new CallingThreadRunner(IllegalStateException::new);
    private final List<String> heard = new ArrayList<>();

    private Task<String> task(String name) {
        return runner.task(WorkLane.LONG, progress -> name).onDone(heard::add).onCancelled(() -> heard.add("-" + name));
    }

    @Test
    void aTaskHasAnsweredWhenItWasStarted() {
        assertThat(task("a").start().state()).isEqualTo(Task.State.DONE);
        assertThat(heard).containsExactly("a");
    }

    @Test
    void whatIsHeldRunsInItsOrderWhenItMayAndCanBeCancelledBefore() {
        runner.hold();
        task("a").start();
        Task<String> second = task("b").start();
        task("c").start();
        assertThat(runner.waiting()).isEqualTo(3);
        second.cancel();
        assertThat(heard).isEmpty();
        runner.proceed();
        assertThat(heard).containsExactly("a", "-b", "c");
        task("d").start();
        assertThat(heard).endsWith("d");
    }

    @Test
    void aTaskIsStartedOnce() {
        Task<String> task = task("a").start();
        assertThatThrownBy(task::start).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void whoHasNoTaskYetHasOneThatNeverRuns() {
        Task.NONE.cancel();
        assertThat(Task.NONE.isUnderWay()).isFalse();
    }

    @Test
    void workThatFailsBecauseItWasCancelledIsCancelledAndNotFailed() {
        runner.task(WorkLane.SHORT, progress -> {
            runner.cancel(WorkLane.SHORT);
            throw new IOException("closed");
        }).onFailed(failure -> heard.add("failed")).onCancelled(() -> heard.add("cancelled")).start();
        runner.task(WorkLane.LONG, progress -> {
            runner.cancel(WorkLane.SHORT);
            throw new IOException("disk");
        }).onFailed(failure -> heard.add("failed")).onCancelled(() -> heard.add("cancelled")).start();
        assertThat(heard).containsExactly("cancelled", "failed");
    }
}

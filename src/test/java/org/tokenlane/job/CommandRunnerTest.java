package org.tokenlane.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CommandRunnerTest {

    private final List<Progress.Step> steps = new ArrayList<>();

    @Test
    void theWorkRunsOnTheCallingThreadAndItsProgressIsShown() {
        try (CommandRunner runner = new CommandRunner(steps::add, IllegalStateException::new)) {
            Thread worked = runner.run(progress -> {
                progress.begin("a", 10);
                progress.end();
                return Thread.currentThread();
            });
            assertThat(worked).isEqualTo(Thread.currentThread());
        }
        assertThat(steps).hasSize(2);
    }

    @Test
    void anErrorIsThrownAsAFailureWithAMessageSoThatTheCaseIsClosed() {
        try (CommandRunner runner = new CommandRunner(steps::add, error -> new IllegalStateException("explained"))) {
            assertThatThrownBy(() -> runner.run(progress -> {
                throw new OutOfMemoryError();
            })).isInstanceOf(IllegalStateException.class).hasMessage("explained");
        }
    }
}

package org.tokenlane.ui.state;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.job.CallingThreadRunner;
import org.tokenlane.job.Progress;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.text.Text;

class ActivityTest {

    private final Text what = StateText.RULES_RUNNING.with();
    private final Activity activity = new Activity(what, () -> {
    });

    @Test
    void itShowsHowManyPiecesAreDoneWhereTheyAreCounted() {
        assertThat(activity.shown().get()).isEqualTo(what);
        activity.follow(new Progress.Step("rules", 173, 43, 0, 1, false, true));
        assertThat(activity.shown().get()).isEqualTo(StateText.PIECES_DONE.with(what, 43L, 173L));
        assertThat(activity.share().get()).isEqualTo(43 / 173.0);
        activity.follow(new Progress.Step("file", 173, 43, 0, 1, false, false));
        assertThat(activity.shown().get()).isEqualTo(what);
    }

    @Test
    void longWorkThatNobodyNamedIsShownToo() {
        CallingThreadRunner runner = new CallingThreadRunner(IllegalStateException::new);
        Activities activities = new Activities();
        activities.follow(runner);
        runner.hold();
        runner.task(WorkLane.SHORT, progress -> "").start();
        assertThat(activities.shown().get()).as("short work is over before it is seen").isNull();
        runner.task(WorkLane.LONG, progress -> "").start();
        assertThat(activities.shown().get().what()).isEqualTo(StateText.WORKING.with());
        assertThat(activities.shown().get().canBeStopped()).isFalse();
        assertThat(activities.current().get()).isNull();
        Activity named = activities.begin(what, () -> {
        });
        assertThat(activities.shown().get()).isSameAs(named);
        assertThat(named.canBeStopped()).isTrue();
        activities.end(named);
        assertThat(activities.shown().get().what()).isEqualTo(StateText.WORKING.with());
        runner.proceed();
        assertThat(activities.shown().get()).isNull();
    }
}

package org.tokenlane.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks on threads of their own, which answer on the thread that asked: here the test's, as in the window JavaFX's. */
@Timeout(60)
class BackgroundRunnerTest {

    private static final Logger LOG = Logger.getLogger(Task.class.getName());

    private final BlockingQueue<Runnable> answers = new LinkedBlockingQueue<>();
    private final BackgroundRunner runner = new BackgroundRunner(answers::add,
            error -> new IllegalStateException("explained: " + error.getClass().getSimpleName(), error));
    private final List<String> heard = new ArrayList<>();
    private final CountDownLatch go = new CountDownLatch(1);

    @BeforeAll
    static void logNothing() {
        LOG.setLevel(Level.OFF);
    }

    @AfterAll
    static void logAgain() {
        LOG.setLevel(null);
    }

    @AfterEach
    void close() {
        go.countDown();
        runner.close();
    }

    /** Hands back one answer on this thread. */
    private void answer() throws InterruptedException {
        Runnable answer = answers.poll(30, TimeUnit.SECONDS);
        assertThat(answer).as("an answer").isNotNull();
        answer.run();
    }

    private Task<String> hearing(Task<String> task) {
        return task.onProgress(step -> heard.add("at " + step.records())).onDone(result -> heard.add("done " + result))
                .onFailed(failure -> heard.add("failed " + failure.getMessage()))
                .onCancelled(() -> heard.add("cancelled"));
    }

    private String block(Progress progress) throws InterruptedException {
        go.await();
        return "blocked";
    }

    @Test
    void theResultIsHandedBackOnTheCallersThreadAndTheWorkIsDoneOnAnother() throws Exception {
        AtomicReference<Thread> worked = new AtomicReference<>();
        List<Thread> answered = new ArrayList<>();
        Task<String> task = runner.task(WorkLane.SHORT, progress -> {
            worked.set(Thread.currentThread());
            return "result";
        }).onDone(result -> answered.add(Thread.currentThread()));
        assertThat(task.state()).isEqualTo(Task.State.NEW);
        task.start();
        assertThat(task.isUnderWay()).isTrue();
        answer();
        assertThat(answered).containsExactly(Thread.currentThread());
        assertThat(worked.get()).isNotEqualTo(Thread.currentThread()).satisfies(thread -> assertThat(thread.isDaemon())
                .isTrue());
        assertThat(task.state()).isEqualTo(Task.State.DONE);
    }

    @Test
    void aShortTaskAndAChangeEndWhileEveryThreadForLongWorkIsBusy() throws Exception {
        for (int i = 0; i < 20; i++) {
            hearing(runner.task(WorkLane.LONG, this::block)).start();
        }
        hearing(runner.task(WorkLane.SHORT, progress -> "short")).start();
        answer();
        hearing(runner.task(WorkLane.CHANGE, progress -> "change")).start();
        answer();
        assertThat(heard).containsExactly("done short", "done change");
    }

    @Test
    void changesAreMadeOneAfterTheOtherInTheirOrder() throws Exception {
        List<Integer> made = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            int number = i;
            runner.task(WorkLane.CHANGE, progress -> made.add(number)).start();
        }
        for (int i = 0; i < 50; i++) {
            answer();
        }
        assertThat(made).hasSize(50).isSorted();
    }

    @Test
    void aTaskThatIsCancelledBeforeItsTurnIsNeverRun() throws Exception {
        AtomicBoolean ran = new AtomicBoolean();
        hearing(runner.task(WorkLane.CHANGE, this::block)).start();
        Task<String> waiting = hearing(runner.task(WorkLane.CHANGE, progress -> {
            ran.set(true);
            return "ran";
        })).start();
        waiting.cancel();
        go.countDown();
        answer();
        answer();
        assertThat(heard).containsExactly("done blocked", "cancelled");
        assertThat(ran).isFalse();
        assertThat(waiting.state()).isEqualTo(Task.State.CANCELLED);
    }

    @Test
    void aTaskThatIsCancelledWhileItRunsIsToldSoAndAnswersWhenItHasStopped() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        Task<String> task = hearing(runner.task(WorkLane.LONG, progress -> {
            running.countDown();
            while (true) {
                progress.stopIfCancelled();
                Thread.onSpinWait();
            }
        })).start();
        running.await();
        task.cancel();
        assertThat(heard).isEmpty();
        assertThat(task.isUnderWay()).as("it has not stopped as far as the caller knows").isTrue();
        answer();
        assertThat(heard).containsExactly("cancelled");
    }

    @Test
    void aTaskThatIsCancelledAfterItsEndStaysDone() throws Exception {
        Task<String> task = hearing(runner.task(WorkLane.SHORT, progress -> "x")).start();
        answer();
        task.cancel();
        assertThat(heard).containsExactly("done x");
        assertThat(task.state()).isEqualTo(Task.State.DONE);
        assertThat(answers).isEmpty();
    }

    @Test
    void aResultThatComesInspiteOfTheCancellationIsDropped() throws Exception {
        Task<String> task = hearing(runner.task(WorkLane.LONG, this::block)).start();
        task.cancel();
        go.countDown();
        answer();
        assertThat(heard).containsExactly("cancelled");
    }

    @Test
    void aTaskWhoseResultTellsWhatWasDoneUntilThenHandsItBackAlthoughItWasCancelled() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        Task<String> task = hearing(runner.task(WorkLane.LONG, progress -> {
            running.countDown();
            go.await();
            return progress.isCancelled() ? "half" : "all";
        })).withPartialResult().start();
        running.await();
        task.cancel();
        go.countDown();
        answer();
        assertThat(heard).containsExactly("done half");
    }

    @Test
    void ofOneTopicOnlyTheLatestAnswersAndWhatItSupersedesIsCancelled() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        AtomicBoolean stopped = new AtomicBoolean();
        Task<String> first = hearing(runner.latest("topic", WorkLane.SHORT, progress -> {
            running.countDown();
            while (!progress.isCancelled()) {
                Thread.onSpinWait();
            }
            stopped.set(true);
            return "first";
        })).start();
        running.await();
        hearing(runner.latest("topic", WorkLane.SHORT, progress -> "second")).start();
        answer();
        answer();
        assertThat(heard).containsExactly("done second");
        assertThat(stopped).isTrue();
        assertThat(first.state()).isEqualTo(Task.State.CANCELLED);
    }

    @Test
    void aSupersededResultThatIsOnItsWayIsDroppedTooAndSoIsAFailure() throws Exception {
        hearing(runner.latest("topic", WorkLane.CHANGE, progress -> "first")).start();
        hearing(runner.latest("other", WorkLane.CHANGE, progress -> {
            throw new IllegalStateException("other");
        })).start();
        Runnable first = answers.poll(30, TimeUnit.SECONDS);
        Runnable other = answers.poll(30, TimeUnit.SECONDS);
        hearing(runner.latest("topic", WorkLane.CHANGE, progress -> "second")).start();
        hearing(runner.latest("other", WorkLane.CHANGE, progress -> "third")).start();
        first.run();
        other.run();
        answer();
        answer();
        assertThat(heard).containsExactly("done second", "done third");
    }

    @Test
    void topicsDoNotTouchOneAnother() throws Exception {
        hearing(runner.latest("a", WorkLane.CHANGE, progress -> "a")).start();
        hearing(runner.latest("b", WorkLane.CHANGE, progress -> "b")).start();
        answer();
        answer();
        assertThat(heard).containsExactly("done a", "done b");
    }

    @Test
    void aFailureIsHandedBackAndTheThreadGoesOn() throws Exception {
        Task<String> task = hearing(runner.task(WorkLane.CHANGE, progress -> {
            throw new java.io.IOException("no such file");
        })).start();
        hearing(runner.task(WorkLane.CHANGE, progress -> "next")).start();
        answer();
        answer();
        assertThat(heard).containsExactly("failed no such file", "done next");
        assertThat(task.state()).isEqualTo(Task.State.FAILED);
    }

    @Test
    void tooLittleMemoryIsAFailureWithAMessageAndNotTheEndOfTheThread() throws Exception {
        hearing(runner.task(WorkLane.CHANGE, progress -> {
            List<long[]> all = new ArrayList<>();
            while (true) {
                all.add(new long[Integer.MAX_VALUE - 8]);
            }
        })).start();
        hearing(runner.task(WorkLane.CHANGE, progress -> "next")).start();
        answer();
        answer();
        assertThat(heard).containsExactly("failed explained: OutOfMemoryError", "done next");
    }

    @Test
    void endlessRecursionIsAFailureWithAMessage() throws Exception {
        hearing(runner.task(WorkLane.SHORT, progress -> Integer.toString(deeper(1)))).start();
        answer();
        assertThat(heard).containsExactly("failed explained: StackOverflowError");
    }

    private static int deeper(int depth) {
        return depth < 0 ? 0 : deeper(depth + 1) + 1;
    }

    @Test
    void progressIsHandedBackInOrderAndNoneAfterTheCancellation() throws Exception {
        Task<String> task = hearing(runner.task(WorkLane.LONG, progress -> {
            progress.begin("part", 10);
            progress.advance(10, 3);
            progress.end();
            return "all";
        })).start();
        for (int i = 0; i < 3; i++) {
            answer();
        }
        assertThat(heard).containsExactly("at 0", "at 3", "done all");
        heard.clear();
        Task<String> other = hearing(runner.task(WorkLane.LONG, progress -> {
            progress.begin("part", 10);
            go.await();
            return "all";
        })).start();
        Runnable step = answers.poll(30, TimeUnit.SECONDS);
        other.cancel();
        step.run();
        assertThat(heard).isEmpty();
        assertThat(task.state()).isEqualTo(Task.State.DONE);
    }

    @Test
    void closingCancelsWhatRunsAndWaitsForItsEnd() throws Exception {
        CountDownLatch running = new CountDownLatch(1);
        AtomicBoolean undone = new AtomicBoolean();
        AtomicBoolean interrupted = new AtomicBoolean();
        runner.task(WorkLane.LONG, progress -> {
            running.countDown();
            while (!progress.isCancelled()) {
                interrupted.compareAndSet(false, Thread.currentThread().isInterrupted());
            }
            undone.set(true);
            return "";
        }).start();
        running.await();
        runner.close();
        assertThat(undone).isTrue();
        assertThat(interrupted).isFalse();
        runner.task(WorkLane.SHORT, progress -> heard.add("ran")).start();
        assertThat(heard).isEmpty();
    }
}

package org.tokenlane.job;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A piece of work with its progress, its cancellation and how it ends. What it answers is said before it is started;
 * exactly one answer comes, on the caller's thread, or none where a later task of the same topic took its place.
 */
public final class Task<T extends @Nullable Object> {

    /** How far a task is, as the caller sees it. */
    public enum State {
        NEW,
        /** Waits for its turn, or runs. */
        UNDER_WAY,
        DONE,
        FAILED,
        CANCELLED
    }

    /** A task that was never started: for who has none yet. */
    public static final Task<?> NONE = new Task<>(new CallingThreadRunner(IllegalStateException::new), WorkLane.SHORT,
            null,
            progress -> "");

    private static final Logger LOG = System.getLogger(Task.class.getName());

    private final Runner runner;
    private final WorkLane lane;
    private final @Nullable String topic;
    private final Work<T> work;
    private final Cancellation cancellation = new Cancellation();
    private Consumer<Progress.Step> onProgress = step -> {
    };
    private Consumer<T> onDone = result -> {
    };
    private Consumer<Exception> onFailed = failure -> {
    };
    private Runnable onCancelled = () -> {
    };
    private boolean partial;
    private volatile boolean superseded;
    private volatile State state = State.NEW;

    Task(Runner runner, WorkLane lane, @Nullable String topic, Work<T> work) {
        this.runner = runner;
        this.lane = lane;
        this.topic = topic;
        this.work = work;
    }

    /** Takes word of how far the work is; none any more after it was cancelled. */
    public Task<T> onProgress(Consumer<Progress.Step> listener) {
        onProgress = listener;
        return this;
    }

    /** Takes the result. */
    public Task<T> onDone(Consumer<T> listener) {
        onDone = listener;
        return this;
    }

    /** Takes the failure; for an error of the virtual machine what the runner explains it with. */
    public Task<T> onFailed(Consumer<Exception> listener) {
        onFailed = listener;
        return this;
    }

    /** Called when cancelled work has come to its end; no result is then handed back. */
    public Task<T> onCancelled(Runnable listener) {
        onCancelled = listener;
        return this;
    }

    /** A result that comes although the task was cancelled is handed back: it tells what was done until then. */
    public Task<T> withPartialResult() {
        partial = true;
        return this;
    }

    /** Starts it. */
    public Task<T> start() {
        if (state != State.NEW) {
            throw new IllegalStateException("started before");
        }
        state = State.UNDER_WAY;
        runner.begin(this, topic);
        runner.run(lane, this::work);
        return this;
    }

    /** Asks the work to stop; does nothing after its end. */
    public void cancel() {
        cancellation.request();
    }

    boolean isOn(WorkLane other) {
        return lane == other;
    }

    void supersede() {
        superseded = true;
        cancellation.request();
    }

    public State state() {
        return state;
    }

    public boolean isUnderWay() {
        return state == State.UNDER_WAY;
    }

    /** Whether it was asked to stop. */
    public boolean isCancelled() {
        return cancellation.isRequested();
    }

    private void work() {
        Runnable answer;
        try {
            cancellation.check();
            T result = work.run(new Progress(cancellation, this::report));
            answer = () -> done(result);
        } catch (CancellationException stopped) {
            answer = this::cancelled;
        } catch (Exception failure) {
            if (isCancelled() && !partial) {
                // what it worked on may be gone by now, which is why it was cancelled
                LOG.log(Level.DEBUG, "cancelled work failed", failure);
                runner.answer(this::cancelled);
                return;
            }
            LOG.log(Level.WARNING, "work failed", failure);
            answer = () -> failed(failure);
        } catch (Error error) {
            // the window goes on; who waits for the work is told
            LOG.log(Level.ERROR, "work failed", error);
            Exception failure = runner.explain(error);
            answer = () -> failed(failure);
        }
        runner.answer(answer);
    }

    private void report(Progress.Step step) {
        runner.answer(() -> {
            if (isUnderWay() && !isCancelled()) {
                onProgress.accept(step);
            }
        });
    }

    private void done(T result) {
        if (superseded || isCancelled() && !partial) {
            cancelled();
        } else {
            end(State.DONE);
            onDone.accept(result);
        }
    }

    private void failed(Exception failure) {
        if (superseded) {
            cancelled();
        } else {
            end(State.FAILED);
            onFailed.accept(failure);
        }
    }

    private void cancelled() {
        end(State.CANCELLED);
        if (!superseded) {
            onCancelled.run();
        }
    }

    private void end(State how) {
        state = how;
        runner.end(this, topic);
    }
}

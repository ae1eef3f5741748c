package org.tokenlane.job;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs tasks and hands back how they ended. All but the work itself happens on one thread, that of the caller: tasks
 * are
 * started and cancelled there, and answer there.
 */
public abstract class Runner implements AutoCloseable {

    private final Function<Error, Exception> explained;
    private final Map<String, Task<?>> latest = new ConcurrentHashMap<>();
    private final Set<Task<?>> underWay = ConcurrentHashMap.newKeySet();
    private Runnable onChange = () -> {
    };

    /**
     * @param explained
     *            gives the failure that is reported for an error of the virtual machine, such as too little memory,
     *            with
     *            a message for people
     */
    protected Runner(Function<Error, Exception> explained) {
        this.explained = explained;
    }

    /** A task that is yet to be started. */
    public final <T extends @Nullable Object> Task<T> task(WorkLane lane, Work<T> work) {
        return new Task<>(this, lane, null, work);
    }

    /**
     * A task that is yet to be started, and takes the place of the one of the same topic that was started before: that
     * one is cancelled and does not answer.
     */
    public final <T extends @Nullable Object> Task<T> latest(String topic, WorkLane lane, Work<T> work) {
        return new Task<>(this, lane, topic, work);
    }

    /** Runs the work on a thread of the lane. */
    abstract void run(WorkLane lane, Runnable work);

    /** Runs what hands something back, on the caller's thread. */
    abstract void answer(Runnable answer);

    /** Takes word, on the caller's thread, whenever a task begins or ends. */
    public final void onChange(Runnable listener) {
        onChange = listener;
    }

    /** Tells whether a task of the lane runs or waits for its turn. */
    public final boolean isUnderWay(WorkLane lane) {
        return underWay.stream().anyMatch(task -> task.isOn(lane));
    }

    final void begin(Task<?> task, @Nullable String topic) {
        underWay.add(task);
        Task<?> before = topic == null ? null : latest.put(topic, task);
        if (before != null) {
            before.supersede();
        }
        onChange.run();
    }

    final void end(Task<?> task, @Nullable String topic) {
        underWay.remove(task);
        if (topic != null) {
            latest.remove(topic, task);
        }
        onChange.run();
    }

    final Exception explain(Error error) {
        return explained.apply(error);
    }

    /** Cancels all that is under way or waits in a lane. */
    public final void cancel(WorkLane lane) {
        underWay.stream().filter(task -> task.isOn(lane)).forEach(Task::cancel);
    }

    /** Cancels all that is under way. */
    public final void cancelAll() {
        underWay.forEach(Task::cancel);
    }

    /** Cancels all that is under way and takes no more. */
    @Override
    public final void close() {
        close(() -> {
        });
    }

    /**
     * Cancels all that is under way, takes no more, and does this as the last: to close what the work was on. It is
     * done when this returns.
     */
    public abstract void close(Runnable last);
}

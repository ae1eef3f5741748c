package org.tokenlane.job;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.Function;

/**
 * Runs tasks on the calling thread: a task has answered when it was started. Tasks can be held back, to see what is so
 * while they are under way.
 */
public final class CallingThreadRunner extends Runner {

    private final Queue<Runnable> held = new ArrayDeque<>();
    private boolean holding;

    public CallingThreadRunner(Function<Error, Exception> explained) {
        super(explained);
    }

    /** Tasks that are started from now on wait. */
    public void hold() {
        holding = true;
    }

    /** Runs what waits, and what that starts; from now on tasks run at once. */
    public void proceed() {
        holding = false;
        for (Runnable work = held.poll(); work != null; work = held.poll()) {
            work.run();
        }
    }

    /** How many tasks wait. */
    public int waiting() {
        return held.size();
    }

    @Override
    void run(WorkLane lane, Runnable work) {
        if (holding) {
            held.add(work);
        } else {
            work.run();
        }
    }

    @Override
    public void close(Runnable last) {
        cancelAll();
        last.run();
    }

    @Override
    void answer(Runnable answer) {
        answer.run();
    }
}

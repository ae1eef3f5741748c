package org.tokenlane.job;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Runs tasks on threads of its own, as many for each lane as the lane has, and answers by an executor. */
public final class BackgroundRunner extends Runner {

    private static final int SECONDS_TO_STOP = 5;

    private final Executor answers;
    private final Map<WorkLane, ExecutorService> lanes = new EnumMap<>(WorkLane.class);

    /**
     * @param answers
     *            runs what is handed back on the caller's thread
     * @param explained
     *            see {@link Runner#Runner(Function)}
     */
    public BackgroundRunner(Executor answers, Function<Error, Exception> explained) {
        super(explained);
        this.answers = answers;
        for (WorkLane lane : WorkLane.values()) {
            lanes.put(lane, Executors.newFixedThreadPool(lane.threads(), Thread.ofPlatform().daemon()
                    .name("work-" + lane.name().toLowerCase(Locale.ROOT) + "-", 1).factory()));
        }
    }

    @Override
    void run(WorkLane lane, Runnable work) {
        ExecutorService threads = lanes.get(lane);
        if (threads != null && !threads.isShutdown()) {
            threads.execute(work);
        }
    }

    @Override
    void answer(Runnable answer) {
        answers.execute(answer);
    }

    /**
     * Waits a few seconds for the end of what is under way, so that a file that is being written is undone in good
     * order. No thread is interrupted: that would close the case file under whoever reads it. The last is done on a
     * thread of its own, so that the window's thread reads no file even then.
     */
    @Override
    public void close(Runnable last) {
        cancelAll();
        lanes.values().forEach(ExecutorService::shutdown);
        Thread closing = Thread.ofPlatform().name("work-end").start(() -> {
            await();
            last.run();
        });
        try {
            closing.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(SECONDS_TO_STOP);
        try {
            for (ExecutorService threads : lanes.values()) {
                threads.awaitTermination(end - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

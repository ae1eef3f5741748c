package org.tokenlane.job;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Runs the work of a command on the calling thread and lets Ctrl-C stop it cleanly: the work is cancelled, and the
 * program ends when the runner is closed. To be made before a case is opened and closed after it.
 */
public final class CommandRunner implements AutoCloseable {

    private static final int SECONDS_TO_CLOSE = 20;

    private final Consumer<Progress.Step> shown;
    private final Function<Error, ? extends RuntimeException> explained;
    private final Cancellation cancellation = new Cancellation();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop-command");

    /**
     * @param shown
     *            takes word of how far the work is
     * @param explained
     *            gives the failure that is thrown for an error of the virtual machine, such as too little memory, with
     *            a
     *            message for people
     */
    public CommandRunner(Consumer<Progress.Step> shown, Function<Error, ? extends RuntimeException> explained) {
        this.shown = shown;
        this.explained = explained;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Work that fails only in the ways that the command reports anyway. */
    @FunctionalInterface
    public interface CommandWork<T extends @Nullable Object> {

        T run(Progress progress);
    }

    /**
     * Does the work.
     *
     * @throws java.util.concurrent.CancellationException
     *             where Ctrl-C stopped it
     */
    public <T extends @Nullable Object> T run(CommandWork<T> work) {
        try {
            return work.run(new Progress(cancellation, shown));
        } catch (Error error) {
            throw explained.apply(error);
        }
    }

    private void stop() {
        cancellation.request();
        try {
            closed.await(SECONDS_TO_CLOSE, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (!cancellation.isRequested()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException alreadyStopping) {
                // the hook runs and finds the latch open
            }
        }
    }
}

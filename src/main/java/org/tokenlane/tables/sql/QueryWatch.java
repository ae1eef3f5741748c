package org.tokenlane.tables.sql;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Text;

/**
 * Stops a query that takes too long, needs too much memory or is not wanted any more. A thread of its own looks for
 * that, because parts of a query run without reading a row.
 */
final class QueryWatch implements AutoCloseable {

    private static final Duration PAUSE = Duration.ofMillis(50);

    private final Thread thread;
    private volatile @Nullable Text reason;

    /**
     * Watches until it is closed.
     *
     * @param longest
     *            how long the query may take; zero for as long as it needs
     * @param full
     *            tells whether there is too little memory left
     * @param unwanted
     *            tells whether the query is not wanted any more
     * @param stop
     *            stops the query; asked again until it has stopped
     */
    QueryWatch(Duration longest, BooleanSupplier full, BooleanSupplier unwanted, Runnable stop) {
        long end = System.nanoTime() + longest.toNanos();
        thread = Thread.ofVirtual().name("query-watch").start(() -> {
            try {
                while (true) {
                    Thread.sleep(PAUSE);
                    if (reason == null) {
                        reason = unwanted.getAsBoolean() ? SqlText.STOPPED.with()
                                : full.getAsBoolean() ? SqlText.TOO_LARGE.with()
                                        : longest.isPositive() && System.nanoTime() - end > 0
                                                ? SqlText.TOO_LONG.with(longest.toSeconds())
                                                : null;
                    }
                    if (reason != null) {
                        stop.run();
                    }
                }
            } catch (InterruptedException closed) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Why the query has to stop, or null. */
    @Nullable
    Text reason() {
        return reason;
    }

    /** Goes on only where nothing stands against it. */
    void check() {
        Text stopped = reason;
        if (stopped != null) {
            throw new QueryException(stopped);
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}

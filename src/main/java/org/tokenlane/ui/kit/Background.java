package org.tokenlane.ui.kit;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;

/**
 * Work that must not be done on the window's thread. Called on the window's thread, and answers there. Of several
 * pieces of work of one topic only the last is answered.
 */
public final class Background implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Background.class.getName());

    private final ExecutorService workers = Executors.newFixedThreadPool(3,
            Thread.ofPlatform().daemon().name("window-work-", 1).factory());
    private final Map<String, Integer> latest = new ConcurrentHashMap<>();

    /** Does the work and gives its outcome to {@code done}, a failure to {@code failed}. */
    public <T> void run(Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        workers.execute(() -> {
            try {
                T outcome = work.call();
                Platform.runLater(() -> done.accept(outcome));
            } catch (CancellationException e) {
                // the analyst stopped it, which is no failure worth a log
                Platform.runLater(() -> failed.accept(e));
            } catch (Exception e) {
                LOG.log(Level.WARNING, "work failed", e);
                Platform.runLater(() -> failed.accept(e));
            }
        });
    }

    /** As {@link #run}, but the answer is dropped where work of the same topic was asked for meanwhile. */
    public <T> void latest(String topic, Callable<T> work, Consumer<T> done, Consumer<Exception> failed) {
        int number = latest.merge(topic, 1, Integer::sum);
        run(() -> latest.get(topic) == number ? work.call() : null, outcome -> {
            if (latest.get(topic) == number) {
                done.accept(outcome);
            }
        }, failed);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}

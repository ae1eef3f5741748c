package org.tokenlane.ui.kit;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.tokenlane.job.Progress;

/**
 * Says in the window, a few times a second, how far a piece of work is; what it says is taken on the window's thread.
 */
public final class ToldProgress implements Progress {

    private static final long OFTEN = 200_000_000L;

    private final String thing;
    private final AtomicBoolean stop;
    private final Consumer<String> words;
    private String name = "";
    private long done;
    private long told;

    /**
     * @param thing
     *            what is counted, one of it
     * @param stop
     *            set where the work is not wanted any more
     */
    public ToldProgress(String thing, AtomicBoolean stop, Consumer<String> words) {
        this.thing = thing;
        this.stop = stop;
        this.words = words;
    }

    @Override
    public void begin(String what, long bytes) {
        name = what;
        done = 0;
        tell();
    }

    @Override
    public void advance(long bytes, long records) {
        done += records;
        if (System.nanoTime() - told > OFTEN) {
            tell();
        }
    }

    private void tell() {
        told = System.nanoTime();
        String text = name + (done == 0 ? "…" : ", " + Texts.count(done, thing));
        Platform.runLater(() -> words.accept(Character.toUpperCase(text.charAt(0)) + text.substring(1)));
    }

    @Override
    public boolean isCancelled() {
        return stop.get();
    }
}

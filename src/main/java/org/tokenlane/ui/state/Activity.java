package org.tokenlane.ui.state;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleDoubleProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.job.Progress;
import org.tokenlane.model.text.Text;

/** Work that the analyst waits for, while it is under way. */
public final class Activity {

    private final Text what;
    private final @Nullable Runnable stop;
    private final ReadOnlyObjectWrapper<Text> shown;
    private final DoubleProperty share = new SimpleDoubleProperty(-1);

    /**
     * @param stop
     *            null where it cannot be stopped from here
     */
    Activity(Text what, @Nullable Runnable stop) {
        this.what = what;
        shown = new ReadOnlyObjectWrapper<>(what);
        this.stop = stop;
    }

    public Text what() {
        return what;
    }

    /** What it is, and how many of its pieces are done where it reports that. */
    public ReadOnlyObjectProperty<Text> shown() {
        return shown.getReadOnlyProperty();
    }

    /** How much is done, from 0 to 1; -1 where that is not known. */
    public DoubleProperty share() {
        return share;
    }

    public void follow(Progress.Step step) {
        share.set(step.share());
        shown.set(step.counted() ? StateText.PIECES_DONE.with(what, step.bytes(), step.size()) : what);
    }

    public boolean canBeStopped() {
        return stop != null;
    }

    /** Stops it at the analyst's wish. */
    public void stop() {
        if (stop != null) {
            stop.run();
        }
    }
}

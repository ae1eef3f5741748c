package org.tokenlane.ui.state;

import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import org.tokenlane.job.Progress;
import org.tokenlane.model.text.Text;

/** Work that the analyst waits for, while it is under way. */
public final class Activity {

    private final Text what;
    private final Runnable stop;
    private final DoubleProperty share = new SimpleDoubleProperty(-1);

    Activity(Text what, Runnable stop) {
        this.what = what;
        this.stop = stop;
    }

    public Text what() {
        return what;
    }

    /** How much is done, from 0 to 1; -1 where that is not known. */
    public DoubleProperty share() {
        return share;
    }

    public void follow(Progress.Step step) {
        share.set(step.share());
    }

    /** Stops it at the analyst's wish. */
    public void stop() {
        stop.run();
    }
}

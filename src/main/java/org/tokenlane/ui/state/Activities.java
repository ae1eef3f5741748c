package org.tokenlane.ui.state;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.text.Text;

/** What the analyst waits for. Of several the latest is shown. Used on the window's thread only. */
public final class Activities {

    private final List<Activity> underWay = new ArrayList<>();
    private final ReadOnlyObjectWrapper<Activity> current = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Activity> shown = new ReadOnlyObjectWrapper<>();
    private final Activity unnamed = new Activity(StateText.WORKING.with(), null);
    private boolean working;

    /** What is under way; null where nothing is. */
    public ReadOnlyObjectProperty<Activity> current() {
        return current.getReadOnlyProperty();
    }

    /** The same, and that there is work where nobody said which: no work that takes its time goes on without a sign. */
    public ReadOnlyObjectProperty<Activity> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Shows that this runner does something that takes its time. */
    void follow(Runner runner) {
        runner.onChange(() -> {
            working = runner.isUnderWay(WorkLane.LONG);
            show();
        });
    }

    /**
     * Work begins.
     *
     * @param stop
     *            ends it at the analyst's wish
     */
    public Activity begin(Text what, Runnable stop) {
        Activity activity = new Activity(what, stop);
        underWay.add(activity);
        show();
        return activity;
    }

    /** Work is over, however it ended; does nothing where it was over before. */
    public void end(Activity activity) {
        underWay.remove(activity);
        show();
    }

    private void show() {
        current.set(underWay.isEmpty() ? null : underWay.getLast());
        shown.set(working && underWay.isEmpty() ? unnamed : current.get());
    }
}

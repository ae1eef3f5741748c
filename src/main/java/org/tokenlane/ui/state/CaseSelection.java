package org.tokenlane.ui.state;

import java.util.BitSet;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.query.FilterEvaluator;

/** Applies the filter to the open case whenever one of both changes. */
final class CaseSelection implements Selection {

    private final Runner background;
    private final Messages messages;
    private final Supplier<MarkedEvents> marks;
    private final ReadOnlyObjectWrapper<OpenCase> openCase = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<ViewState> view = new ReadOnlyObjectWrapper<>(ViewState.ALL);
    private final ReadOnlyObjectWrapper<Matching> matching = new ReadOnlyObjectWrapper<>(Matching.NONE);
    private final IntegerProperty event = new SimpleIntegerProperty(-1);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Activities activities;
    private Runnable stopped = () -> {
    };
    private ViewState matchedView = ViewState.ALL;
    private @Nullable OpenCase matchedCase;
    private boolean goingBack;
    private @Nullable Activity activity;
    private int afterMatching = -1;
    private Task<?> task = Task.NONE;

    CaseSelection(Runner background, Messages messages, Activities activities, Supplier<MarkedEvents> marks) {
        this.background = background;
        this.messages = messages;
        this.activities = activities;
        this.marks = marks;
        view.addListener((property, before, now) -> {
            if (!goingBack) {
                match();
            }
        });
    }

    /** Is run when a filter was stopped, to go back to the one before. */
    void onStopped(Runnable listener) {
        stopped = listener;
    }

    /** The view that the selected events are of. */
    ViewState matchedView() {
        return matchedCase == openCase.get() ? matchedView : ViewState.ALL;
    }

    void open(@Nullable OpenCase opened) {
        openCase.set(opened);
    }

    /** Nothing is selected of the case that is left, so that nobody looks up its events in another. */
    void leave() {
        task.cancel();
        settle();
        afterMatching = -1;
        matching.set(Matching.NONE);
    }

    void look(ViewState next) {
        view.set(next);
    }

    /** Selects an event as soon as the filter has been applied. */
    void selectAfterMatching(int selected) {
        afterMatching = selected;
    }

    /** Selects an event as soon as the filter has been applied, or now where it is applied already. */
    void selectAgain(int selected) {
        if (busy.get()) {
            afterMatching = selected;
        } else if (matching.get().set().get(selected)) {
            event.set(selected);
        }
    }

    /** Applies the filter. */
    void match() {
        OpenCase now = openCase.get();
        task.cancel();
        settle();
        if (now == null) {
            // another object than before, so that everybody hears that no case is open
            matching.set(Matching.of(new BitSet()));
            return;
        }
        ViewState applied = view.get();
        Filter filter = view.get().filter();
        MarkedEvents marked = marks.get();
        Activity begun = activities.begin(StateText.FILTERING.with(), this::stop);
        activity = begun;
        busy.set(true);
        task = background
                .latest("filter", WorkLane.SHORT,
                        progress -> Matching.of(now.evaluator(marked, progress).events(filter)))
                .onProgress(begun::follow).onDone(found -> {
                    if (openCase.get() == now) {
                        matchedView = applied;
                        matchedCase = now;
                        settle();
                        matched(found);
                    }
                }).onFailed(failure -> {
                    settle();
                    messages.failed(StateText.FILTER_FAILED, failure);
                }).start();
    }

    private void settle() {
        busy.set(false);
        if (activity != null) {
            activities.end(activity);
            activity = null;
        }
    }

    @Override
    public void stop() {
        if (busy.get()) {
            task.cancel();
            settle();
            afterMatching = -1;
            goingBack = matchedCase == openCase.get();
            stopped.run();
            goingBack = false;
        }
    }

    @Override
    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    private void matched(Matching found) {
        messages.clear();
        matching.set(found);
        if (afterMatching >= 0 && found.set().get(afterMatching)) {
            event.set(afterMatching);
        }
        afterMatching = -1;
        if (event.get() >= 0 && !found.set().get(event.get())) {
            event.set(-1);
        }
    }

    /** Applies the filter again where it is by marks. */
    void marksChanged() {
        if (isByMarks(view.get().filter())) {
            match();
        }
    }

    private static boolean isByMarks(Filter filter) {
        return switch (filter) {
        case Filter.Marked marked -> true;
        case Filter.And and -> and.parts().stream().anyMatch(CaseSelection::isByMarks);
        case Filter.Or or -> or.parts().stream().anyMatch(CaseSelection::isByMarks);
        case Filter.Not not -> isByMarks(not.part());
        default -> false;
        };
    }

    @Override
    public FilterEvaluator evaluator() {
        return openCase.get().evaluator(marks.get());
    }

    @Override
    public ReadOnlyObjectProperty<OpenCase> openCase() {
        return openCase.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<ViewState> view() {
        return view.getReadOnlyProperty();
    }

    @Override
    public ReadOnlyObjectProperty<Matching> matching() {
        return matching.getReadOnlyProperty();
    }

    @Override
    public IntegerProperty event() {
        return event;
    }
}

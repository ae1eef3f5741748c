package org.tokenlane.ui.timeline;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.report.document.TimelineNotes;
import org.tokenlane.timeline.Moment;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/** The milestones in the span of the timeline that is shown, for its users; they follow the timeline and the answers. */
final class TimelineMoments {

    private final Selection selection;
    private final ObservableValue<Timeline> timeline;
    private final CaseAnswers answers;
    private final Messages messages;
    private final Runner background;
    private final ReadOnlyObjectWrapper<List<Moment>> all = new ReadOnlyObjectWrapper<>(List.of());
    private Task<?> task = Task.NONE;

    TimelineMoments(Selection selection, ObservableValue<Timeline> timeline, CaseAnswers answers, Messages messages,
            Runner background) {
        this.selection = selection;
        this.timeline = timeline;
        this.answers = answers;
        this.messages = messages;
        this.background = background;
        timeline.addListener((property, before, now) -> find());
        answers.answers().addListener((property, before, now) -> find());
    }

    private void find() {
        task.cancel();
        OpenCase open = selection.openCase().get();
        Answers known = answers.answers().get();
        Timeline shown = timeline.getValue();
        if (open == null || known == null || shown.isEmpty()) {
            all.set(List.of());
            return;
        }
        task = background.latest("moments", WorkLane.SHORT,
                progress -> TimelineNotes.moments(known.incident(), shown, open.events())).onDone(all::set)
                .onFailed(failure -> messages.failed(TimelineText.MOMENTS_FAILED, failure)).start();
    }

    /** Finds what the picture of a stretch of a timeline says, with the answers as they are known now; not fast. */
    Function<Timeline, TimelineNotes> notes(long from, long to) {
        Answers known = answers.answers().get();
        return drawn -> known == null ? TimelineNotes.NONE : TimelineNotes.of(known.incident(), drawn, from, to);
    }

    ReadOnlyObjectProperty<List<Moment>> all() {
        return all.getReadOnlyProperty();
    }
}

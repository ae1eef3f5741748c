package org.tokenlane.ui.timeline;

import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.LaneLayout;
import org.tokenlane.timeline.MarkLabel;
import org.tokenlane.timeline.Moment;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.timeline.TimelineScene;
import org.tokenlane.timeline.WorkingHours;

/**
 * All that one frame of the lanes shows.
 *
 * @param scroll
 *            how many pixels of lanes are hidden above
 * @param selected
 *            the selected event with its time, or -1
 * @param hours
 *            the time that is not shaded
 * @param range
 *            the two pixels between which a range is being chosen, or null
 * @param moments
 *            the key events
 * @param labels
 *            what marks are called; null where nothing is open
 */
record Frame(Timeline timeline, TimelineScene scene, LaneLayout layout, double scroll, int selected, long selectedTime,
        ZoneId zone, WorkingHours hours, double @Nullable [] range, List<Moment> moments, @Nullable MarkLabel labels,
        Heads heads) {

    /** What is written before lanes. */
    record Heads(Function<Lane, LaneHead> of, Function<Lane, @Nullable Verdict> verdicts,
            Function<Lane, Boolean> pinned,
            int hovered) {

        static final Heads NONE = new Heads(LaneHead::plain, lane -> null, lane -> false, -1);
    }

    TimeScale scale() {
        return scene.scale();
    }

    double top(int lane) {
        return layout.top(lane, scroll);
    }

    double height(int lane) {
        return layout.height(lane);
    }

    boolean isSeen(int lane) {
        return layout.isSeen(lane, scroll);
    }
}

package org.tokenlane.timeline;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.mark.Bookmark;
import org.tokenlane.model.mark.Mark;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Note;
import org.tokenlane.model.mark.OwnEvent;
import org.tokenlane.query.CaseEvents;

/**
 * What the analyst's marks add to a timeline.
 *
 * @param flags
 *            in the order of time
 * @param hostile
 *            the events that count as the attacker's
 */
public record TimelineFlags(List<Flag> flags, BitSet hostile) {

    public static final TimelineFlags NONE = new TimelineFlags(List.of(), new BitSet());

    /**
     * A moment that the analyst marked.
     *
     * @param time
     *            nanoseconds since 1970, UTC
     * @param lane
     *            the lane of the event that it is on; -1 for an event of the analyst's own, which stands in all lanes
     * @param text
     *            what was written; empty for a bookmark
     */
    public record Flag(long time, int lane, String text) {

        public boolean isOwnEvent() {
            return lane < 0;
        }
    }

    /** The flags of the analyst's own events, and of the notes and bookmarks on events that the timeline shows. */
    public static TimelineFlags of(MarkedEvents marked, Timeline timeline, CaseEvents events) {
        List<Flag> flags = new ArrayList<>();
        for (Mark mark : marked.marks().all()) {
            if (mark instanceof OwnEvent own) {
                flags.add(new Flag(own.time(), -1, own.text()));
            }
            MarkTarget target = mark instanceof Note || mark instanceof Bookmark ? mark.target() : null;
            if (target != null && target.kind() == MarkTarget.Kind.EVENT) {
                for (int event : marked.of(target)) {
                    int lane = timeline.laneOf(event);
                    if (lane >= 0 && events.time(event) != AuditEvent.NO_TIME) {
                        flags.add(new Flag(events.time(event), lane, mark instanceof Note note ? note.text() : ""));
                    }
                }
            }
        }
        flags.sort(Comparator.comparingLong(Flag::time));
        return new TimelineFlags(flags, marked.hostile());
    }

    public boolean isEmpty() {
        return flags.isEmpty() && hostile.isEmpty();
    }

    /** The analyst's own event nearest to a pixel of the lanes, within some pixels of it; null where there is none. */
    public @Nullable Flag ownEventAt(TimeScale scale, double x, double within) {
        return flags.stream().filter(Flag::isOwnEvent).filter(flag -> Math.abs(scale.x(flag.time()) - x) <= within)
                .min(Comparator.comparingDouble(flag -> Math.abs(scale.x(flag.time()) - x))).orElse(null);
    }
}

package org.tokenlane.ui.timeline;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.ui.state.OpenCase;

/** Who an event of a session is drawn for, and how that one's origin can be split at the event. */
final class WaysToSplit {

    private WaysToSplit() {
    }

    /** The person the event is drawn for; null if it is not drawn. */
    static Timeline.@Nullable Person personOf(int event, Timeline timeline) {
        int lane = event < 0 ? -1 : timeline.laneOf(event);
        if (lane < 0) {
            return null;
        }
        Lane of = timeline.lanes().get(lane);
        return timeline.origins().get(of.origins()[Arrays.binarySearch(of.events(), event)]);
    }

    /** None where several origins count as one person. */
    static List<OriginSplit> at(int event, Timeline timeline, OpenCase open) {
        Timeline.Person person = personOf(event, timeline);
        List<OriginSplit> splits = new ArrayList<>();
        if (person != null && person.keys().size() == 1) {
            String origin = person.keys().getFirst();
            add(splits, origin, OriginSplit.By.ADDRESS, open.events().text(EventField.IP, event));
            add(splits, origin, OriginSplit.By.USER_AGENT, open.events().text(EventField.USER_AGENT, event));
            add(splits, origin, OriginSplit.By.TOKEN,
                    open.events().dictionary(EventField.UTI).get(open.correlation().token(event)));
            add(splits, origin, OriginSplit.By.TIME, Long.toString(open.events().time(event)));
        }
        return splits;
    }

    private static void add(List<OriginSplit> splits, String origin, OriginSplit.By by, @Nullable String value) {
        if (value != null) {
            splits.add(new OriginSplit(origin, by, value));
        }
    }
}

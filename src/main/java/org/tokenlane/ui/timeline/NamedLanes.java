package org.tokenlane.ui.timeline;

import java.util.List;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.NetworkFact;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.LaneKey;
import org.tokenlane.timeline.Timeline;

/**
 * Adds names to lanes of applications that the log gives by id only, and countries to addresses that it gives without.
 */
final class NamedLanes {

    private NamedLanes() {
    }

    /**
     * The same lanes. A lane's own value stays its name where one can filter by it, so external data goes below it.
     */
    static Timeline of(Timeline timeline, LaneKey key, Enrichment beside) {
        if (key != LaneKey.APP && key != LaneKey.TOKEN && key != LaneKey.ADDRESS) {
            return timeline;
        }
        List<Lane> lanes = timeline.lanes().stream().map(lane -> named(lane, key, beside)).toList();
        return new Timeline(lanes, timeline.origins(), timeline.events(), timeline.first(), timeline.last(),
                timeline.undated());
    }

    private static Lane named(Lane lane, LaneKey key, Enrichment beside) {
        if (key == LaneKey.TOKEN) {
            return with(lane, beside.apps().named(lane.name()), lane.detail());
        }
        if (key == LaneKey.APP) {
            return beside.apps().of(lane.name()) == null ? lane
                    : with(lane, lane.name(), beside.apps().named(lane.name()));
        }
        NetworkFact.Value country = beside.networks().lookUp(lane.name()).country();
        return country == null || !lane.detail().isEmpty() ? lane
                : with(lane, lane.name(), country.words());
    }

    private static Lane with(Lane lane, String name, String detail) {
        return new Lane(name, detail, lane.events(), lane.times(), lane.origins(), lane.marks(), lane.bars());
    }
}

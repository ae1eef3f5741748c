package org.tokenlane.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.enrich.NetworkFact;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.LaneKey;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.ui.state.KnownValues;

/**
 * Adds names to lanes of applications that the log gives by id only, countries to addresses that it gives without, and
 * what the library of earlier cases says of addresses, applications and origins.
 */
final class NamedLanes {

    private NamedLanes() {
    }

    /**
     * The same lanes. A lane's own value stays its name where one can filter by it, so external data goes below it.
     */
    static Timeline of(Timeline timeline, LaneKey key, Enrichment beside, KnownValues known) {
        List<Lane> lanes = timeline.lanes().stream().map(lane -> marked(named(lane, key, beside), key, known))
                .toList();
        return new Timeline(lanes, timeline.origins().stream().map(person -> marked(person, known)).toList(),
                timeline.events(), timeline.first(), timeline.last(), timeline.undated());
    }

    private static Lane marked(Lane lane, LaneKey key, KnownValues known) {
        FilterField field = switch (key) {
        case ADDRESS, ORIGIN -> FilterField.IP;
        case APP -> FilterField.APP;
        case WORKLOAD, TOKEN, USER, SESSION -> null;
        };
        List<String> words = new ArrayList<>(known.about(field, lane.name()));
        if (words.isEmpty()) {
            return lane;
        }
        if (!lane.detail().isEmpty()) {
            words.addFirst(lane.detail());
        }
        return with(lane, lane.name(), String.join("; ", words));
    }

    private static Timeline.Person marked(Timeline.Person person, KnownValues known) {
        List<String> words = person.keys().stream().flatMap(key -> known.aboutOrigin(key).stream()).distinct().toList();
        return words.isEmpty() || person.name().isEmpty() ? person
                : new Timeline.Person(TimelineText.KNOWN_ORIGIN.text(person.name(), String.join("; ", words)),
                        person.keys(), person.confirmed(), person.events(), person.style());
    }

    private static Lane named(Lane lane, LaneKey key, Enrichment beside) {
        if (key != LaneKey.APP && key != LaneKey.TOKEN && key != LaneKey.ADDRESS) {
            return lane;
        }
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

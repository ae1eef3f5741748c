package org.tokenlane.ui.timeline;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.tokenlane.detect.answer.Story.Station;
import org.tokenlane.ui.kit.Times;

/** How stations are called and described. */
final class StoryLabels {

    private StoryLabels() {
    }

    /** What is inferred says so in its title, and so does what is missing. */
    static TimelineText title(Station station) {
        return switch (station.certainty()) {
        case FOUND -> TimelineText.STATION;
        case INFERRED -> TimelineText.STATION_INFERRED;
        case MISSING -> TimelineText.STATION_MISSING;
        };
    }

    /** All that is known of a station, in lines. */
    static String words(Station station, ZoneId zone) {
        List<String> lines = new ArrayList<>();
        lines.add(title(station).text(station.kind().text()));
        if (station.isDated()) {
            lines.add(TimelineText.TIME.text(Times.seconds(station.from(), zone), Times.name(zone)));
        }
        lines.add(station.text());
        if (!station.proof().isEmpty()) {
            lines.add(TimelineText.STATION_PROOF.text(station.events().size(), station.proof()));
        }
        if (!station.fetch().isEmpty()) {
            lines.add(TimelineText.STATION_FETCH.text(station.fetch()));
        }
        return String.join("\n", lines);
    }
}

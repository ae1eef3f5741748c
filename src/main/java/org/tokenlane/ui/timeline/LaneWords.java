package org.tokenlane.ui.timeline;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.time.Durations;
import org.tokenlane.timeline.EventWeights;
import org.tokenlane.timeline.Moment;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.timeline.TimelineFlags;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.OpenCase;

/** What is said of the lanes: by the pointer that rests on something, and by a screen reader. */
final class LaneWords {

    /** The longest line of a tooltip. */
    private static final int LETTERS = 90;
    private static final int MOST_FINDINGS = 3;

    private final Display display;
    private final TimelineViewModel model;

    LaneWords(Display display, TimelineViewModel model) {
        this.display = display;
        this.model = model;
    }

    /** What the events of a mark are; how many of them count as the attacker's, and what they prove, comes first. */
    String of(int[] events, int hostile, EventWeights weights, OpenCase open) {
        List<String> lines = new ArrayList<>();
        if (hostile > 0) {
            lines.add(hostile == events.length ? TimelineText.MALICIOUS.text()
                    : TimelineText.PARTLY_MALICIOUS.text(hostile));
        }
        if (events.length > 1) {
            lines.add(TimelineText.SEVERAL.text(Count.EVENTS.of(events.length), Durations
                    .units(open.events().time(events[events.length - 1]) - open.events().time(events[0]))));
        }
        weights.findings(events, MOST_FINDINGS).forEach(finding -> lines
                .add(TimelineText.FINDING.text(finding.severity().text(), Texts.oneLine(finding.title()))));
        lines.add(TimelineText.TIME.text(Times.exact(open.events().time(events[0]),
                open.events().timeDigits(events[0]), display.zone().get()), Times.name(display.zone().get())));
        model.lines(events[0]).stream().map(Texts::oneLine)
                .map(line -> line.length() > LETTERS ? line.substring(0, LETTERS - 1) + "…" : line)
                .forEach(lines::add);
        return String.join("\n", lines);
    }

    String of(Moment moment) {
        return String.join("\n",
                TimelineText.MOMENT.text(Times.seconds(moment.time(), display.zone().get()),
                        Times.name(display.zone().get())),
                Texts.visible(moment.words()),
                TimelineText.MOMENT_PROOF.text(moment.events().size(), Texts.oneLine(moment.proof())));
    }

    String of(TimelineFlags.Flag own) {
        return TimelineText.OWN_EVENT.text(Times.seconds(own.time(), display.zone().get()),
                Times.name(display.zone().get())) + "\n" + Texts.visible(own.text());
    }

    /** What a screen reader says of the picture. */
    String spoken(TimelineFlags flags, int selected, @Nullable OpenCase open) {
        Timeline timeline = model.timeline().get();
        if (timeline.isEmpty()) {
            return TimelineText.SPOKEN_EMPTY.text();
        }
        List<String> parts = new ArrayList<>();
        parts.add(TimelineText.SPOKEN.text(Count.EVENTS.of(timeline.events().length),
                Count.LANES.of(timeline.lanes().size()), Count.ORIGINS.of(timeline.origins().size()),
                timeline.hasLaneWithoutToken() ? 1 : 0));
        parts.add(selected < 0 || open == null ? TimelineText.SPOKEN_NOTHING_SELECTED.text()
                : TimelineText.SPOKEN_SELECTED.text(String.join(", ", model.lines(selected)),
                        Times.seconds(open.events().time(selected), display.zone().get())));
        model.moments().get().forEach(moment -> parts.add(TimelineText.SPOKEN_MOMENT
                .text(Times.seconds(moment.time(), display.zone().get()), Texts.oneLine(moment.label()))));
        flags.flags().stream().filter(TimelineFlags.Flag::isOwnEvent)
                .map(flag -> TimelineText.SPOKEN_OWN_EVENT
                        .text(Times.seconds(flag.time(), display.zone().get()), Texts.oneLine(flag.text())))
                .forEach(parts::add);
        return String.join(", ", parts);
    }
}

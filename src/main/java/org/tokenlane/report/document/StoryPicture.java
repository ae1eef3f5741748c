package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.detect.answer.Story.Certainty;
import org.tokenlane.detect.answer.Story.Station;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.text.Count;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.Timeline;

/**
 * A picture of an attack that explains itself: a title, the story as callouts above the lanes, who is who in words,
 * totals, and what identifies the case.
 */
public final class StoryPicture {

    /** The size of a picture, in the units in which it is drawn. */
    public enum Format {
        SCREEN(1_920, 1_080),
        /** A4, landscape. */
        A4(1_697, 1_200);

        private final int width;
        private final int height;

        Format(int width, int height) {
            this.width = width;
            this.height = height;
        }

        public int width() {
            return width;
        }

        public int height() {
            return height;
        }
    }

    private static final double MARGIN = 36;
    private static final double TITLE = 74;
    private static final double CALLOUT = 148;
    private static final double LEADERS = 30;
    private static final double LEGEND_LINE = 22;
    private static final double FOOTER = 34;
    private static final int MOST_ORIGINS = 8;

    private final PictureContent content;
    private final Format format;
    private final PictureTheme theme;
    private final Timeline timeline;

    public StoryPicture(PictureContent content, Format format, PictureTheme theme) {
        this.content = content;
        this.format = format;
        this.theme = theme;
        this.timeline = content.timeline();
    }

    public Format format() {
        return format;
    }

    public PictureTheme theme() {
        return theme;
    }

    public void draw(TimelineDrawing.Pen with) {
        PicturePen pen = new PicturePen(with);
        double wide = format.width() - 2 * MARGIN;
        Story story = content.story();
        pen.bold(MARGIN, MARGIN + 20, pen.cut(content.title(), 30, wide), 30, theme.text());
        pen.text(MARGIN, MARGIN + 50, pen.cut(totals(), 17, wide), 17, theme.muted());
        double lanesAt = MARGIN + TITLE + (story == null ? 0 : CALLOUT + LEADERS);
        List<String> people = people();
        double legend = LEGEND_LINE * (people.size() + (Math.min(MOST_ORIGINS, named().size()) + 1) / 2 + 1.6);
        double bottom = format.height() - FOOTER - legend;
        PictureLanes lanes = new PictureLanes(pen, theme, content, MARGIN, lanesAt, wide, bottom - lanesAt - 14);
        lanes.draw();
        if (story != null) {
            callouts(pen, story, lanes, wide);
        }
        legend(pen, people, bottom + 8, wide, lanes.left());
        footer(pen, wide);
    }

    private void callouts(PicturePen pen, Story story, PictureLanes lanes, double wide) {
        double each = (wide - 10 * (story.stations().size() - 1)) / story.stations().size();
        double top = MARGIN + TITLE;
        for (int i = 0; i < story.stations().size(); i++) {
            Station station = story.stations().get(i);
            double x = MARGIN + i * (each + 10);
            boolean missing = station.certainty() == Certainty.MISSING;
            boolean uncertain = station.certainty() != Certainty.FOUND;
            if (station.isDated()) {
                double at = lanes.at(station.from());
                pen.dashes(x + each / 2, top + CALLOUT, at, top + CALLOUT + LEADERS - 4, theme.muted(),
                        uncertain);
                pen.line(at - 4, top + CALLOUT + LEADERS - 8, at, top + CALLOUT + LEADERS, theme.muted(), 1.5);
                pen.line(at + 4, top + CALLOUT + LEADERS - 8, at, top + CALLOUT + LEADERS, theme.muted(), 1.5);
            }
            if (!missing) {
                pen.rectangle(x, top, each, CALLOUT, theme.band());
                pen.rectangle(x, top, each, 4, uncertain ? theme.muted() : theme.hostile());
            }
            pen.frame(x, top, each, CALLOUT, missing ? theme.muted() : theme.grid(), uncertain);
            String title = (switch (station.certainty()) {
            case FOUND -> PictureText.CALLOUT;
            case INFERRED -> PictureText.CALLOUT_INFERRED;
            case MISSING -> PictureText.CALLOUT_MISSING;
            }).text(station.kind().text());
            pen.bold(x + 10, top + 25, pen.cut(title, 16, each - 20), 16, missing ? theme.muted() : theme.text());
            double y = top + 43;
            if (station.isDated()) {
                pen.text(x + 10, y, ReportTimes.seconds(station.from()), 12.5, theme.muted());
                y += 18;
            }
            String words = station.fetch().isEmpty() || !missing ? station.text()
                    : station.text() + " " + station.fetch();
            int room = (int) ((top + CALLOUT - y - 2) / 17) + (station.proof().isEmpty() ? 1 : 0);
            for (String line : pen.lines(words, 13.5, each - 20, Math.max(1, room))) {
                pen.text(x + 10, y, line, 13.5, missing ? theme.muted() : theme.text());
                y += 17;
            }
            if (!station.proof().isEmpty()) {
                pen.text(x + 10, top + CALLOUT - 6, pen.cut(station.proof(), 10.5, each - 20), 10.5, theme.muted());
            }
        }
    }

    private String totals() {
        int inferred = 0;
        for (Lane lane : timeline.lanes()) {
            for (byte mark : lane.marks()) {
                inferred += mark == Lane.Mark.INFERRED.ordinal() ? 1 : 0;
            }
        }
        int hostile = timeline.origins().stream().filter(person -> person.style().party() == Party.ATTACKER)
                .mapToInt(Timeline.Person::events).sum();
        return PictureText.TOTALS.text(Count.EVENTS.of(timeline.events().length),
                ReportTimes.seconds(timeline.first()), ReportTimes.seconds(timeline.last()), hostile, inferred);
    }

    private List<Timeline.Person> named() {
        return timeline.origins().stream().filter(person -> !person.name().isEmpty()).toList();
    }

    /** Both sides in words: from where each acted. */
    private List<String> people() {
        List<String> lines = new ArrayList<>();
        for (Party party : Arrays.asList(Party.ATTACKER, Party.USER)) {
            List<Timeline.Person> of = timeline.origins().stream().filter(person -> person.style().party() == party)
                    .toList();
            lines.add(of.isEmpty() ? PictureText.PARTY_NONE.text(party.text())
                    : PictureText.PARTY.text(party.text(), of.stream().map(
                            person -> PictureText.KEY_OF_ORIGIN.text(person.name(), Count.EVENTS.of(person.events())))
                            .collect(Collectors.joining("; "))));
        }
        return lines;
    }

    private void legend(PicturePen pen, List<String> people, double top, double wide, int lanesLeft) {
        double y = top + 12;
        for (String line : people) {
            pen.text(MARGIN, y, pen.cut(line, 15, wide), 15, theme.text());
            y += LEGEND_LINE;
        }
        List<Timeline.Person> named = named();
        for (int i = 0; i < Math.min(MOST_ORIGINS, named.size()); i++) {
            Timeline.Person person = named.get(i);
            double x = MARGIN + (i % 2) * wide / 2;
            pen.box(x, y - 12, 34, 15, person.style().color(theme.isDark()), false, person.confirmed());
            pen.bold(x + 42, y, person.style().letter(), 13.5, theme.text());
            pen.text(x + 72, y, pen.cut((person.confirmed() ? PictureText.KEY_CONFIRMED : PictureText.KEY_OF_ORIGIN)
                    .text(person.name(), Count.EVENTS.of(person.events())), 13.5, wide / 2 - 90), 13.5,
                    theme.text());
            y += i % 2 == 1 || i + 1 == Math.min(MOST_ORIGINS, named.size()) ? LEGEND_LINE : 0;
        }
        pen.box(MARGIN, y - 12, 34, 15, "#707070", true, true);
        pen.text(MARGIN + 42, y, PictureText.HATCHED.text(), 13.5, theme.muted());
        double next = MARGIN + 42 + pen.width(PictureText.HATCHED.text(), 13.5) + 30;
        pen.box(next, y - 12, 34, 15, "#707070", false, false);
        pen.text(next + 42, y, PictureText.DOTTED.text(), 13.5, theme.muted());
        if (lanesLeft > 0) {
            pen.right(MARGIN + wide, y, PictureText.MORE_LANES.text(lanesLeft), 13.5, theme.muted());
        }
    }

    private void footer(PicturePen pen, double wide) {
        double y = format.height() - 14;
        pen.line(MARGIN, y - 18, MARGIN + wide, y - 18, theme.grid(), 1);
        String program = PictureText.PROGRAM.text();
        pen.right(MARGIN + wide, y, program, 12, theme.muted());
        pen.text(MARGIN, y, pen.cut(PictureText.FOOTER.text(content.caseName(), content.caseHash()), 12,
                wide - pen.width(program, 12) - 20), 12, theme.muted());
    }
}

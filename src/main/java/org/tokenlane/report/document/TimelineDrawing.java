package org.tokenlane.report.document;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.tokenlane.model.text.Count;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.Moment;
import org.tokenlane.timeline.TimeAxis;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.timeline.TimelineScene;

/**
 * Draws the same scene as the window does, with a pen for print: the lanes of a session with their marks on one axis of
 * time.
 */
public final class TimelineDrawing implements ReportDrawing {

    /** What the drawing is made with. Lengths are pixels, colours are {@code #rrggbb}. */
    public interface Pen {

        void rectangle(double x, double y, double width, double height, String colour, double opacity);

        void line(double fromX, double fromY, double toX, double toY, String colour);

        void text(double x, double y, String text, double size, String colour, boolean toTheRight);

        /** How wide a text is; without letters at hand a little more than most texts are. */
        default double width(String text, double size) {
            return text.length() * size * 0.55;
        }
    }

    public static final double WIDTH = 680;
    private static final double GUTTER = 150;
    private static final double AXIS = 30;
    private static final double LANE = 24;
    private static final int MOST_LANES = 40;
    /** The key events that are described; the others are lines with a number. */
    private static final int MOST_MOMENTS = 20;
    private static final int LEGEND_COLUMNS = 1;
    private final Timeline timeline;
    private final TimeScale scale;
    private final TimelineNotes notes;
    private final int lanes;
    private final PictureTheme theme;

    /** All of a timeline. */
    public TimelineDrawing(Timeline timeline) {
        this(timeline, TimelineNotes.NONE);
    }

    /** All of a timeline, with numbered key events. */
    public TimelineDrawing(Timeline timeline, TimelineNotes notes) {
        this(timeline, TimeScale.fit(timeline.first(), timeline.last(), WIDTH - GUTTER), notes);
    }

    /** The stretch of a timeline from one moment to another, in nanoseconds since 1970, UTC. */
    public TimelineDrawing(Timeline timeline, long from, long to, TimelineNotes notes) {
        this(timeline, new TimeScale(from, Math.max(1, to - from) / (WIDTH - GUTTER), WIDTH - GUTTER),
                new TimelineNotes(notes.moments().stream()
                        .filter(moment -> moment.time() >= from && moment.time() <= to).toList()));
    }

    private TimelineDrawing(Timeline timeline, TimeScale scale, TimelineNotes notes) {
        this(timeline, scale, notes, PictureTheme.LIGHT);
    }

    private TimelineDrawing(Timeline timeline, TimeScale scale, TimelineNotes notes, PictureTheme theme) {
        this.theme = theme;
        this.notes = notes;
        this.timeline = timeline;
        this.scale = scale;
        this.lanes = Math.min(MOST_LANES, timeline.lanes().size());
    }

    /** The same in other colors. */
    public TimelineDrawing in(PictureTheme other) {
        return new TimelineDrawing(timeline, scale, notes, other);
    }

    /** What is behind it. */
    public PictureTheme theme() {
        return theme;
    }

    @Override
    public double height() {
        return AXIS + lanes * LANE + 6 + 14
                + 14.0 * (timeline.origins().size() / LEGEND_COLUMNS + Math.min(MOST_MOMENTS, notes.moments().size()))
                + (notes.moments().size() > MOST_MOMENTS ? 14 : 0)
                + (timeline.lanes().size() > lanes ? 14 : 0);
    }

    @Override
    public String words() {
        return ReportText.TIMELINE_WORDS.text(Count.EVENTS.of(timeline.events().length), timeline.lanes().size(),
                ReportTimes.seconds(timeline.first()), ReportTimes.seconds(timeline.last()),
                timeline.hasLaneWithoutToken() ? 1 : 0);
    }

    @Override
    public void draw(Pen pen) {
        TimelineScene scene = TimelineScene.of(timeline, scale, LANE, null);
        double bottom = AXIS + lanes * LANE;
        if (theme.isDark()) {
            pen.rectangle(0, 0, WIDTH, height(), theme.background(), 1);
        }
        for (int lane = 0; lane < lanes; lane += 2) {
            pen.rectangle(0, AXIS + lane * LANE, WIDTH, LANE, theme.band(), 1);
        }
        TimeAxis axis = TimeAxis.of(scale, ZoneOffset.UTC);
        double free = 0;
        for (TimeAxis.Tick tick : axis.ticks()) {
            double x = GUTTER + scale.x(tick.time());
            pen.line(x, AXIS, x, bottom, theme.grid());
            if (x >= free && x < WIDTH - 24) {
                pen.text(x + 2, AXIS - 4, tick.label(), 7, theme.muted(), false);
                free = x + tick.label().length() * 4.4 + 10;
            }
        }
        pen.text(0, AXIS - 4, ReportText.DATE_UTC.text(
                ReportTimes.seconds(Math.max(timeline.first(), scale.start())).substring(0, 10)), 7.5, theme.muted(),
                false);
        for (int lane = 0; lane < lanes; lane++) {
            lane(pen, timeline.lanes().get(lane), AXIS + lane * LANE, scale);
        }
        for (int mark = 0; mark < scene.size(); mark++) {
            if (scene.lane(mark) < lanes && scene.right(mark) >= 0 && scene.left(mark) <= scale.width()) {
                mark(pen, scene, mark);
            }
        }
        letters(pen, scene);
        moments(pen, bottom);
        legend(pen, bottom);
    }

    /** A numbered line for each key event. */
    private void moments(Pen pen, double bottom) {
        double free = GUTTER;
        for (int i = 0; i < notes.moments().size(); i++) {
            Moment moment = notes.moments().get(i);
            double x = GUTTER + scale.x(moment.time());
            if (x < GUTTER || x > WIDTH) {
                continue;
            }
            String colour = moment.hostile() ? theme.hostile() : theme.against();
            double at = Math.min(Math.max(x, free), WIDTH - 8);
            pen.line(x, 12, x, bottom, colour);
            pen.text(at, 9, ReportText.NUMBER.text(i + 1), 8, colour, false);
            free = at + 10;
        }
    }

    private void lane(Pen pen, Lane lane, double y, TimeScale scale) {
        pen.text(2, y + 10, cut(lane.name(), 26), 8, theme.text(), false);
        pen.text(2, y + 19, cut(lane.detail(), 28), 6.5, theme.muted(), false);
        pen.text(GUTTER - 6, y + 19, ReportText.NUMBER.text(lane.events().length), 6.5, theme.muted(), true);
        for (Lane.Bar bar : lane.bars()) {
            double from = GUTTER + Math.max(0, scale.x(bar.from()));
            double to = GUTTER + Math.min(scale.width(), scale.x(bar.to()));
            if (to < GUTTER || from > WIDTH) {
                continue;
            }
            pen.rectangle(from, y + LANE / 2 - 1, Math.max(1, to - from), 2, colour(bar.origin()), 0.35);
        }
    }

    private void mark(Pen pen, TimelineScene scene, int mark) {
        double y = AXIS + scene.lane(mark) * LANE + 6;
        double height = LANE - 12;
        double left = GUTTER + Math.max(-TimelineScene.HALF_MARK, scene.left(mark));
        double width = Math.max(2, GUTTER + scene.right(mark) - left);
        if (scene.kind(mark) == Lane.Mark.FAILURE && scene.count(mark) == 1) {
            pen.rectangle(left + 2, y, 3, height, theme.hostile(), 1);
            return;
        }
        double at = left;
        for (int origin = 0; origin < timeline.origins().size(); origin++) {
            double part = width * scene.ofOrigin(mark, origin) / scene.count(mark);
            if (part > 0) {
                pen.rectangle(at, y, part, height, colour(origin), scene.kind(mark) == Lane.Mark.INFERRED ? 0.4 : 0.9);
                at += part;
            }
        }
        if (scene.count(mark) > 1 && width >= 14) {
            pen.text(left + width / 2 + String.valueOf(scene.count(mark)).length() * 1.9, y + height - 3.5,
                    String.valueOf(scene.count(mark)), 6.5, "#ffffff", true);
        } else if (scene.kind(mark) == Lane.Mark.SIGN_IN) {
            pen.rectangle(left + width / 2 - 1, y - 3, 2, height + 6, colour(originOf(scene, mark)), 1);
        }
    }

    /** Over the lanes the letter of each origin where it begins, so that nothing is said by color alone. */
    private void letters(Pen pen, TimelineScene scene) {
        int[] origins = new int[lanes];
        double[] free = new double[lanes];
        Arrays.fill(origins, -1);
        for (int mark : inOrder(scene)) {
            int lane = scene.lane(mark);
            double left = GUTTER + Math.max(0, scene.left(mark));
            int origin = originOf(scene, mark);
            if (origin != origins[lane] && left >= free[lane]) {
                String letter = timeline.origins().get(origin).style().letter();
                pen.text(left, AXIS + lane * LANE + 5, letter, 5.5, theme.text(), false);
                origins[lane] = origin;
                free[lane] = left + pen.width(letter, 5.5) + 2;
            }
        }
    }

    /** The marks that are drawn, from left to right. */
    private List<Integer> inOrder(TimelineScene scene) {
        return IntStream.range(0, scene.size()).boxed()
                .filter(mark -> scene.lane(mark) < lanes && scene.right(mark) >= 0
                        && scene.left(mark) <= scale.width())
                .sorted(Comparator.comparingDouble(scene::left)).toList();
    }

    private int originOf(TimelineScene scene, int mark) {
        for (int origin = 0; origin < timeline.origins().size(); origin++) {
            if (scene.ofOrigin(mark, origin) > 0) {
                return origin;
            }
        }
        return 0;
    }

    private void legend(Pen pen, double bottom) {
        double y = bottom + 12;
        for (int origin = 0; origin < timeline.origins().size(); origin++) {
            Timeline.Person person = timeline.origins().get(origin);
            pen.rectangle(2, y - 6, 8, 7, colour(origin), 0.9);
            String words = (person.confirmed() ? ReportText.LEGEND_NAMED : ReportText.LEGEND)
                    .text(cut(person.name(), 110), Count.EVENTS.of(person.events()));
            pen.text(14, y, person.style().letter(), 7.5, theme.text(), false);
            pen.text(28, y, ReportText.LEGEND_PARTY.text(person.style().party().text(), words), 7.5, theme.text(),
                    false);
            y += 14;
        }
        pen.rectangle(2, y - 6, 22, 7, "#707070", 1);
        pen.text(15, y - 0.5, ReportText.NUMBER.text(2), 6.5, "#ffffff", true);
        pen.text(28, y, ReportText.LEGEND_NUMBER.text(), 7.5, theme.text(), false);
        y += 14;
        for (int i = 0; i < Math.min(MOST_MOMENTS, notes.moments().size()); i++) {
            Moment moment = notes.moments().get(i);
            pen.text(2, y, ReportText.NUMBER.text(i + 1), 8, moment.hostile() ? theme.hostile() : theme.against(),
                    false);
            pen.text(14, y, cut(ReportTimes.seconds(moment.time()) + "  " + moment.words(), 155), 7.5, theme.text(),
                    false);
            y += 14;
        }
        if (notes.moments().size() > MOST_MOMENTS) {
            pen.text(2, y, ReportText.MORE_MOMENTS.text(notes.moments().size() - MOST_MOMENTS), 7.5, theme.muted(),
                    false);
            y += 14;
        }
        if (timeline.lanes().size() > lanes) {
            pen.text(2, y, ReportText.MORE_LANES.text(timeline.lanes().size() - lanes), 7.5, theme.muted(), false);
        }
    }

    /** The same in the window, in all pictures and in all reports of the case. */
    private String colour(int origin) {
        return timeline.origins().get(origin).style().color(theme.isDark());
    }

    /** The text with at most so many letters. */
    static String cut(String text, int letters) {
        String line = Plain.line(text);
        return line.codePointCount(0, line.length()) <= letters ? line
                : line.substring(0, line.offsetByCodePoints(0, letters - 1)) + "…";
    }
}

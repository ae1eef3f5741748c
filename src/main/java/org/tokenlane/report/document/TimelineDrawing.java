package org.tokenlane.report.document;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tokenlane.detect.answer.KeyTime;
import org.tokenlane.model.text.Count;
import org.tokenlane.timeline.Lane;
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
    /** A page of A4 has room for it, below a heading. */
    static final double MOST_HEIGHT = 900;
    /** How much of its color has what only an inference links. */
    static final double INFERRED = 0.4;
    static final double LANE = 26;
    private static final double GUTTER = 150;
    private static final double AXIS = 16;
    private static final double TEXT = 8.5;
    private static final double SMALL = 8;
    private static final double LETTER = 7;
    private static final double MARK_TOP = 9;
    private static final double MARK = 13;
    private static final int MOST_LANES = 40;
    private final Timeline timeline;
    private final TimeScale scale;
    private final TimelineNotes notes;
    private final KeyLabels labels;
    private final int lanes;
    private final TimelineLegend legend;
    private final PictureTheme theme;

    /** All of a timeline. */
    public TimelineDrawing(Timeline timeline) {
        this(timeline, TimelineNotes.NONE);
    }

    /** All of a timeline, with its notes. */
    public TimelineDrawing(Timeline timeline, TimelineNotes notes) {
        this(timeline, TimeScale.fit(timeline.first(), timeline.last(), WIDTH - GUTTER), notes, PictureTheme.LIGHT);
    }

    /**
     * The stretch of a timeline from one moment to another, in nanoseconds since 1970, UTC.
     *
     * @param notes
     *            of this stretch
     */
    public TimelineDrawing(Timeline timeline, long from, long to, TimelineNotes notes) {
        this(timeline, new TimeScale(from, Math.max(1, to - from) / (WIDTH - GUTTER), WIDTH - GUTTER), notes,
                PictureTheme.LIGHT);
    }

    private TimelineDrawing(Timeline timeline, TimeScale scale, TimelineNotes notes, PictureTheme theme) {
        this.theme = theme;
        this.notes = notes;
        this.timeline = timeline;
        this.scale = scale;
        this.labels = new KeyLabels(notes, scale, GUTTER, theme);
        int all = timeline.lanes().size();
        // the line on lanes that are not shown is reckoned with even where there is none
        double room = MOST_HEIGHT - labels.height() - AXIS - new TimelineLegend(timeline, notes, 1, theme).height();
        this.lanes = Math.min(Math.min(MOST_LANES, all), Math.max(1, (int) (room / LANE)));
        this.legend = new TimelineLegend(timeline, notes, all - lanes, theme);
    }

    /** The same in other colors. */
    public TimelineDrawing in(PictureTheme other) {
        return new TimelineDrawing(timeline, scale, notes, other);
    }

    /** What is behind it. */
    public PictureTheme theme() {
        return theme;
    }

    private double top() {
        return labels.height() + AXIS;
    }

    private double bottom() {
        return top() + lanes * LANE;
    }

    @Override
    public double height() {
        return bottom() + legend.height();
    }

    /** What it is a picture of, in a sentence. */
    public String summary() {
        return ReportText.TIMELINE_WORDS.text(Count.EVENTS.of(timeline.events().length), timeline.lanes().size(),
                ReportTimes.seconds(timeline.first()), ReportTimes.seconds(timeline.last()),
                timeline.hasLaneWithoutToken() ? 1 : 0);
    }

    @Override
    public String words() {
        return ReportText.TIMELINE_ALT.text(summary(), notes.times().isEmpty() ? 0 : 1,
                notes.times().stream().map(KeyTime::words).collect(Collectors.joining("; ")),
                notes.keyEvents().isEmpty() ? 0 : 1,
                notes.keyEvents().stream().map(KeyEvent::line).collect(Collectors.joining("; ")),
                notes.more());
    }

    @Override
    public void draw(Pen pen) {
        TimelineScene scene = TimelineScene.of(timeline, scale, LANE, null);
        if (theme.isDark()) {
            pen.rectangle(0, 0, WIDTH, height(), theme.background(), 1);
        }
        for (int lane = 0; lane < lanes; lane += 2) {
            pen.rectangle(0, top() + lane * LANE, WIDTH, LANE, theme.band(), 1);
        }
        TimeAxis axis = TimeAxis.of(scale, ZoneOffset.UTC);
        axis.ticks().stream().map(tick -> GUTTER + scale.x(tick.time())).filter(x -> x >= GUTTER && x <= WIDTH)
                .forEach(x -> pen.line(x, top(), x, bottom(), theme.grid()));
        labels.lines(pen, bottom());
        labels.texts(pen);
        ticks(pen, axis);
        for (int lane = 0; lane < lanes; lane++) {
            lane(pen, timeline.lanes().get(lane), top() + lane * LANE);
        }
        inOrder(scene).forEach(mark -> mark(pen, scene, mark));
        letters(pen, scene);
        legend.draw(pen, bottom());
    }

    private void ticks(Pen pen, TimeAxis axis) {
        String date = ReportText.DATE_UTC.text(
                ReportTimes.seconds(Math.max(timeline.first(), scale.start())).substring(0, 10));
        pen.text(2, top() - 4, date, TEXT, theme.muted(), false);
        double free = TextRoom.of(date, TEXT) + 8;
        for (TimeAxis.Tick tick : axis.ticks()) {
            double x = GUTTER + scale.x(tick.time());
            double wide = TextRoom.of(tick.label(), SMALL);
            if (x >= Math.max(GUTTER, free) && x + 2 + wide <= WIDTH) {
                pen.rectangle(x + 1, top() - 4 - SMALL + 1, wide + 2, SMALL + 1, theme.background(), 1);
                pen.text(x + 2, top() - 4, tick.label(), SMALL, theme.muted(), false);
                free = x + wide + 10;
            }
        }
    }

    private void lane(Pen pen, Lane lane, double y) {
        String count = ReportText.NUMBER.text(lane.events().length);
        double room = GUTTER - 12;
        pen.text(2, y + 11, TextRoom.cut(lane.name(), TEXT, room), TEXT, theme.text(), false);
        pen.text(2, y + 22, TextRoom.cut(lane.detail(), SMALL, room - TextRoom.of(count, SMALL) - 4), SMALL,
                theme.muted(), false);
        pen.text(GUTTER - 6, y + 22, count, SMALL, theme.muted(), true);
        for (Lane.Bar bar : lane.bars()) {
            double from = GUTTER + Math.max(0, scale.x(bar.from()));
            double to = GUTTER + Math.min(scale.width(), scale.x(bar.to()));
            if (to < GUTTER || from > WIDTH) {
                continue;
            }
            pen.rectangle(from, y + MARK_TOP + MARK / 2 - 1, Math.max(1, to - from), 2, colour(bar.origin()), 0.35);
        }
    }

    private void mark(Pen pen, TimelineScene scene, int mark) {
        double y = top() + scene.lane(mark) * LANE + MARK_TOP;
        double left = GUTTER + Math.max(-TimelineScene.HALF_MARK, scene.left(mark));
        double width = Math.max(2, Math.min(WIDTH, GUTTER + scene.right(mark)) - left);
        if (scene.kind(mark) == Lane.Mark.FAILURE && scene.count(mark) == 1) {
            pen.rectangle(left + 2, y, 3, MARK, theme.hostile(), 1);
            return;
        }
        double at = left;
        for (int origin = 0; origin < timeline.origins().size(); origin++) {
            double part = width * scene.ofOrigin(mark, origin) / scene.count(mark);
            if (part > 0) {
                PictureSide.of(timeline.style(origin).party()).box(pen, theme, at, y, part, MARK, colour(origin),
                        scene.kind(mark) == Lane.Mark.INFERRED ? INFERRED : 0.9);
                at += part;
            }
        }
        String count = String.valueOf(scene.count(mark));
        double wide = TextRoom.of(count, SMALL - 0.5);
        if (scene.count(mark) > 1 && width >= wide + 4) {
            double middle = left + width / 2;
            pen.rectangle(middle - wide / 2 - 1, y + 2, wide + 2, MARK - 4, colour(originOf(scene, mark)), 1);
            pen.text(middle + pen.width(count, SMALL - 0.5) / 2, y + MARK - 3.5, count, SMALL - 0.5,
                    theme.background(), true);
        } else if (scene.kind(mark) == Lane.Mark.SIGN_IN) {
            pen.rectangle(left + width / 2 - 1, y - 3, 2, MARK + 6, colour(originOf(scene, mark)), 1);
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
            String letter = timeline.origins().get(origin).style().letter();
            if (origin != origins[lane] && left >= free[lane] && left + pen.width(letter, LETTER) <= WIDTH) {
                pen.text(left, top() + lane * LANE + 6, letter, LETTER, theme.text(), false);
                origins[lane] = origin;
                free[lane] = left + pen.width(letter, LETTER) + 2;
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

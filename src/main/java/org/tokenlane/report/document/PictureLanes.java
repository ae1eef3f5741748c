package org.tokenlane.report.document;

import java.time.ZoneOffset;
import java.util.List;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.MarkLabel;
import org.tokenlane.timeline.OriginStyle;
import org.tokenlane.timeline.TimeAxis;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.timeline.TimelineScene;

/** The lanes of a picture with their axis. */
final class PictureLanes {

    static final double GUTTER = 250;
    private static final double AXIS = 40;
    private static final double MOST = 150;
    private static final double BOX = 76;
    private static final double LEAST = 40;
    private static final double LINE = 17;
    private static final double NAME = 13;
    private static final double NAME_LINE = 17;

    private final PicturePen pen;
    private final PictureTheme theme;
    private final PictureContent content;
    private final TimeScale scale;
    private final double x;
    private final double y;
    private final double wide;
    private final int lanes;
    private final double tall;
    private final List<LabelRows.Placed> names;
    private final int rows;

    PictureLanes(PicturePen pen, PictureTheme theme, PictureContent content, double x, double y, double wide,
            double height) {
        this.pen = pen;
        this.theme = theme;
        this.content = content;
        this.x = x;
        this.y = y;
        this.wide = wide;
        scale = TimeScale.between(content.from(), content.to(), wide - GUTTER);
        names = LabelRows.of(content.keyEvents().stream()
                .map(event -> new LabelRows.Label(at(event.time()), pen.width(event.label(), NAME))).toList(),
                x + wide);
        rows = names.stream().mapToInt(name -> name.row() + 1).max().orElse(0);
        double foot = rows * NAME_LINE + 5;
        lanes = Math.min(content.timeline().lanes().size(), (int) ((height - AXIS - foot) / LEAST));
        tall = Math.clamp((height - AXIS - foot) / Math.max(1, lanes), LEAST, MOST);
    }

    /** How many lanes there is no room for. */
    int left() {
        return content.timeline().lanes().size() - lanes;
    }

    /** Where a moment is, at the edge where it is outside of what is drawn. */
    double at(long time) {
        return x + GUTTER + Math.clamp(scale.x(time), 0, scale.width());
    }

    void draw() {
        double top = y + AXIS;
        double bottom = top + lanes * tall;
        TimeAxis axis = TimeAxis.of(scale, ZoneOffset.UTC);
        for (int lane = 0; lane < lanes; lane += 2) {
            pen.rectangle(x, top + lane * tall, wide, tall, theme.band());
        }
        for (TimeAxis.Span span : axis.rest()) {
            double from = at(span.from());
            pen.pale(from, top, Math.max(0, at(span.to()) - from), bottom - top, "#8b949e", 0.12);
        }
        double free = x + GUTTER;
        for (TimeAxis.Tick tick : axis.ticks()) {
            double at = x + GUTTER + scale.x(tick.time());
            if (at >= x + GUTTER && at <= x + wide) {
                pen.line(at, top, at, bottom, theme.grid(), 1);
                if (at >= free && at + pen.width(tick.label(), 13) < x + wide) {
                    pen.text(at + 3, top - 6, tick.label(), 13, theme.muted());
                    free = at + pen.width(tick.label(), 13) + 16;
                }
            }
        }
        pen.text(x, top - 6, ReportText.DATE_UTC.text(ReportTimes.seconds(content.from()).substring(0, 10)), 13,
                theme.text());
        for (int lane = 0; lane < lanes; lane++) {
            head(lane, top + lane * tall);
        }
        bars(top);
        keyEvents(top, bottom);
        marks(top);
        arrow(top);
    }

    /** A line for each key event, in dashes where it is not the attacker's, with its name below. */
    private void keyEvents(double top, double bottom) {
        for (int i = 0; i < names.size(); i++) {
            KeyEvent event = content.keyEvents().get(i);
            pen.dashes(names.get(i).label().x(), top, names.get(i).label().x(), baseline(names.get(i), bottom),
                    event.side().color(theme), event.side() != PictureSide.ATTACKER);
        }
        for (int i = 0; i < names.size(); i++) {
            KeyEvent event = content.keyEvents().get(i);
            LabelRows.Placed name = names.get(i);
            double y = baseline(name, bottom);
            pen.rectangle(name.left() - 1, y - NAME + 1, name.label().width() + 2, NAME + 3, theme.background());
            pen.text(name.left(), y, event.label(), NAME, event.side().color(theme));
        }
    }

    /** What is first from above where labels stand over their lines is last here. */
    private double baseline(LabelRows.Placed name, double bottom) {
        return bottom + (rows - name.row()) * NAME_LINE;
    }

    private void head(int lane, double top) {
        PictureContent.Head head = content.heads().get(lane);
        String count = ReportText.NUMBER.text(content.timeline().lanes().get(lane).events().length);
        double middle = top + tall / 2;
        boolean three = !head.purpose().isEmpty() && tall >= 54;
        pen.bold(x + 8, middle - (three ? 12 : 3), pen.cut(head.name(), 15, GUTTER - 20), 15, theme.text());
        if (three) {
            pen.text(x + 8, middle + 5, pen.cut(head.purpose(), 13, GUTTER - 20), 13, theme.text());
        }
        pen.text(x + 8, middle + (three ? 22 : 15), pen.cut(head.detail(), 12.5, GUTTER - (head.counted() ? 70 : 20)),
                12.5, theme.muted());
        if (head.counted()) {
            pen.right(x + GUTTER - 10, middle + 15, count, 12.5, theme.muted());
        }
    }

    private void bars(double top) {
        for (int lane = 0; lane < lanes; lane++) {
            for (Lane.Bar bar : content.timeline().lanes().get(lane).bars()) {
                if (bar.to() >= content.from() && bar.from() <= content.to()) {
                    double from = at(bar.from());
                    pen.pale(from, top + lane * tall + LINE + (tall - LINE - Math.min(BOX + 6, tall - LINE - 4)) / 2,
                            Math.max(3, at(bar.to()) - from), Math.min(BOX + 6, tall - LINE - 4),
                            content.timeline().style(bar.origin()).color(theme.isDark()), 0.16);
                }
            }
        }
    }

    private void marks(double top) {
        TimelineScene scene = TimelineScene.of(content.timeline(), scale, tall, null);
        for (int mark = 0; mark < scene.size(); mark++) {
            if (scene.lane(mark) < lanes && scene.right(mark) >= 0 && scene.left(mark) <= scale.width()) {
                double height = Math.min(BOX, tall - LINE - 10);
                mark(scene, mark, top + scene.lane(mark) * tall + LINE + (tall - LINE - height) / 2, height);
            }
        }
        List<MarkLabel.Run> runs = new MarkLabel(content.events()).runs(scene, lane -> lane < lanes);
        for (int i = 0; i < runs.size(); i++) {
            MarkLabel.Run run = runs.get(i);
            boolean last = i + 1 == runs.size() || runs.get(i + 1).lane() != run.lane();
            double left = Math.max(2, run.left());
            double room = (last ? scale.width() : runs.get(i + 1).left()) - left - 5;
            String letter = run.origin() < 0 ? "" : content.timeline().style(run.origin()).letter() + "  ";
            if (room > 30 && left < scale.width()) {
                pen.text(x + GUTTER + left, top + run.lane() * tall + 14, pen.cut(letter + run.words(), 12.5, room),
                        12.5, theme.text());
            }
        }
    }

    private void mark(TimelineScene scene, int mark, double top, double height) {
        double left = x + GUTTER + Math.max(0, scene.left(mark));
        double room = Math.max(4, Math.min(x + wide, x + GUTTER + scene.right(mark)) - left - 1);
        boolean inferred = scene.kind(mark) == Lane.Mark.INFERRED;
        double at = top;
        for (int origin = 0; origin < content.timeline().origins().size(); origin++) {
            double part = height * scene.ofOrigin(mark, origin) / scene.count(mark);
            if (part > 0) {
                OriginStyle style = content.timeline().style(origin);
                pen.box(left, at, room, part, style.color(theme.isDark()), inferred, style.confirmed());
                at += part;
            }
        }
        if (scene.kind(mark) == Lane.Mark.FAILURE) {
            pen.rectangle(left, top + height, room, 3, theme.hostile());
        }
    }

    /** From the sign-in that the session began with to its first use from elsewhere. */
    private void arrow(double top) {
        Story story = content.story();
        if (story == null || story.signIn() < 0 || story.replay() < 0) {
            return;
        }
        int one = content.timeline().laneOf(story.signIn());
        int other = content.timeline().laneOf(story.replay());
        double x1 = at(content.events().time(story.signIn())) + 8;
        double x2 = at(content.events().time(story.replay())) - 6;
        if (one < 0 || other < 0 || one >= lanes || other >= lanes || x2 - x1 < 10) {
            return;
        }
        double y1 = top + (one + 0.5) * tall + LINE / 2;
        double y2 = top + (other + 0.5) * tall + LINE / 2;
        pen.line(x1, y1, x2, y2, theme.hostile(), 2.5);
        double angle = Math.atan2(y2 - y1, x2 - x1);
        for (double turn : new double[] { 2.7, -2.7 }) {
            pen.line(x2, y2, x2 + 12 * Math.cos(angle + turn), y2 + 12 * Math.sin(angle + turn), theme.hostile(),
                    2.5);
        }
    }
}

package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.tokenlane.detect.answer.KeyTime;
import org.tokenlane.timeline.TimeScale;

/**
 * The labels above the lanes of a timeline: of its key events, by their number, and of the times of the incident that
 * lie in the picture, each with a line down through the lanes. Times outside of it stand at the edge they are beyond,
 * without a line: a place in the picture would be a false one.
 */
final class KeyLabels {

    static final double TEXT = 8.5;
    static final double LINE = 12;
    /** The most room that the label of a key event has; its sentence is in the key below the lanes. */
    private static final double MOST = 170;
    private static final double SWATCH = 6;
    private static final double DASH = 4;

    private record Entry(double x, String text, PictureSide side, boolean time) {

        double width() {
            return TextRoom.of(text, TEXT) + (time ? 0 : SWATCH + 3);
        }
    }

    private final PictureTheme theme;
    private final List<Entry> entries = new ArrayList<>();
    private final List<LabelRows.Placed> placed;
    private final List<Entry> before = new ArrayList<>();
    private final List<Entry> after = new ArrayList<>();
    private final int rows;

    /**
     * @param gutter
     *            where the lanes begin
     */
    KeyLabels(TimelineNotes notes, TimeScale scale, double gutter, PictureTheme theme) {
        this.theme = theme;
        for (KeyTime time : notes.times()) {
            if (time.isKnown()) {
                double x = scale.x(time.time());
                String text = ReportText.KEY_TIME.text(name(time.kind()), ReportTimes.seconds(time.time()));
                PictureSide side = time.isAttackers() ? PictureSide.ATTACKER : PictureSide.AGAINST;
                if (x < 0) {
                    before.add(new Entry(Double.NaN, ReportText.BEFORE_PICTURE.text(text), side, true));
                } else if (x > scale.width()) {
                    after.add(new Entry(Double.NaN, ReportText.AFTER_PICTURE.text(text), side, true));
                } else {
                    int number = numberAt(notes.keyEvents(), time);
                    entries.add(
                            new Entry(gutter + x, number == 0 ? text : ReportText.KEY_LABEL.text(number, text), side,
                                    true));
                }
            }
        }
        for (int i = 0; i < notes.keyEvents().size(); i++) {
            KeyEvent event = notes.keyEvents().get(i);
            if (notes.times().stream().anyMatch(time -> isSame(event, time))) {
                continue;
            }
            String label = ReportText.KEY_LABEL.text(i + 1, event.label());
            entries.add(new Entry(gutter + Math.clamp(scale.x(event.time()), 0, scale.width()),
                    TextRoom.cut(label, TEXT, MOST), event.side(), false));
        }
        entries.sort(Comparator.comparingDouble(Entry::x));
        placed = LabelRows.of(entries.stream().map(one -> new LabelRows.Label(one.x(), one.width())).toList(),
                TimelineDrawing.WIDTH);
        rows = placed.stream().mapToInt(one -> one.row() + 1).max().orElse(0);
    }

    /** The number of the key event that the time is of, which needs no other label; 0 where there is none. */
    private static int numberAt(List<KeyEvent> events, KeyTime time) {
        for (int i = 0; i < events.size(); i++) {
            if (isSame(events.get(i), time)) {
                return i + 1;
            }
        }
        return 0;
    }

    private static boolean isSame(KeyEvent event, KeyTime time) {
        return event.time() == time.time() && event.label().equals(name(time.kind()));
    }

    /** What a time of the incident is called. */
    static String name(KeyTime.Kind kind) {
        return (switch (kind) {
        case FIRST_ACCESS -> ReportText.CASE_FIRST_ACCESS;
        case LAST_ACT -> ReportText.CASE_LAST_ACT;
        case DETECTED -> ReportText.CASE_DETECTED;
        case CONTAINED -> ReportText.CASE_CONTAINED;
        case LOG_ARRIVED -> ReportText.CASE_LOG_ARRIVED;
        }).text();
    }

    private int edges() {
        return Math.max(before.size(), after.size());
    }

    /** How much room they have above the axis. */
    double height() {
        return (edges() + rows) * LINE;
    }

    private double baseline(int row) {
        return (edges() + row) * LINE + LINE - 3;
    }

    /** The lines, behind all that they run through: in one for the attacker, in dashes for all others. */
    void lines(TimelineDrawing.Pen pen, double bottom) {
        for (int i = 0; i < entries.size(); i++) {
            Entry one = entries.get(i);
            String color = one.side().color(theme);
            double top = baseline(placed.get(i).row()) - TEXT + 1;
            double dash = one.side() == PictureSide.ATTACKER ? bottom - top : DASH;
            for (double y = top; y < bottom; y += 2 * dash) {
                double end = Math.min(bottom, y + dash);
                if (one.time()) {
                    pen.rectangle(one.x() - 0.8, y, 1.6, end - y, color, 1);
                } else {
                    pen.line(one.x(), y, one.x(), end, color);
                }
            }
        }
    }

    /** The texts, each on a ground of its own. */
    void texts(TimelineDrawing.Pen pen) {
        for (int row = 0; row < edges(); row++) {
            double y = row * LINE + LINE - 3;
            if (row < before.size()) {
                pen.text(0, y, half(before.get(row)), TEXT, before.get(row).side().color(theme), false);
            }
            if (row < after.size()) {
                pen.text(TimelineDrawing.WIDTH, y, half(after.get(row)), TEXT, after.get(row).side().color(theme),
                        true);
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            Entry one = entries.get(i);
            LabelRows.Placed at = placed.get(i);
            double y = baseline(at.row());
            pen.rectangle(at.left() - 1, y - TEXT + 1, one.width() + 2, TEXT + 1, theme.background(), 1);
            boolean isLeftOfLine = at.right() <= one.x();
            double wide = pen.width(one.text(), TEXT);
            if (!one.time()) {
                one.side().box(pen, theme, isLeftOfLine ? at.right() - wide - SWATCH - 3 : at.left(), y - SWATCH,
                        SWATCH, SWATCH);
            }
            pen.text(isLeftOfLine ? at.right() : at.left() + (one.time() ? 0 : SWATCH + 3), y, one.text(), TEXT,
                    one.side().color(theme), isLeftOfLine);
        }
    }

    private static String half(Entry entry) {
        return TextRoom.cut(entry.text(), TEXT, TimelineDrawing.WIDTH / 2 - LabelRows.GAP);
    }
}

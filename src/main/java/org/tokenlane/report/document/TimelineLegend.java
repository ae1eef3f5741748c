package org.tokenlane.report.document;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ObjDoubleConsumer;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.Timeline;

/** The key below the lanes of a timeline: who is who, what the signs mean, and the key events in sentences. */
final class TimelineLegend {

    private static final double TEXT = KeyLabels.TEXT;
    private static final double LINE = 12;
    private static final int LINES_OF_AN_EVENT = 2;
    private static final double BOX = 8;
    private static final double SIGN = 20;

    private record Row(double height, ObjDoubleConsumer<TimelineDrawing.Pen> drawing) {
    }

    private final PictureTheme theme;
    private final List<Row> rows = new ArrayList<>();

    /**
     * @param hidden
     *            how many lanes there is no room for
     */
    TimelineLegend(Timeline timeline, TimelineNotes notes, int hidden, PictureTheme theme) {
        this.theme = theme;
        timeline.origins().forEach(this::origin);
        signs(timeline, notes);
        for (int i = 0; i < notes.keyEvents().size(); i++) {
            event(i + 1, notes.keyEvents().get(i));
        }
        if (notes.more() > 0) {
            muted(ReportText.MORE_MOMENTS.text(notes.more()));
        }
        if (hidden > 0) {
            muted(ReportText.MORE_LANES.text(hidden));
        }
    }

    double height() {
        return rows.stream().mapToDouble(Row::height).sum() + LINE / 2;
    }

    void draw(TimelineDrawing.Pen pen, double top) {
        double y = top + LINE / 2;
        for (Row row : rows) {
            row.drawing().accept(pen, y + LINE - 3);
            y += row.height();
        }
    }

    private void origin(Timeline.Person person) {
        String words = (person.confirmed() ? ReportText.LEGEND_NAMED : ReportText.LEGEND).text(person.name(),
                Count.EVENTS.of(person.events()));
        String line = TextRoom.cut(ReportText.LEGEND_PARTY.text(person.style().party().text(), words), TEXT,
                TimelineDrawing.WIDTH - 34);
        rows.add(new Row(LINE, (pen, y) -> {
            PictureSide.of(person.style().party()).box(pen, theme, 2, y - 7, BOX, BOX,
                    person.style().color(theme.isDark()), 1);
            pen.text(14, y, person.style().letter(), TEXT, theme.text(), false);
            pen.text(34, y, line, TEXT, theme.text(), false);
        }));
    }

    private record Sign(TextKey words, ObjDoubleConsumer<TimelineDrawing.Pen> drawing) {
    }

    /** In one line as far as they fit. */
    private void signs(Timeline timeline, TimelineNotes notes) {
        List<Sign> signs = new ArrayList<>();
        signs.add(new Sign(ReportText.LEGEND_NUMBER, (pen, y) -> {
            pen.rectangle(0, y - 7, SIGN, BOX + 1, "#707070", 1);
            pen.text(SIGN / 2 + 2, y, ReportText.NUMBER.text(2), 7.5, "#ffffff", true);
        }));
        if (has(timeline, Lane.Mark.SIGN_IN)) {
            signs.add(new Sign(ReportText.LEGEND_SIGN_IN, (pen, y) -> {
                pen.rectangle(6, y - 6, BOX, 6, "#707070", 1);
                pen.rectangle(9, y - 9, 2, 12, "#707070", 1);
            }));
        }
        if (has(timeline, Lane.Mark.FAILURE)) {
            signs.add(new Sign(ReportText.LEGEND_FAILED,
                    (pen, y) -> pen.rectangle(8, y - 8, 3, 9, theme.hostile(), 1)));
        }
        if (has(timeline, Lane.Mark.INFERRED)) {
            signs.add(new Sign(ReportText.LEGEND_INFERRED, (pen, y) -> pen.rectangle(4, y - 7, 12, BOX, "#707070",
                    TimelineDrawing.INFERRED)));
        }
        if (notes.keyEvents().stream().anyMatch(event -> event.side() == PictureSide.AGAINST)) {
            signs.add(new Sign(PictureSide.AGAINST,
                    (pen, y) -> PictureSide.AGAINST.box(pen, theme, 6, y - 7, BOX, BOX)));
        }
        double x = 2;
        List<Sign> line = new ArrayList<>();
        for (Sign sign : signs) {
            double wide = wide(sign);
            if (x + wide > TimelineDrawing.WIDTH && !line.isEmpty()) {
                rows.add(line(line));
                line = new ArrayList<>();
                x = 2;
            }
            line.add(sign);
            x += wide;
        }
        rows.add(line(line));
    }

    private Row line(List<Sign> signs) {
        return new Row(LINE, (pen, y) -> {
            double x = 2;
            for (Sign sign : signs) {
                sign.drawing().accept(new ShiftedPen(pen, x), y);
                pen.text(x + SIGN + 5, y, sign.words().text(), TEXT, theme.text(), false);
                x += wide(sign);
            }
        });
    }

    private static double wide(Sign sign) {
        return SIGN + 5 + TextRoom.of(sign.words().text(), TEXT) + 12;
    }

    private static boolean has(Timeline timeline, Lane.Mark mark) {
        for (Lane lane : timeline.lanes()) {
            for (byte one : lane.marks()) {
                if (one == mark.ordinal()) {
                    return true;
                }
            }
        }
        return false;
    }

    private void event(int number, KeyEvent event) {
        List<String> lines = TextRoom.lines(event.line(), TEXT, TimelineDrawing.WIDTH - 34, LINES_OF_AN_EVENT);
        rows.add(new Row(LINE * lines.size(), (pen, y) -> {
            event.side().box(pen, theme, 2, y - 7, BOX, BOX);
            pen.text(14, y, ReportText.NUMBER.text(number), TEXT, event.side().color(theme), false);
            for (int i = 0; i < lines.size(); i++) {
                pen.text(34, y + i * LINE, lines.get(i), TEXT, theme.text(), false);
            }
        }));
    }

    private void muted(String text) {
        rows.add(new Row(LINE, (pen, y) -> pen.text(2, y, text, TEXT, theme.muted(), false)));
    }
}

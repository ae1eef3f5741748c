package org.tokenlane.report.document;

import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.text.Count;
import org.tokenlane.timeline.Moment;
import org.tokenlane.timeline.OriginStyle;
import org.tokenlane.timeline.TimeAxis;
import org.tokenlane.timeline.TimeScale;

/**
 * The whole case in one drawing for the first page: a lane for each account that the attacker used, from the first
 * access to what came last. Who acted is told by color, by pattern and by height: the attacker's events are high and
 * full, the user's low with stripes, and those of which it is unclear are small, hollow and in the middle.
 */
public final class CaseDrawing implements ReportDrawing {

    /** The most accounts that have a lane, and the most key events that are named. */
    static final int MOST_LANES = 6;
    static final int MOST_MOMENTS = 8;

    private static final double WIDE = TimelineDrawing.WIDTH;
    private static final double GUTTER = 150;
    private static final double LANE = 17;
    private static final double LINE = 11;
    private static final double BUCKET = 3;
    private static final double NUMBER = 8;
    private static final int LETTERS_OF_A_NAME = 34;
    private static final int LETTERS_OF_A_MOMENT = 110;
    /** Room at both ends, as a part of the whole. */
    private static final long MARGIN = 40;

    /**
     * An account.
     *
     * @param times
     *            of its events, in nanoseconds since 1970, UTC
     * @param parties
     *            whose hands each was done by
     */
    public record Account(String name, long[] times, Party[] parties) {

        private int count(Party party) {
            return (int) Arrays.stream(parties).filter(one -> one == party).count();
        }
    }

    /**
     * A line through all lanes.
     *
     * @param label
     *            what it is, without its time
     * @param sentence
     *            the same in a sentence; also where the time is unknown
     */
    public record Mark(String label, String sentence, long time, boolean hostile) {
    }

    private final List<Account> accounts;
    private final List<Mark> marks;
    private final List<Moment> moments;
    private final int more;
    private final TimeScale scale;
    private final int rows;
    private final PictureTheme theme = PictureTheme.LIGHT;

    /**
     * @param marks
     *            the first is the attacker's first act; those without a time are only in the words
     * @param moments
     *            the key events in order of time
     */
    public CaseDrawing(List<Account> accounts, List<Mark> marks, List<Moment> moments) {
        this.accounts = List.copyOf(accounts.subList(0, Math.min(MOST_LANES, accounts.size())));
        this.more = accounts.size() - this.accounts.size();
        this.marks = List.copyOf(marks);
        this.moments = List.copyOf(moments.subList(0, Math.min(MOST_MOMENTS, moments.size())));
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (Mark mark : dated()) {
            first = Math.min(first, mark.time());
            last = Math.max(last, mark.time());
        }
        for (Moment moment : this.moments) {
            first = Math.min(first, moment.time());
            last = Math.max(last, moment.time());
        }
        long margin = Math.max(1, (last - first) / MARGIN);
        this.scale = TimeScale.between(first - margin, last + margin, WIDE - GUTTER);
        this.rows = dated().size();
    }

    private List<Mark> dated() {
        return marks.stream().filter(mark -> mark.time() != AuditEvent.NO_TIME).toList();
    }

    private double top() {
        return rows * LINE + 2 * LINE;
    }

    private double bottom() {
        return top() + accounts.size() * LANE;
    }

    @Override
    public double height() {
        return bottom() + LINE + 6 + 8 + (moments.size() + 1) / 2 * LINE + (more > 0 ? LINE : 0);
    }

    @Override
    public String words() {
        return ReportText.CASE_DRAWING.text(marks.stream().map(Mark::sentence).collect(Collectors.joining("; ")),
                accounts.stream().map(this::words).collect(Collectors.joining("; ")),
                moments.isEmpty() ? 0 : 1,
                moments.stream().map(moment -> ReportTimes.seconds(moment.time()) + " " + moment.words())
                        .collect(Collectors.joining("; ")));
    }

    private String words(Account account) {
        long first = Long.MAX_VALUE;
        long last = Long.MIN_VALUE;
        for (int i = 0; i < account.times().length; i++) {
            if (account.parties()[i] == Party.ATTACKER) {
                first = Math.min(first, account.times()[i]);
                last = Math.max(last, account.times()[i]);
            }
        }
        return ReportText.CASE_DRAWING_ACCOUNT.text(account.name(),
                first > last ? ReportText.UNKNOWN_TIME.text() : ReportTimes.span(first, last),
                Count.EVENTS.of(account.count(Party.ATTACKER)), account.count(Party.USER),
                account.count(Party.UNCLEAR));
    }

    @Override
    public void draw(TimelineDrawing.Pen pen) {
        for (int lane = 0; lane < accounts.size(); lane += 2) {
            pen.rectangle(0, top() + lane * LANE, WIDE, LANE, theme.band(), 1);
        }
        axis(pen);
        for (int lane = 0; lane < accounts.size(); lane++) {
            lane(pen, accounts.get(lane), top() + lane * LANE);
        }
        marks(pen);
        moments(pen);
        legend(pen);
    }

    private void axis(TimelineDrawing.Pen pen) {
        double free = 0;
        for (TimeAxis.Tick tick : TimeAxis.of(scale, ZoneOffset.UTC).ticks()) {
            double x = GUTTER + scale.x(tick.time());
            if (x >= GUTTER && x <= WIDE) {
                pen.line(x, top(), x, bottom(), theme.grid());
                if (x >= free && x + pen.width(tick.label(), 7) < WIDE) {
                    pen.text(x + 2, top() - LINE - 3, tick.label(), 7, theme.muted(), false);
                    free = x + pen.width(tick.label(), 7) + 8;
                }
            }
        }
        pen.text(0, top() - LINE - 3, ReportText.DATE_UTC.text(ReportTimes.seconds(scale.start()).substring(0, 10)), 7,
                theme.muted(), false);
    }

    private void lane(TimelineDrawing.Pen pen, Account account, double y) {
        pen.text(2, y + 11, TimelineDrawing.cut(account.name(), LETTERS_OF_A_NAME), 7.5, theme.text(), false);
        for (Party party : List.of(Party.UNCLEAR, Party.USER, Party.ATTACKER)) {
            BitSet buckets = new BitSet();
            for (int i = 0; i < account.times().length; i++) {
                double x = scale.x(account.times()[i]);
                if (account.parties()[i] == party && x >= 0 && x < scale.width()) {
                    buckets.set((int) (x / BUCKET));
                }
            }
            for (int first = buckets.nextSetBit(0); first >= 0;) {
                int end = buckets.nextClearBit(first);
                box(pen, party, GUTTER + first * BUCKET, y, (end - first) * BUCKET);
                first = buckets.nextSetBit(end);
            }
        }
    }

    /** The attacker's as high as the lane, the user's low at its foot, the unclear small in the middle. */
    private void box(TimelineDrawing.Pen pen, Party party, double x, double y, double width) {
        String colour = OriginStyle.of(party).color(false);
        PictureSide side = PictureSide.of(party);
        switch (party) {
        case ATTACKER -> side.box(pen, theme, x, y + 1.5, width, LANE - 3, colour, 1);
        case USER -> side.box(pen, theme, x, y + LANE - 8.5, width, 7, colour, 1);
        case UNCLEAR -> side.box(pen, theme, x, y + LANE / 2 - 2, width, 4, colour, 1);
        }
    }

    private void marks(TimelineDrawing.Pen pen) {
        int row = 0;
        for (Mark mark : dated()) {
            double x = GUTTER + scale.x(mark.time());
            String colour = mark.hostile() ? theme.hostile() : theme.against();
            double y = row * LINE + LINE - 3;
            pen.rectangle(x - 0.5, y - 6, 1, bottom() - y + 6, colour, 1);
            String label = mark.label() + " " + ReportTimes.seconds(mark.time());
            boolean fits = x + 4 + pen.width(label, 7.5) < WIDE;
            pen.text(fits ? x + 4 : x - 4, y, label, 7.5, colour, !fits);
            row++;
        }
    }

    private void moments(TimelineDrawing.Pen pen) {
        double y = bottom() + LINE + 6;
        double wide = WIDE / 2;
        int lines = (moments.size() + 1) / 2;
        double[] places = places();
        for (int i = 0; i < moments.size(); i++) {
            Moment moment = moments.get(i);
            String number = ReportText.NUMBER.text(i + 1);
            String colour = moment.hostile() ? theme.hostile() : theme.against();
            pen.line(GUTTER + scale.x(moment.time()), top() - 1, GUTTER + scale.x(moment.time()), bottom(), colour);
            pen.text(places[i], top() - 2, number, 7, colour, false);
            double left = i < lines ? 2 : wide;
            double line = y + (i % lines + 1) * LINE - 3;
            pen.text(left, line, number, 7, colour, false);
            pen.text(left + 10, line, fitted(pen, ReportTimes.seconds(moment.time()).substring(5, 16) + "  "
                    + moment.words(), wide - 20), 7, theme.text(), false);
        }
        if (more > 0) {
            pen.text(2, y + lines * LINE + LINE - 3, ReportText.MORE_LANES.text(more), 7, theme.muted(), false);
        }
    }

    /** Where the numbers of the key events are: at their lines, as far as they do not overlap or leave the picture. */
    private double[] places() {
        double[] places = moments.stream().mapToDouble(moment -> GUTTER + scale.x(moment.time()) + 1).toArray();
        for (int i = 1; i < places.length; i++) {
            places[i] = Math.max(places[i], places[i - 1] + NUMBER);
        }
        double free = WIDE;
        for (int i = places.length - 1; i >= 0; i--) {
            places[i] = Math.min(places[i], free - NUMBER);
            free = places[i];
        }
        return places;
    }

    private static String fitted(TimelineDrawing.Pen pen, String text, double room) {
        int letters = LETTERS_OF_A_MOMENT;
        String fitted = TimelineDrawing.cut(text, letters);
        while (pen.width(fitted, 7) > room && letters > 10) {
            letters -= 2;
            fitted = TimelineDrawing.cut(text, letters);
        }
        return fitted;
    }

    private void legend(TimelineDrawing.Pen pen) {
        double x = 2;
        for (Party party : Party.values()) {
            box(pen, party, x, bottom() + 1 - (LANE - LINE) / 2, 8);
            String words = ReportText.LEGEND.text(party.text(), Count.EVENTS.of(
                    accounts.stream().mapToInt(account -> account.count(party)).sum()));
            pen.text(x + 12, bottom() + LINE - 2, words, 7.5, theme.text(), false);
            x += 12 + pen.width(words, 7.5) + 16;
        }
    }
}

package org.tokenlane.report.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.detect.answer.KeyTime;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.OriginStyle;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.timeline.Timeline;

/** What is where in the picture of a timeline. */
class TimelineDrawingTest {

    private static final long SECOND = 1_000_000_000L;
    private static final long START = 1_789_459_200L * SECOND;
    private static final double GUTTER = 150;

    private record Box(double left, double top, double right, double bottom, String what) {

        boolean overlaps(Box other) {
            return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
        }
    }

    /** Notes what is drawn, with the room that texts need at most. */
    private static final class Noting implements TimelineDrawing.Pen {

        private final List<Box> texts = new ArrayList<>();
        private final List<Box> rectangles = new ArrayList<>();
        private final List<Box> lines = new ArrayList<>();

        @Override
        public void rectangle(double x, double y, double width, double height, String colour, double opacity) {
            rectangles.add(new Box(x, y, x + width, y + height, colour));
        }

        @Override
        public void line(double fromX, double fromY, double toX, double toY, String colour) {
            lines.add(new Box(Math.min(fromX, toX), Math.min(fromY, toY), Math.max(fromX, toX), Math.max(fromY, toY),
                    colour));
        }

        @Override
        public void text(double x, double y, String text, double size, String colour, boolean toTheRight) {
            double wide = width(text, size);
            texts.add(new Box(toTheRight ? x - wide : x, y - size * 0.75, toTheRight ? x : x + wide, y, text));
        }

        @Override
        public double width(String text, double size) {
            return TextRoom.of(text, size);
        }

        private Box text(String part) {
            return texts.stream().filter(text -> text.what().contains(part)).findFirst().orElseThrow();
        }

        private void assertInside(double height) {
            for (List<Box> all : List.of(texts, rectangles, lines)) {
                assertThat(all).allSatisfy(box -> {
                    assertThat(box.left()).isNotNegative();
                    assertThat(box.top()).isNotNegative();
                    assertThat(box.right()).isLessThanOrEqualTo(TimelineDrawing.WIDTH);
                    assertThat(box.bottom()).isLessThanOrEqualTo(height);
                });
            }
        }
    }

    private static Timeline timeline(int lanes, long... times) {
        int[] events = IntStream.range(0, times.length).toArray();
        return new Timeline(
                IntStream.range(0, lanes).mapToObj(lane -> new Lane("An application of a very long name " + lane,
                        "yzKA-zgjUEiVzfdQevUJAA", events, times, new byte[times.length], new byte[times.length],
                        List.of()))
                        .toList(),
                List.of(new Timeline.Person("net", List.of(), false, times.length, OriginStyle.of(Party.ATTACKER))),
                events, times[0], times[times.length - 1], 0);
    }

    private static KeyEvent event(long time, int number, String label) {
        return new KeyEvent(time, PictureSide.values()[number % 4], label, label + " with all that is known of it",
                List.of(number));
    }

    private static KeyTime time(KeyTime.Kind kind, long time) {
        return new KeyTime(kind, time, "sentence on " + kind, List.of());
    }

    private static Noting drawn(TimelineDrawing drawing) {
        Noting pen = new Noting();
        drawing.draw(pen);
        return pen;
    }

    @Test
    void theKeySaysWhatANumberInABarIs() {
        assertThat(TimelineSvg.of(Timeline.EMPTY)).contains(">" + ReportText.LEGEND_NUMBER.text() + "<");
    }

    @Test
    void theKeyExplainsTheSignsThatAreInThePictureAndNoOthers() {
        Timeline plain = timeline(1, START);
        Lane lane = plain.lanes().getFirst();
        for (Lane.Mark mark : Lane.Mark.values()) {
            Timeline one = new Timeline(List.of(new Lane("", "", lane.events(), lane.times(), lane.origins(),
                    new byte[] { (byte) mark.ordinal() }, List.of())), plain.origins(), plain.events(), START, START,
                    0);
            List<String> texts = drawn(new TimelineDrawing(one)).texts.stream().map(Box::what).toList();
            assertThat(texts.contains(ReportText.LEGEND_SIGN_IN.text())).isEqualTo(mark == Lane.Mark.SIGN_IN);
            assertThat(texts.contains(ReportText.LEGEND_FAILED.text())).isEqualTo(mark == Lane.Mark.FAILURE);
            assertThat(texts.contains(ReportText.LEGEND_INFERRED.text())).isEqualTo(mark == Lane.Mark.INFERRED);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
    void noLabelIsOverAnotherOrLeavesThePictureHoweverLongItIs(long seed) {
        Random random = new Random(seed);
        long last = START + 3_600 * SECOND;
        List<KeyEvent> events = IntStream.range(0, KeyEventChoice.MOST)
                .mapToObj(i -> event(START + (seed % 2 == 0 ? 0 : random.nextLong(3_600) * SECOND), i,
                        "Ein langer Name, der mehr Platz braucht als da ist ".repeat(1 + random.nextInt(3))))
                .toList();
        TimelineDrawing drawing = new TimelineDrawing(timeline(3, START, last), new TimelineNotes(events, 2,
                List.of(time(KeyTime.Kind.FIRST_ACCESS, START), time(KeyTime.Kind.LAST_ACT, last),
                        time(KeyTime.Kind.DETECTED, START - 7_200 * SECOND),
                        time(KeyTime.Kind.CONTAINED, last + 7_200 * SECOND))));
        Noting pen = drawn(drawing);
        pen.assertInside(drawing.height());
        for (Box one : pen.texts) {
            // the number in a bar is inside its bar
            assertThat(pen.texts).filteredOn(other -> other != one && other.overlaps(one)).as(one.what()).isEmpty();
        }
        for (int i = 0; i < events.size(); i++) {
            assertThat(pen.text(ReportText.KEY_LABEL.text(i + 1, "Ein")).what()).isNotEmpty();
        }
    }

    @Test
    void twoKeyEventsOfTheSameSecondBothHaveTheirLabelAtTheirLine() {
        TimelineDrawing drawing = new TimelineDrawing(timeline(1, START, START + 100 * SECOND), new TimelineNotes(
                List.of(event(START + 50 * SECOND, 0, "One"), event(START + 50 * SECOND, 1, "Other")), 0, List.of()));
        Noting pen = drawn(drawing);
        double x = GUTTER + TimeScale.fit(START, START + 100 * SECOND, TimelineDrawing.WIDTH - GUTTER)
                .x(START + 50 * SECOND);
        Box one = pen.text(ReportText.KEY_LABEL.text(1, "One"));
        Box other = pen.text(ReportText.KEY_LABEL.text(2, "Other"));
        assertThat(one.overlaps(other)).isFalse();
        for (Box label : List.of(one, other)) {
            assertThat(Math.min(Math.abs(label.left() - x), Math.abs(label.right() - x))).isLessThan(15);
        }
        assertThat(pen.lines).anyMatch(line -> line.left() == x && line.right() == x
                && line.what().equals(PictureTheme.LIGHT.hostile()));
    }

    @Test
    void timesOfTheIncidentAreLinesWhereTheyLieInThePictureAndNotesAtTheEdgeWhereTheyDoNot() {
        long last = START + 1_000 * SECOND;
        TimeScale scale = TimeScale.fit(START, last, TimelineDrawing.WIDTH - GUTTER);
        Noting pen = drawn(new TimelineDrawing(timeline(2, START, last), new TimelineNotes(List.of(), 0,
                List.of(time(KeyTime.Kind.FIRST_ACCESS, START), time(KeyTime.Kind.LAST_ACT, scale.end() + SECOND),
                        time(KeyTime.Kind.DETECTED, scale.start() - SECOND),
                        time(KeyTime.Kind.CONTAINED, AuditEvent.NO_TIME)))));
        List<Box> lines = pen.rectangles.stream().filter(box -> Math.abs(box.right() - box.left() - 1.6) < 0.001)
                .toList();
        assertThat(lines).hasSize(1);
        assertThat((lines.getFirst().left() + lines.getFirst().right()) / 2).isCloseTo(GUTTER + scale.x(START),
                within(0.001));
        String before = KeyLabels.name(KeyTime.Kind.DETECTED);
        assertThat(pen.texts).extracting(Box::what).contains(
                ReportText.KEY_TIME.text(KeyLabels.name(KeyTime.Kind.FIRST_ACCESS), ReportTimes.seconds(START)),
                ReportText.BEFORE_PICTURE
                        .text(ReportText.KEY_TIME.text(before, ReportTimes.seconds(scale.start() - SECOND))),
                ReportText.AFTER_PICTURE.text(ReportText.KEY_TIME.text(KeyLabels.name(KeyTime.Kind.LAST_ACT),
                        ReportTimes.seconds(scale.end() + SECOND))))
                .noneMatch(text -> text.contains(KeyLabels.name(KeyTime.Kind.CONTAINED)));
        assertThat(pen.text(before).left()).isZero();
        assertThat(pen.text(KeyLabels.name(KeyTime.Kind.LAST_ACT)).right()).isEqualTo(TimelineDrawing.WIDTH);
    }

    @ParameterizedTest
    @CsvSource({ "-1, 0", "0, 1" })
    void aTimeOnTheEdgeOfThePictureIsInIt(long beyond, int lines) {
        TimelineDrawing drawing = new TimelineDrawing(timeline(1, START, START + 10 * SECOND), START,
                START + 10 * SECOND,
                new TimelineNotes(List.of(), 0, List.of(time(KeyTime.Kind.DETECTED, START + beyond))));
        assertThat(drawn(drawing).texts.stream().filter(text -> text.what()
                .equals(ReportText.KEY_TIME.text(KeyLabels.name(KeyTime.Kind.DETECTED), ReportTimes.seconds(START)))))
                .hasSize(lines);
    }

    @Test
    void theLastActHasOneLabelWithItsNumberAndItsTime() {
        KeyEvent last = new KeyEvent(START, PictureSide.ATTACKER, KeyLabels.name(KeyTime.Kind.LAST_ACT), "words",
                List.of(0));
        Noting pen = drawn(new TimelineDrawing(timeline(1, START), new TimelineNotes(List.of(last), 0,
                List.of(time(KeyTime.Kind.LAST_ACT, START)))));
        assertThat(pen.texts).extracting(Box::what)
                .filteredOn(text -> text.contains(last.label()) && !text.contains("words"))
                .containsExactly(ReportText.KEY_LABEL.text(1, ReportText.KEY_TIME.text(last.label(),
                        ReportTimes.seconds(START))));
    }

    @ParameterizedTest
    @CsvSource({ "5, 0", "60, 1" })
    void aPictureHasRoomOnAPageHoweverManyLanesThereAreAndSaysHowManyAreNotShown(int lanes, int hidden) {
        List<KeyEvent> events = IntStream.range(0, KeyEventChoice.MOST)
                .mapToObj(i -> event(START, i, "A label that needs two lines in the key of the picture ".repeat(3)))
                .toList();
        TimelineDrawing drawing = new TimelineDrawing(timeline(lanes, START, START + SECOND),
                new TimelineNotes(events, 1, List.of()));
        Noting pen = drawn(drawing);
        assertThat(drawing.height()).isLessThanOrEqualTo(TimelineDrawing.MOST_HEIGHT);
        pen.assertInside(drawing.height());
        long shown = pen.texts.stream().filter(text -> text.what().startsWith("An application")).count();
        assertThat(shown).isPositive();
        assertThat(pen.texts.stream().anyMatch(text -> text.what()
                .equals(ReportText.MORE_LANES.text(lanes - (int) shown)))).isEqualTo(hidden > 0);
        assertThat(shown < lanes).isEqualTo(hidden > 0);
    }

    @ParameterizedTest
    @EnumSource
    void eachSideHasAPatternAndAColorOfItsOwn(PictureSide side) {
        List<List<Box>> shapes = new ArrayList<>();
        for (PictureSide one : PictureSide.values()) {
            Noting pen = new Noting();
            one.box(pen, PictureTheme.LIGHT, 0, 0, 8, 8);
            shapes.add(pen.lines);
            if (one != side) {
                assertThat(one.color(PictureTheme.LIGHT)).isNotEqualTo(side.color(PictureTheme.LIGHT));
                assertThat(one.color(PictureTheme.DARK)).isNotEqualTo(side.color(PictureTheme.DARK));
            }
        }
        assertThat(shapes.get(PictureSide.ATTACKER.ordinal())).as("full").isEmpty();
        assertThat(shapes.get(PictureSide.USER.ordinal())).as("stripes").isNotEmpty()
                .allMatch(line -> line.left() < line.right() && line.top() < line.bottom());
        assertThat(shapes.get(PictureSide.UNCLEAR.ordinal())).as("a frame").hasSize(4)
                .allMatch(line -> line.left() == line.right() || line.top() == line.bottom());
    }
}

package org.tokenlane.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.document.PictureContent;
import org.tokenlane.report.document.PictureText;
import org.tokenlane.report.document.PictureTheme;
import org.tokenlane.report.document.StoryPicture;
import org.tokenlane.report.document.TimelineDrawing;
import org.tokenlane.report.document.TimelineNotes;
import org.tokenlane.report.pdf.StoryPng;
import org.tokenlane.timeline.LaneKey;
import org.tokenlane.timeline.OriginStyle;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.ui.OpenedSample;

/** The picture of an attack explains itself, and nothing of it is outside of its edges. */
class StoryPictureTest {

    /** The size of the letters over the lanes. */
    private static final double LETTER = 7;
    /** The size of the names of key events. */
    private static final double NAME = 13;

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    @BeforeAll
    static void open() {
        sample = new OpenedSample(folder);
        sample.workbench.rules().detect();
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    private static PictureContent content(String session) {
        var answers = sample.workbench.answers().answers().get();
        Timeline timeline = sample.open().timelines().with(sample.workbench.answers().origins().get()).ofSession(
                sample.open().correlation().sessionCode(session), LaneKey.TOKEN, java.util.Map.of(), List.of());
        Story story = answers.stories().stream().filter(each -> each.sessions().contains(session)).findFirst()
                .orElse(null);
        return new PictureContent("What happened", story, timeline,
                timeline.lanes().stream().map(lane -> new PictureContent.Head(lane.name(), "", lane.detail(), true))
                        .toList(),
                timeline.first(), timeline.last(),
                TimelineNotes.of(answers.incident(), timeline).keyEvents(), sample.open().events(),
                "case", "0123456789abcdef");
    }

    private record Written(double x, double y, String text, double size) {
    }

    /** Notes what is written, and how far it reaches. */
    private static final class Noting implements TimelineDrawing.Pen {

        private final List<String> texts = new ArrayList<>();
        private final List<Written> written = new ArrayList<>();
        private double right;
        private double bottom;

        @Override
        public void rectangle(double x, double y, double width, double height, String colour, double opacity) {
            assertThat(x).isNotNegative();
            assertThat(y).isNotNegative();
            reach(x + width, y + height);
        }

        @Override
        public void line(double fromX, double fromY, double toX, double toY, String colour) {
            reach(Math.max(fromX, toX), Math.max(fromY, toY));
        }

        @Override
        public void text(double x, double y, String text, double size, String colour, boolean toTheRight) {
            texts.add(text);
            written.add(new Written(x, y, text, size));
            reach(toTheRight ? x : x + width(text, size), y);
        }

        private void reach(double x, double y) {
            right = Math.max(right, x);
            bottom = Math.max(bottom, y);
        }

        private boolean says(String part) {
            return texts.stream().anyMatch(text -> text.contains(part));
        }
    }

    @Test
    void theDrawingOfASessionTellsEachOriginByItsLetterInTheLanesAndInTheLegend() {
        Timeline timeline = content(sample.answers.aitmSession()).timeline();
        Noting pen = new Noting();
        new TimelineDrawing(timeline).draw(pen);
        assertThat(timeline.origins()).extracting(person -> person.style().letter()).contains("A", "A2")
                .doesNotHaveDuplicates()
                .allSatisfy(letter -> assertThat(pen.texts).filteredOn(letter::equals).as(letter)
                        .hasSizeGreaterThanOrEqualTo(2));
        assertThat(pen.right).isLessThanOrEqualTo(TimelineDrawing.WIDTH);
        List<Written> letters = pen.written.stream().filter(text -> text.size() == LETTER)
                .sorted(Comparator.comparingDouble(Written::y).thenComparingDouble(Written::x)).toList();
        for (int i = 1; i < letters.size(); i++) {
            Written before = letters.get(i - 1);
            if (before.y() == letters.get(i).y()) {
                assertThat(letters.get(i).text()).as("another origin begins").isNotEqualTo(before.text());
                assertThat(letters.get(i).x()).as("no letter over another")
                        .isGreaterThanOrEqualTo(before.x() + pen.width(before.text(), LETTER));
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void titleStoryPeopleTotalsAndTheCasesHashAreInIt(StoryPicture.Format format) {
        PictureContent content = content(sample.answers.deviceCodeSession());
        Noting pen = new Noting();
        new StoryPicture(content, format, PictureTheme.DARK).draw(pen);
        assertThat(pen.says(content.title())).isTrue();
        for (Story.Station station : content.story().stations()) {
            assertThat(pen.says(station.kind().text())).as(station.kind().text()).isTrue();
        }
        assertThat(pen.says(PictureText.CALLOUT_MISSING.text(Story.Kind.LURE.text()))).isTrue();
        content.timeline().origins()
                .forEach(person -> assertThat(pen.says(person.name())).as(person.name()).isTrue());
        assertThat(pen.says(PictureText.HATCHED.text())).isTrue();
        assertThat(pen.says(PictureText.DOTTED.text())).isTrue();
        assertThat(pen.says(content.caseHash())).isTrue();
        assertThat(pen.right).isLessThanOrEqualTo(format.width());
        assertThat(pen.bottom).isLessThanOrEqualTo(format.height());
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyEventHasItsNameBelowTheLanesAndNoneIsOverAnother(StoryPicture.Format format) {
        PictureContent content = content(sample.answers.aitmSession());
        Noting pen = new Noting();
        new StoryPicture(content, format, PictureTheme.LIGHT).draw(pen);
        assertThat(content.keyEvents()).hasSize(10);
        List<Written> names = pen.written.stream().filter(text -> text.size() == NAME && content.keyEvents().stream()
                .anyMatch(event -> event.label().equals(text.text()))).toList();
        assertThat(names).hasSizeGreaterThanOrEqualTo(content.keyEvents().size());
        for (Written one : names) {
            assertThat(one.x()).isNotNegative();
            assertThat(one.x() + pen.width(one.text(), NAME)).isLessThanOrEqualTo(format.width());
            assertThat(names).noneMatch(other -> other != one && other.y() == one.y()
                    && other.x() < one.x() + pen.width(one.text(), NAME)
                    && one.x() < other.x() + pen.width(other.text(), NAME));
        }
    }

    @Test
    void eightOriginsAreInTheKeyAndANinthIsNot() {
        PictureContent content = content(sample.answers.aitmSession());
        Timeline timeline = content.timeline();
        List<Timeline.Person> nine = new ArrayList<>(timeline.origins().stream()
                .filter(person -> !person.name().isEmpty()).toList());
        OriginStyle style = nine.getFirst().style();
        while (nine.size() < 9) {
            nine.add(new Timeline.Person("net " + nine.size(), List.of(), false, 3, style));
        }
        Noting pen = new Noting();
        new StoryPicture(new PictureContent(content.title(), content.story(),
                new Timeline(timeline.lanes(), nine, timeline.events(), timeline.first(), timeline.last(), 0),
                content.heads(), content.from(), content.to(), content.keyEvents(), content.events(),
                content.caseName(), content.caseHash()), StoryPicture.Format.SCREEN, PictureTheme.LIGHT).draw(pen);
        String three = Count.EVENTS.of(3);
        assertThat(pen.texts).contains(PictureText.KEY_OF_ORIGIN.text("net 7", three))
                .doesNotContain(PictureText.KEY_OF_ORIGIN.text("net 8", three));
    }

    @Test
    void aSessionWithoutAnAttackerHasNoCallouts() {
        String quiet = sample.open().sessions().stream().map(facts -> facts.sessionId())
                .filter(session -> content(session).story() == null && !content(session).timeline().isEmpty())
                .findFirst().orElseThrow();
        Noting pen = new Noting();
        new StoryPicture(content(quiet), StoryPicture.Format.SCREEN, PictureTheme.LIGHT).draw(pen);
        assertThat(pen.says(PictureText.CALLOUT.text(Story.Kind.REPLAY.text()))).isFalse();
    }

    @Test
    void aPictureForTheScreenIsFullHdAndOneForPaperIsAsWideAsA4IsToItsHeight() throws Exception {
        PictureContent content = content(sample.answers.aitmSession());
        StoryPng.Pixels screen = StoryPng
                .pixels(new StoryPicture(content, StoryPicture.Format.SCREEN, PictureTheme.LIGHT));
        assertThat(screen.width()).isEqualTo(1_920);
        assertThat(screen.height()).isEqualTo(1_080);
        assertThat(screen.argb()).hasSize(1_920 * 1_080);
        StoryPng.Pixels paper = StoryPng.pixels(new StoryPicture(content, StoryPicture.Format.A4, PictureTheme.LIGHT));
        assertThat(paper.width() / (double) paper.height()).isCloseTo(Math.sqrt(2),
                org.assertj.core.api.Assertions.within(0.001));
        assertThat(screen.argb()[0]).isEqualTo(0xffffffff);
    }

    @Test
    void aDarkPictureIsDarkWithTheColorsOfADarkWindow() throws Exception {
        PictureContent content = content(sample.answers.aitmSession());
        StoryPng.Pixels dark = StoryPng
                .pixels(new StoryPicture(content, StoryPicture.Format.SCREEN, PictureTheme.DARK));
        assertThat(dark.argb()[0]).isEqualTo(0xff000000 | Integer.decode(PictureTheme.DARK.background()));
        List<Integer> colors = Arrays.stream(dark.argb()).distinct().boxed().toList();
        assertThat(content.timeline().origins()).filteredOn(person -> person.style().party() == Party.ATTACKER)
                .isNotEmpty().allSatisfy(person -> assertThat(colors)
                        .contains(0xff000000 | Integer.decode(person.style().color(true))));
    }
}

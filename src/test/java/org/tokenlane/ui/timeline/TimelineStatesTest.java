package org.tokenlane.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.job.CallingThreadRunner;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.text.ProgramFailure;
import org.tokenlane.report.document.PictureTheme;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.LaneKey;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.Message;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** Lanes, names, filters and files of the timeline, and what it shows while it waits, without a window. */
class TimelineStatesTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private TimelineViewModel model;

    @BeforeAll
    static void open() {
        sample = new OpenedSample(folder);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @BeforeEach
    void make() {
        sample.reset();
        workbench = sample.workbench;
        model = new TimelineViewModel(workbench.selection(), workbench.navigation(), workbench.marking(),
                workbench.enrichment(), workbench.library(), workbench.answers(), workbench.texts(),
                workbench.messages(),
                workbench.background());
    }

    private Timeline timeline() {
        return model.timeline().get();
    }

    private void lookAtSession() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
    }

    @Test
    void withoutACaseNothingIsDrawnAndNoStepIsMade() {
        try (Workbench none = new Workbench(new CallingThreadRunner(ProgramFailure::of))) {
            TimelineViewModel empty = new TimelineViewModel(none.selection(), none.navigation(), none.marking(),
                    none.enrichment(), none.library(), none.answers(), none.texts(), none.messages(),
                    none.background());
            empty.step(1);
            empty.stepToEnd(true);
            empty.fit();
            assertThat(empty.timeline().get().isEmpty()).isTrue();
            assertThat(none.selection().event().get()).isEqualTo(-1);
        }
    }

    @Test
    void otherLanesOfTheSameEventsKeepTheStretchThatIsInView() {
        lookAtSession();
        model.zoomAt(10, 0.5);
        TimeScale zoomed = model.scale().get();
        int[] events = timeline().events();
        List<String> lanes = timeline().lanes().stream().map(Lane::name).toList();
        model.laneKey().set(LaneKey.WORKLOAD);
        assertThat(timeline().lanes()).extracting(Lane::name).doesNotContainAnyElementsOf(lanes);
        assertThat(timeline().events()).containsExactly(events);
        assertThat(model.scale().get()).isEqualTo(zoomed);
        workbench.navigation().go(ViewState.ofSession(sample.answers.deviceCodeSession()));
        assertThat(model.scale().get()).isNotEqualTo(zoomed);
    }

    @Test
    void allSessionsOfAUserAreALaneEach() {
        lookAtSession();
        int events = timeline().events().length;
        model.allOfUser().set(true);
        assertThat(model.laneKey().get()).isEqualTo(LaneKey.SESSION);
        assertThat(timeline().events().length).isGreaterThanOrEqualTo(events);
        assertThat(timeline().lanes()).anySatisfy(
                lane -> assertThat(lane.name() + lane.detail()).contains(sample.answers.aitmSession()));
        model.allOfUser().set(false);
        assertThat(model.laneKey().get()).isEqualTo(LaneKey.TOKEN);
        assertThat(timeline().events()).hasSize(events);
    }

    @Test
    void lanesThatTheAnalystChoseMeanwhileStay() {
        lookAtSession();
        model.allOfUser().set(true);
        model.laneKey().set(LaneKey.ADDRESS);
        model.allOfUser().set(false);
        assertThat(model.laneKey().get()).isEqualTo(LaneKey.ADDRESS);
    }

    @Test
    void originsOfOneNameAreOnePersonWhoCannotBeSplit() {
        lookAtSession();
        int origins = timeline().origins().size();
        int events = timeline().origins().stream().limit(2).mapToInt(Timeline.Person::events).sum();
        List<String> keys = timeline().origins().stream().limit(2).flatMap(person -> person.keys().stream()).toList();
        model.confirm(keys, "Attacker");
        Timeline.Person person = timeline().origins().stream().filter(Timeline.Person::confirmed).findFirst()
                .orElseThrow();
        assertThat(person.name()).isEqualTo("Attacker");
        assertThat(person.keys()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(timeline().origins()).hasSize(origins - 1);
        assertThat(person.events()).isEqualTo(events);
        assertThat(sample.open().file().settings().actors(sample.answers.aitmSession())).hasSameSizeAs(keys)
                .containsValue("Attacker");
        assertThat(sample.open().file().auditTrail().entries().getLast().toString()).contains("Attacker");
        int event = IntStream.of(timeline().events()).filter(each -> person.equals(model.personOf(each))).findFirst()
                .orElseThrow();
        assertThat(model.splitsAt(event)).isEmpty();
        model.confirm(keys, null);
        assertThat(timeline().origins()).hasSize(origins).noneMatch(Timeline.Person::confirmed);
        assertThat(model.splitsAt(event)).isNotEmpty();
    }

    @Test
    void anOriginCanOnlyBeSplitInsideOneSession() {
        lookAtSession();
        int event = timeline().events()[0];
        assertThat(model.splitsAt(event)).isNotEmpty();
        assertThat(model.splitsAt(-1)).isEmpty();
        model.allOfUser().set(true);
        assertThat(model.splitsAt(event)).isEmpty();
        model.allOfUser().set(false);
        workbench.navigation().go(ViewState.ALL);
        assertThat(model.splitsAt(event)).isEmpty();
    }

    @Test
    void aLaneBecomesAFilterThatSelectsItsEvents() {
        lookAtSession();
        for (LaneKey key : List.of(LaneKey.WORKLOAD, LaneKey.ADDRESS, LaneKey.APP, LaneKey.TOKEN, LaneKey.USER)) {
            model.laneKey().set(key);
            int filters = 0;
            for (int lane = 0; lane < timeline().lanes().size(); lane++) {
                Filter.FieldIs common = model.commonTo(lane);
                if (common != null) {
                    filters++;
                    assertThat(workbench.selection().evaluator().events(common).stream().toArray())
                            .as("%s %s", key, common)
                            .contains(timeline().lanes().get(lane).events());
                }
            }
            assertThat(filters).as("lanes by %s that can be filtered by", key).isPositive();
        }
        model.laneKey().set(LaneKey.ORIGIN);
        assertThat(model.commonTo(0)).isNull();
    }

    @Test
    void everyValueOfAnEventSelectsIt() {
        lookAtSession();
        int event = timeline().events()[timeline().events().length - 1];
        assertThat(model.valuesOf(event)).extracting(Filter.FieldIs::field).contains(FilterField.OPERATION);
        assertThat(model.valuesOf(event)).allSatisfy(
                value -> assertThat(workbench.selection().evaluator().events(value).get(event)).isTrue());
    }

    @Test
    void theTokenOfAnEventIsOpenedWhereItHasOne() {
        OpenCase open = sample.open();
        int with = IntStream.range(0, open.events().size()).filter(each -> open.correlation().token(each) != 0)
                .findFirst().orElseThrow();
        int without = IntStream.range(0, open.events().size()).filter(each -> open.correlation().token(each) == 0)
                .findFirst().orElseThrow();
        model.openToken(without);
        assertThat(workbench.selection().view().get()).isEqualTo(ViewState.ALL);
        model.openToken(with);
        assertThat(workbench.selection().view().get().token())
                .isEqualTo(open.events().dictionary(EventField.UTI).get(open.correlation().token(with)));
    }

    @Test
    void aStretchOfTimeHoldsBothItsEnds() {
        lookAtSession();
        long first = timeline().first();
        long last = timeline().last();
        int all = workbench.selection().matching().get().events().length;
        model.filterTo(first, last);
        assertThat(times()).hasSize(all).contains(first, last);
        model.filterTo(first + 1, last);
        assertThat(times()).doesNotContain(first).contains(last);
        model.filterTo(first, last - 1);
        assertThat(times()).contains(first).doesNotContain(last);
    }

    private long[] times() {
        return IntStream.of(workbench.selection().matching().get().events()).mapToLong(sample.open().events()::time)
                .toArray();
    }

    @Test
    void withNothingSelectedAStepForwardIsTheFirstEventAndAStepBackTheLast() {
        lookAtSession();
        model.step(-1);
        assertThat(workbench.selection().event().get()).isEqualTo(timeline().events()[timeline().events().length - 1]);
        workbench.selection().event().set(-1);
        model.step(1);
        assertThat(workbench.selection().event().get()).isEqualTo(timeline().events()[0]);
    }

    @Test
    void anotherWidthShowsTheSameStretchOfTime() {
        lookAtSession();
        model.fit();
        model.width().set(901);
        assertThat(model.scale().get().end() - model.scale().get().start()).as("all of it").isCloseTo(
                TimeScale.fit(timeline().first(), timeline().last(), 901).end()
                        - TimeScale.fit(timeline().first(), timeline().last(), 901).start(),
                within(1_000_000_000L));
        model.zoomAt(0, 0.1);
        long start = model.scale().get().start();
        long end = model.scale().get().end();
        model.width().set(300);
        assertThat(model.scale().get().start()).isEqualTo(start);
        assertThat(model.scale().get().end()).isCloseTo(end, within(1_000L));
    }

    @Test
    void theVisiblePartIsSavedInBothFormatsThemesAndWidthsAndAFailureIsReported(@TempDir Path target)
            throws IOException {
        lookAtSession();
        model.width().set(400);
        for (String name : List.of("lanes.svg", "lanes.PNG")) {
            workbench.messages().clear();
            model.save(timeline(), PictureTheme.DARK, 1_020, target.resolve(name));
            assertThat(target.resolve(name)).isNotEmptyFile();
            assertThat(workbench.messages().latest().get().kind()).isEqualTo(Message.Kind.INFO);
        }
        assertThat(target.resolve("lanes.svg")).content().contains("<svg", "width=\"1020\"",
                PictureTheme.DARK.background());
        BufferedImage png = ImageIO.read(target.resolve("lanes.PNG").toFile());
        assertThat(png.getWidth()).isEqualTo(1_020);
        assertThat(png.getRGB(0, 0)).isEqualTo(0xff000000 | Integer.decode(PictureTheme.DARK.background()));
        model.save(timeline(), PictureTheme.LIGHT, 2_040, target.resolve("light.svg"));
        assertThat(target.resolve("light.svg")).content().contains("width=\"2040\"")
                .doesNotContain(PictureTheme.DARK.background());
        model.save(timeline(), PictureTheme.LIGHT, 2_040, target.resolve("missing").resolve("lanes.svg"));
        assertThat(workbench.messages().latest().get().kind()).isEqualTo(Message.Kind.ERROR);
    }

    @Test
    void aCaseThatIsClosedWhileItsLanesAreLaidOutLeavesNothing(@TempDir Path own) {
        try (OpenedSample closing = new OpenedSample(own)) {
            TimelineViewModel following = new TimelineViewModel(closing.workbench.selection(),
                    closing.workbench.navigation(), closing.workbench.marking(), closing.workbench.enrichment(),
                    closing.workbench.library(),
                    closing.workbench.answers(),
                    closing.workbench.texts(), closing.workbench.messages(), closing.workbench.background());
            closing.workbench.navigation().go(ViewState.ofSession(closing.answers.aitmSession()));
            OpenCase open = closing.open();
            closing.runner.hold();
            following.laneKey().set(LaneKey.ADDRESS);
            closing.workbench.show(null);
            closing.runner.proceed();
            open.file().close();
            assertThat(following.timeline().get().isEmpty()).isTrue();
        }
    }

    @Test
    void lanesThatCouldNotBeLaidOutAreReportedAndTriedAgain(@TempDir Path own) {
        try (OpenedSample broken = new OpenedSample(own)) {
            TimelineViewModel failing = new TimelineViewModel(broken.workbench.selection(),
                    broken.workbench.navigation(), broken.workbench.marking(), broken.workbench.enrichment(),
                    broken.workbench.library(),
                    broken.workbench.answers(),
                    broken.workbench.texts(), broken.workbench.messages(), broken.workbench.background());
            broken.open().file().close();
            broken.workbench.navigation().go(ViewState.ofSession(broken.answers.aitmSession()));
            assertThat(broken.workbench.messages().latest().get().kind()).isEqualTo(Message.Kind.ERROR);
            broken.workbench.navigation().change(view -> view.with(new Filter.TimeFrom(0)));
            assertThat(broken.workbench.messages().latest().get()).as("applying the filter clears messages")
                    .isNotNull();
            assertThat(failing.timeline().get().isEmpty()).isTrue();
        }
    }
}

package org.tokenlane.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.library.Library;
import org.tokenlane.detect.library.LibraryEntry;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.session.OriginSplit;
import org.tokenlane.timeline.Lane;
import org.tokenlane.timeline.LaneKey;
import org.tokenlane.timeline.LaneText;
import org.tokenlane.timeline.MarkLabel;
import org.tokenlane.timeline.Moment;
import org.tokenlane.timeline.TimeScale;
import org.tokenlane.timeline.Timeline;
import org.tokenlane.timeline.TimelineScene;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class TimelineViewModelTest {

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

    @Test
    void theSessionThatIsLookedAtIsLaidOut() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.timeline().get().isEmpty()).isFalse();
        assertThat(model.timeline().get().origins()).hasSizeGreaterThan(1);
    }

    @Test
    void lanesAndOriginsThatTheLibraryHasFromAnEarlierCaseSaySo(@TempDir Path own) {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        model.laneKey().set(LaneKey.ADDRESS);
        Lane seen = model.timeline().get().lanes().getFirst();
        Timeline.Person person = model.timeline().get().origins().getFirst();
        Path file = own.resolve("library.tsv");
        new Library(List.of(
                new LibraryEntry(MarkTarget.Kind.IP, seen.name(), "earlier.tlcase", Instant.EPOCH, "lea"),
                new LibraryEntry(MarkTarget.Kind.ORIGIN, person.keys().getFirst(), "other.tlcase", Instant.EPOCH,
                        "lea")))
                .write(file);
        workbench.library().use(file);
        assertThat(model.timeline().get().lanes())
                .allSatisfy(lane -> assertThat(lane.detail().contains("earlier.tlcase"))
                        .as(lane.name()).isEqualTo(lane.name().equals(seen.name())));
        assertThat(model.timeline().get().origins()).allSatisfy(one -> assertThat(one.name().contains("other.tlcase"))
                .as(one.name()).isEqualTo(one.keys().equals(person.keys())));
        new Library(List.of()).write(file);
        workbench.library().use(file);
    }

    @Test
    void stepsGoFromEventToEventAndStopAtTheEnds() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        int[] events = model.timeline().get().events();
        model.step(1);
        assertThat(workbench.selection().event().get()).isEqualTo(events[0]);
        model.step(1);
        assertThat(workbench.selection().event().get()).isEqualTo(events[1]);
        model.stepToEnd(true);
        assertThat(workbench.selection().event().get()).isEqualTo(events[events.length - 1]);
        model.step(1);
        assertThat(workbench.selection().event().get()).isEqualTo(events[events.length - 1]);
    }

    @Test
    void anOriginIsSplitAndMergedAndTheSplitIsKnownWithoutAskingTheCaseFile() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        model.stepToEnd(false);
        OriginSplit split = model.splitsAt(workbench.selection().event().get()).getFirst();
        model.split(split, true);
        sample.runner.hold();
        assertThat(model.splits()).containsExactly(split);
        assertThat(sample.runner.waiting()).isZero();
        sample.runner.proceed();
        model.split(split, false);
        assertThat(model.splits()).isEmpty();
    }

    @Test
    void aStretchOfTimeBecomesTheFilterWhicheverEndIsGivenFirst() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        long first = model.timeline().get().first();
        long last = model.timeline().get().last();
        model.filterTo(last, first);
        assertThat(workbench.selection().matching().get().events()).isNotEmpty();
    }

    @Test
    void theMilestonesOfTheSessionsUserAreLinesAndSelectTheirEvent() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        workbench.rules().detect();
        assertThat(model.moments().get()).isNotEmpty()
                .allSatisfy(moment -> assertThat(moment.time()).isBetween(model.timeline().get().first(),
                        model.timeline().get().last()))
                .anyMatch(Moment::hostile);
        Moment first = model.moments().get().getFirst();
        model.select(first);
        assertThat(workbench.selection().event().get()).isEqualTo(first.events().getFirst());
    }

    @Test
    void tokensAreTheLanesOfASessionWithWhatTheyWereForAndWhatWasDoneWithThem() {
        assertThat(model.laneKey().get()).isEqualTo(LaneKey.WORKLOAD);
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.laneKey().get()).isEqualTo(LaneKey.TOKEN);
        Lane lane = model.timeline().get().lanes().stream()
                .filter(each -> each.detail().equals(sample.answers.exchangeToken())).findFirst().orElseThrow();
        LaneHead head = model.head(lane);
        assertThat(head.isToken()).isTrue();
        assertThat(head.operations()).isEqualTo(sample.answers.exchangeOperations().values().stream()
                .mapToInt(Integer::intValue).sum());
        assertThat(head.issued()).isLessThanOrEqualTo(lane.times()[0]);
        assertThat(head.line()).contains(head.name(), head.resource());
        workbench.navigation().go(ViewState.ALL);
        assertThat(model.laneKey().get()).isEqualTo(LaneKey.WORKLOAD);
    }

    @Test
    void aSignInThatIssuedNoTokenDoesNotNameItsApplicationASecondTimeAsItsResource() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        String name = LaneText.NOT_ISSUED.text("OfficeHome");
        assertThat(model.timeline().get().lanes().stream().filter(lane -> lane.name().equals(name))).isNotEmpty()
                .allSatisfy(lane -> assertThat(model.head(lane).line()).isEqualTo(name));
    }

    @Test
    void theKindOfLanesThatTheAnalystChoseForSessionsAndElsewhereIsFoundAgain() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        model.laneKey().set(LaneKey.APP);
        workbench.navigation().go(ViewState.ALL);
        model.laneKey().set(LaneKey.USER);
        String kept = model.lanes().words();
        LaneChoice again = new LaneChoice();
        again.take(kept);
        assertThat(again.key().get()).isEqualTo(LaneKey.USER);
        again.look(true);
        assertThat(again.key().get()).isEqualTo(LaneKey.APP);
        again.take("WORKLOAD");
        assertThat(again.key().get()).as("as earlier versions kept it").isEqualTo(LaneKey.APP);
    }

    @Test
    void aPinnedLaneComesFirstAndStaysPinnedInAnotherSession() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        Lane last = model.timeline().get().lanes().getLast();
        model.pin(model.timeline().get().lanes().size() - 1);
        assertThat(model.timeline().get().lanes().getFirst()).isSameAs(last);
        workbench.navigation().go(ViewState.ALL);
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.timeline().get().lanes().getFirst().detail()).isEqualTo(last.detail());
    }

    @Test
    void whatWasDoneInARowIsNamedOnceWithItsCount() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        MarkLabel labels = new MarkLabel(sample.open().events());
        Timeline timeline = model.timeline().get();
        TimelineScene scene = TimelineScene.of(timeline, TimeScale.fit(timeline.first(), timeline.last(), 1_000),
                34, null);
        List<MarkLabel.Run> runs = labels.runs(scene, lane -> true);
        assertThat(runs).hasSizeLessThanOrEqualTo(scene.size()).extracting(MarkLabel.Run::words)
                .contains("New-InboxRule").anyMatch(words -> words.matches("MailItemsAccessed × [0-9]+"));
        assertThat(labels.runs(scene, lane -> lane == 0)).allMatch(run -> run.lane() == 0);
    }
}

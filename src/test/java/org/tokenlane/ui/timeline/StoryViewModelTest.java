package org.tokenlane.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.answer.Story;
import org.tokenlane.detect.answer.Story.Certainty;
import org.tokenlane.detect.answer.Story.Kind;
import org.tokenlane.detect.answer.Story.Station;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.ui.OpenedCase;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.MarkSubject;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** The story of an attack: six stations, each with its proof, or with what is missing. */
class StoryViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private StoryViewModel model;

    @BeforeAll
    static void open() {
        sample = new OpenedSample(folder);
        sample.workbench.rules().detect();
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    @BeforeEach
    void make() {
        sample.reset();
        workbench = sample.workbench;
        model = new StoryViewModel(workbench.selection(), workbench.navigation(), workbench.answers(),
                workbench.messages(), workbench.background());
    }

    private Story story(String session) {
        workbench.navigation().go(ViewState.ofSession(session));
        assertThat(model.story().get()).isNotNull();
        return model.story().get();
    }

    @Test
    void thePhishedSessionIsToldFromTheLureToTheExit() {
        Story story = story(sample.answers.aitmSession());
        assertThat(story.sessions()).contains(sample.answers.aitmSession());
        assertThat(story.stations()).extracting(Station::kind).containsExactly(Kind.values());
        assertThat(story.station(Kind.LURE).certainty()).as("only the time connects it").isEqualTo(Certainty.INFERRED);
        assertThat(story.stations().stream().filter(station -> station.kind() != Kind.LURE))
                .allMatch(station -> station.certainty() == Certainty.FOUND && station.isDated()
                        && !station.proof().isEmpty());
        long[] times = story.stations().stream().filter(station -> station.kind() != Kind.TOKEN)
                .mapToLong(Station::from).toArray();
        assertThat(Arrays.stream(times).sorted().toArray()).isEqualTo(times);
    }

    @Test
    void theArrowLeadsFromTheSignInToTheFirstUseFromElsewhere() {
        for (String session : new String[] { sample.answers.aitmSession(), sample.answers.deviceCodeSession() }) {
            Story story = story(session);
            assertThat(story.station(Kind.SIGN_IN).events()).containsExactly(story.signIn());
            assertThat(story.station(Kind.REPLAY).events()).containsExactly(story.replay());
            assertThat(sample.open().events().time(story.replay()))
                    .isGreaterThan(sample.open().events().time(story.signIn()));
            assertThat(sample.open().events().text(EventField.IP, story.replay()))
                    .isNotEqualTo(sample.open().events().text(EventField.IP, story.signIn()));
            assertThat(workbench.answers().origins().get().style(story.replay()))
                    .isNotEqualTo(workbench.answers().origins().get().style(story.signIn()));
        }
    }

    @Test
    void whatTheLogsDoNotShowIsHollowAndSaysWhatToFetch() {
        Station lure = story(sample.answers.deviceCodeSession()).station(Kind.LURE);
        assertThat(lure.certainty()).isEqualTo(Certainty.MISSING);
        assertThat(lure.isDated()).isFalse();
        assertThat(StoryLabels.title(lure)).isEqualTo(TimelineText.STATION_MISSING);
        Station open = story(sample.answers.aitmSession()).station(Kind.EXIT);
        assertThat(open.fetch()).isNotEmpty();
        assertThat(StoryLabels.words(open, ZoneOffset.UTC)).contains(open.text(),
                TimelineText.STATION_FETCH.text(open.fetch()));
    }

    @Test
    void inferredChangesAreInTheActionsAndMarkedAsSuch() {
        Story story = story(sample.answers.aitmSession());
        Station actions = story.station(Kind.ACTIONS);
        assertThat(actions.events()).anyMatch(event -> sample.open().correlation().rule(event).isInferred());
    }

    @Test
    void aClickSelectsTheEventsAndTheirListShowsThemAlone() {
        Station replay = story(sample.answers.aitmSession()).station(Kind.REPLAY);
        model.select(replay);
        assertThat(workbench.selection().event().get()).isEqualTo(replay.events().getFirst());
        assertThat(model.chosen().get()).isEqualTo(replay);
        workbench.selection().event().set(-1);
        assertThat(model.chosen().get()).as("another selection").isNull();
        Station actions = story(sample.answers.aitmSession()).station(Kind.ACTIONS);
        model.only(actions);
        assertThat(workbench.selection().matching().get().events())
                .containsExactly(actions.events().stream().mapToInt(Integer::intValue).sorted().toArray());
    }

    @Test
    void eventsOfAnotherUserHaveNoStoryAndWithoutAnAttackerThereIsNone(@TempDir Path own) {
        story(sample.answers.aitmSession());
        String quiet = sample.open().sessions().stream()
                .filter(facts -> model.all().get().stream().noneMatch(story -> facts.upns().contains(story.account())))
                .findFirst().orElseThrow().sessionId();
        workbench.navigation().go(ViewState.ofSession(quiet));
        assertThat(model.story().get()).isNull();
        try (OpenedCase bare = OpenedCase.bare(own)) {
            bare.workbench.rules().detect();
            assertThat(new StoryViewModel(bare.workbench.selection(), bare.workbench.navigation(),
                    bare.workbench.answers(), bare.workbench.messages(), bare.workbench.background()).all().get())
                    .isEmpty();
        }
    }

    @Test
    void theStoryThatWasChosenStaysUntilAnotherSessionIsLookedAt() {
        Story other = model.all().get().stream().filter(each -> !each.sessions()
                .contains(sample.answers.aitmSession())).findFirst().orElseThrow();
        Story shown = story(sample.answers.aitmSession());
        model.tell(other);
        int event = shown.stations().getFirst().events().isEmpty() ? shown.signIn()
                : shown.stations().getFirst().events().getFirst();
        workbench.marking().toggleBookmark(MarkSubject.events(event));
        assertThat(model.story().get().account()).as("after a mark").isEqualTo(other.account());
        workbench.navigation().narrow(new Filter.KindIs(List.of(EventKind.OPERATION)));
        assertThat(model.story().get().account()).as("in a part of the session").isEqualTo(other.account());
        String session = other.sessions().iterator().next();
        workbench.navigation().go(ViewState.ofSession(session));
        assertThat(story(sample.answers.aitmSession()).account()).isEqualTo(shown.account());
    }

    @Test
    void thatThereIsNoStoryIsKnownOnlyAfterTheRulesHaveRun(@TempDir Path own) {
        try (OpenedCase bare = OpenedCase.bare(own)) {
            StoryViewModel told = new StoryViewModel(bare.workbench.selection(), bare.workbench.navigation(),
                    bare.workbench.answers(), bare.workbench.messages(), bare.workbench.background());
            assertThat(told.known().get()).isTrue();
            bare.runner.hold();
            bare.workbench.show(OpenCase.load(bare.open().file()));
            assertThat(told.known().get()).isFalse();
            bare.runner.proceed();
            assertThat(told.known().get()).isTrue();
            assertThat(told.all().get()).isEmpty();
        }
    }
}

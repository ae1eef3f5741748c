package org.tokenlane.ui.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.detect.library.Library;
import org.tokenlane.detect.library.LibraryEntry;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.filter.FilterField;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.ui.OpenedSample;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** What is shown and decided, without a window. */
class EventsViewModelTest {

    @TempDir
    private static Path folder;
    private static OpenedSample sample;

    private Workbench workbench;
    private EventsViewModel model;

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
        model = new EventsViewModel(workbench.selection(), workbench.navigation(), workbench.marking(),
                workbench.library(), workbench.display(), workbench.texts(), workbench.messages(),
                workbench.background());
    }

    @Test
    void theFilteredEventsAreListedByTime() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        assertThat(model.events().get().events()).containsExactly(workbench.selection().matching().get().events());
    }

    @Test
    void theEventsOfASessionAndThoseOnlyInferredAreAllThatItsTimelineHas() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        var correlation = sample.open().correlation();
        int all = correlation.eventsOfSession(correlation.sessionCode(sample.answers.aitmSession())).length;
        assertThat(model.inferredBeside()).isPositive();
        assertThat(model.events().get().events().length + model.inferredBeside()).isEqualTo(all);
        workbench.navigation().go(ViewState.ALL);
        assertThat(model.inferredBeside()).isZero();
    }

    @Test
    void theNextLineWithATextIsFoundOnceAroundAndInBothDirections() {
        workbench.navigation().go(ViewState.ofSession(sample.answers.aitmSession()));
        EventFinder finder = new EventFinder(model, () -> java.util.List.of(EventColumn.OPERATION),
                workbench.messages(), workbench.background());
        int[] found = { -2 };
        finder.wanted("NEW-inbox");
        finder.next(-1, 1, row -> found[0] = row);
        int row = found[0];
        assertThat(model.cell(EventColumn.OPERATION, model.events().get().get(row))).isEqualTo("New-InboxRule");
        assertThat(finder.isHit("New-InboxRule")).isTrue();
        assertThat(finder.isHit("Send")).isFalse();
        finder.next(row, 1, again -> found[0] = again);
        assertThat(found[0]).as("the only one, once around").isEqualTo(row);
        finder.wanted("Send");
        finder.next(row, 1, next -> found[0] = next);
        assertThat(found[0]).isGreaterThan(row);
        finder.wanted("no such operation");
        finder.next(row, -1, none -> found[0] = none);
        assertThat(found[0]).isEqualTo(-1);
        finder.wanted("");
        assertThat(finder.isHit("anything")).isFalse();
    }

    @Test
    void selectedEventsBecomeTheFilter() {
        model.only(new int[] { 2, 4 });
        assertThat(workbench.selection().matching().get().events()).containsExactly(2, 4);
    }

    @Test
    void aTextThatMustBeReadFromTheCaseFileComesAsSoonAsItIsRead() {
        int event = java.util.stream.IntStream.range(0, sample.open().events().size())
                .filter(each -> sample.open().events().text(EventField.TARGET, each) != null).findFirst().orElseThrow();
        sample.runner.hold();
        int before = workbench.texts().read().get();
        assertThat(workbench.texts().text(sample.open(), EventField.TARGET, event)).isEmpty();
        sample.runner.proceed();
        assertThat(workbench.texts().read().get()).isGreaterThan(before);
        assertThat(workbench.texts().text(sample.open(), EventField.TARGET, event))
                .isEqualTo(sample.open().events().text(EventField.TARGET, event));
    }

    @Test
    void aColumnThatIsNotInMemoryIsReadInATaskAndThenShown() {
        OpenCase fresh = OpenCase.load(sample.open().file());
        assertThat(fresh.events().isLoaded(EventField.RESULT_CODE)).isFalse();
        sample.runner.hold();
        assertThat(workbench.texts().text(fresh, EventField.RESULT_CODE, 0)).isEmpty();
        assertThat(workbench.texts().isAtHand(fresh, EventField.RESULT_CODE)).isFalse();
        assertThat(fresh.events().isLoaded(EventField.RESULT_CODE)).as("not on this thread").isFalse();
        int before = workbench.texts().read().get();
        sample.runner.proceed();
        assertThat(workbench.texts().read().get()).isGreaterThan(before);
        assertThat(workbench.texts().isAtHand(fresh, EventField.RESULT_CODE)).isTrue();
        assertThat(workbench.texts().text(fresh, EventField.RESULT_CODE, 0))
                .isEqualTo(Objects.requireNonNullElse(fresh.events().text(EventField.RESULT_CODE, 0), ""));
    }

    @Test
    void foldedRunsAreFewerLinesOfTheSameEvents() {
        int lines = model.events().get().events().length;
        model.folded().set(true);
        assertThat(model.events().get().events()).hasSize(lines);
        model.folded().set(false);
        assertThat(model.events().get().events()).hasSize(lines);
    }

    @Test
    void aValueThatTheLibraryHasFromAnotherCaseIsMarkedAndItsNeighbourIsNot(@TempDir Path own) {
        Path file = own.resolve("library.tsv");
        String seen = sample.open().events().dictionary(EventField.IP).get(1);
        String other = sample.open().events().dictionary(EventField.IP).get(2);
        new Library(List.of(new LibraryEntry(MarkTarget.Kind.IP, MarkTarget.of(MarkTarget.Kind.IP, seen).key(),
                "earlier.tlcase", Instant.parse("2026-08-01T00:00:00Z"), "lea"))).write(file);
        workbench.library().use(file);
        assertThat(workbench.library().about(FilterField.IP, seen))
                .singleElement().asString().contains("earlier.tlcase", "2026-08-01");
        assertThat(workbench.library().about(FilterField.IP, other)).isEmpty();
        assertThat(workbench.library().about(FilterField.COUNTRY, seen)).isEmpty();
        assertThat(model.seenBefore(EventColumn.IP, 0, seen)).hasSize(1);
        assertThat(model.seenBefore(EventColumn.VERDICT, 0, seen)).isEmpty();
        new Library(List.of(new LibraryEntry(MarkTarget.Kind.IP, MarkTarget.of(MarkTarget.Kind.IP, seen).key(),
                sample.open().file().path().getFileName().toString(), Instant.EPOCH, "lea"))).write(file);
        workbench.library().use(file);
        assertThat(workbench.library().about(FilterField.IP, seen)).as("from the very case").isEmpty();
    }
}

package org.tokenlane.ui.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.PurviewRows;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.CallingThreadRunner;
import org.tokenlane.job.Progress;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.mark.MarkTarget;
import org.tokenlane.model.mark.Verdict;
import org.tokenlane.model.text.ProgramFailure;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Workbench;

/** Order, runs, cells and copies of a few events, without a window. */
class FoldedEventsTest {

    /** Operations by second: a run of five, one, a run of two, one. */
    private static final List<String> OPERATIONS = List.of("MailItemsAccessed", "MailItemsAccessed",
            "MailItemsAccessed", "MailItemsAccessed", "MailItemsAccessed", "Send", "MailItemsAccessed",
            "MailItemsAccessed", "Update");
    private static final int[] BY_TIME = IntStream.range(0, 9).toArray();
    private static final int[] BY_OPERATION = { 0, 1, 2, 3, 4, 6, 7, 5, 8 };

    @TempDir
    private Path folder;

    private final CallingThreadRunner runner = new CallingThreadRunner(ProgramFailure::of);
    private final Workbench workbench = new Workbench(runner);
    private CaseFile file;
    private EventsViewModel model;

    @BeforeEach
    void open() throws IOException {
        StringBuilder rows = new StringBuilder(PurviewRows.table(0, 0));
        for (int i = 0; i < OPERATIONS.size(); i++) {
            // one user and one address in all rows
            rows.append(PurviewRows.row(i, OPERATIONS.get(i), "").replaceAll("user\\d", "user1")
                    .replaceAll("203\\.0\\.113\\.\\d+", "203.0.113.9"));
        }
        Path export = Files.writeString(folder.resolve("audit.csv"), rows);
        file = CaseFile.create(folder.resolve("runs.tlcase"), null, "test");
        new ImportService(file, Importers.all()).importAll(List.of(export), ImportOptions.by("test"), Progress.NONE);
        model = new EventsViewModel(workbench.selection(), workbench.navigation(), workbench.marking(),
                workbench.library(), workbench.display(), workbench.texts(), workbench.messages(),
                workbench.background());
        assertThat(list().open()).as("no case is open yet").isNull();
        workbench.display().zone().set(ZoneOffset.UTC);
        workbench.show(OpenCase.load(file));
    }

    @AfterEach
    void close() {
        runner.proceed();
        workbench.close();
        file.close();
    }

    private EventList list() {
        return model.events().get();
    }

    /** Folds the list; gives the run that is its first line. */
    private int firstRun() {
        model.folded().set(true);
        assertThat(EventList.isRun(list().get(0))).isTrue();
        return list().get(0);
    }

    private void mark(int... events) {
        List<MarkTarget> targets = Arrays.stream(events)
                .mapToObj(event -> MarkTarget.of(MarkTarget.Kind.EVENT, list().ofCase().events().id(event))).toList();
        workbench.marking().change((marks, who) -> marks.verdict(targets, Verdict.MALICIOUS, "", who));
    }

    @Test
    void aRunIsOneLineAndExpandsInItsPlace() {
        int run = firstRun();
        assertThat(list()).hasSize(4);
        assertThat(list().folds()).isEqualTo(2);
        assertThat(list().count(run)).isEqualTo(5);
        assertThat(list().events()).containsExactly(BY_TIME);
        model.toggle(run);
        assertThat(list()).startsWith(run, 0, 1, 2, 3, 4, 5).hasSize(9);
        assertThat(list().isOpened(run)).isTrue();
        assertThat(list().parent(0)).isEqualTo(-1);
        assertThat(list().parent(5)).as("the last event of the run").isZero();
        assertThat(list().parent(6)).as("the event after it").isEqualTo(-1);
        model.toggle(run);
        assertThat(list()).hasSize(4);
    }

    @Test
    void anEventIsFoundInItsLineAlsoWhileItsRunIsCollapsed() {
        int run = firstRun();
        assertThat(list().lineOf(4)).isZero();
        assertThat(list().lineOf(5)).isEqualTo(1);
        assertThat(list().lineOf(7)).isEqualTo(2);
        assertThat(list().lineOf(9)).isEqualTo(-1);
        model.toggle(run);
        assertThat(list().lineOf(4)).isEqualTo(5);
    }

    @Test
    void theEventsOfAnExpandedRunAreTakenOnceAlsoIfRunAndEventsAreSelected() {
        model.toggle(firstRun());
        assertThat(list().eventsAt(new int[] { 0, 1, 5, 6 })).containsExactly(0, 1, 2, 3, 4, 5);
        assertThat(list().eventsAt(new int[] { 5, 6 })).containsExactly(4, 5);
    }

    @Test
    void eventsAreSortedByAColumnAndEqualOnesByTime() {
        model.sort(EventColumn.OPERATION, false);
        assertThat(list().events()).containsExactly(BY_OPERATION);
        model.sort(EventColumn.OPERATION, true);
        assertThat(list().events()).containsExactly(8, 5, 0, 1, 2, 3, 4, 6, 7);
        model.sort(EventColumn.TIME, true);
        assertThat(list().events()).containsExactly(8, 7, 6, 5, 4, 3, 2, 1, 0);
        model.sort(null, true);
        assertThat(list().events()).containsExactly(BY_TIME);
    }

    @Test
    void sortedByOperationTheRunsAreLonger() {
        model.sort(EventColumn.OPERATION, false);
        int run = firstRun();
        assertThat(list().count(run)).isEqualTo(7);
    }

    @Test
    void markedEventsAreSortedBeforeOthers() {
        mark(7, 5);
        model.sort(EventColumn.VERDICT, false);
        assertThat(list().events()).containsExactly(5, 7, 0, 1, 2, 3, 4, 6, 8);
    }

    @Test
    void theListStaysUntilItIsSortedAndTheLatestOrderCounts() {
        runner.hold();
        model.sort(EventColumn.TIME, true);
        model.sort(EventColumn.OPERATION, false);
        assertThat(list().events()).containsExactly(BY_TIME);
        List<int[]> shown = new ArrayList<>();
        model.events().addListener((property, before, now) -> shown.add(now.events()));
        runner.proceed();
        assertThat(shown).containsExactly(BY_OPERATION);
    }

    @Test
    void aCaseThatIsClosedWhileItsEventsAreSortedLeavesNothing() {
        runner.hold();
        model.sort(EventColumn.OPERATION, false);
        workbench.show(null);
        assertThat(list()).isEmpty();
        runner.proceed();
        assertThat(list()).isEmpty();
        assertThat(list().open()).isNull();
    }

    @Test
    void aRunShowsWhatItsEventsShareAndSaysWhereTheyDiffer() {
        int run = firstRun();
        assertThat(model.cell(EventColumn.OPERATION, run)).isEqualTo("MailItemsAccessed");
        assertThat(model.cell(EventColumn.VERDICT, run)).isEmpty();
        mark(0, 1, 2, 3);
        assertThat(model.isMixed(EventColumn.VERDICT, run)).isTrue();
        assertThat(model.cell(EventColumn.VERDICT, run)).isEqualTo(EventsText.SEVERAL.text());
        mark(4);
        assertThat(model.isMixed(EventColumn.VERDICT, run)).isFalse();
        assertThat(model.cell(EventColumn.VERDICT, run)).isEqualTo(Verdict.MALICIOUS.text());
        assertThat(model.verdictWord(4)).isEqualTo(Verdict.MALICIOUS.word());
        assertThat(model.verdictWord(5)).isEmpty();
    }

    @Test
    void aRunShowsItsFirstAndLastTimeWhicheverWayItIsSorted() {
        assertThat(model.cell(EventColumn.TIME, firstRun())).isEqualTo("2026-09-15 00:00:00 – 00:00:04");
        assertThat(model.cell(EventColumn.TIME, 5)).isEqualTo("2026-09-15 00:00:05");
        model.sort(EventColumn.TIME, true);
        assertThat(model.cell(EventColumn.TIME_UTC, list().get(3))).isEqualTo("2026-09-15 00:00:00 – 00:00:04");
    }

    @Test
    void onlyTimesInTheZoneOfTheWindowFollowIt() {
        workbench.display().zone().set(ZoneId.of("Europe/Berlin"));
        assertThat(model.cell(EventColumn.TIME, 5)).isEqualTo("2026-09-15 02:00:05");
        assertThat(model.cell(EventColumn.TIME_UTC, 5)).isEqualTo("2026-09-15 00:00:05");
    }

    @Test
    void anExportAlwaysHoldsTheTimeInUtcOnce() {
        String utc = "2026-09-15T00:00:05Z";
        assertThat(values(5, EventColumn.TIME)).containsExactly(utc);
        workbench.display().zone().set(ZoneId.of("Europe/Berlin"));
        String berlin = "2026-09-15T02:00:05+02:00";
        assertThat(values(5, EventColumn.TIME)).containsExactly(utc, berlin);
        assertThat(values(5, EventColumn.TIME, EventColumn.TIME_UTC)).containsExactly(berlin, utc);
    }

    private List<String> values(int event, EventColumn... columns) {
        return model.exported(List.of(columns)).stream().map(column -> column.value().apply(event)).toList();
    }

    @Test
    void aCellBecomesAFilterAlsoWhereTheColumnIsNotAField() {
        EventKind kind = list().ofCase().events().kind(5);
        EventResult result = list().ofCase().events().result(5);
        assertThat(model.filter(EventColumn.KIND, 5)).isEqualTo(new Filter.KindIs(List.of(kind)));
        assertThat(model.filter(EventColumn.RESULT, 5)).isEqualTo(new Filter.ResultIs(List.of(result)));
        assertThat(model.filter(EventColumn.OPERATION, 5)).isNull();
        mark(5);
        assertThat(model.filter(EventColumn.VERDICT, 5))
                .isEqualTo(new Filter.Marked(Filter.Marked.By.VERDICT, List.of(Verdict.MALICIOUS.word())));
    }

    @Test
    void copiedEventsAreALineEachInTheirOrder() {
        EventOutput output = new EventOutput(runner);
        List<String> copied = new ArrayList<>();
        output.text(content(5, 0), copied::add, fitted -> copied.add("too much"), failure -> copied.add("failed"));
        assertThat(copied).hasSize(1);
        assertThat(copied.getFirst().lines().skip(1)).hasSize(2).first().asString().contains("Send");
        assertThat(output.isBusy()).isFalse();
    }

    @Test
    void aCopyThatIsCancelledEndsAsCancelledAndAnotherCanFollow() {
        EventOutput output = new EventOutput(runner);
        List<Exception> failures = new ArrayList<>();
        List<String> copied = new ArrayList<>();
        runner.hold();
        output.text(content(0, 1), copied::add, fitted -> copied.add("too much"), failures::add);
        assertThat(output.isBusy()).isTrue();
        output.cancel();
        runner.proceed();
        assertThat(copied).isEmpty();
        assertThat(failures).singleElement().isInstanceOf(CancellationException.class);
        assertThat(output.isBusy()).isFalse();
        output.text(content(0, 1), copied::add, fitted -> copied.add("too much"), failures::add);
        assertThat(copied).singleElement().isNotEqualTo("too much");
    }

    @Test
    void aFileThatCannotBeWrittenIsReportedAndEndsTheWork() {
        EventOutput output = new EventOutput(runner);
        List<Exception> failures = new ArrayList<>();
        List<Integer> saved = new ArrayList<>();
        output.save(content(0, 1), "", folder.resolve("missing").resolve("events.csv"), saved::add, failures::add);
        assertThat(saved).isEmpty();
        assertThat(failures).hasSize(1);
        assertThat(output.isBusy()).isFalse();
        output.save(content(0, 1), "", folder.resolve("events.csv"), saved::add, failures::add);
        assertThat(saved).containsExactly(2);
        assertThat(folder.resolve("events.csv")).isNotEmptyFile();
    }

    private EventOutput.Content content(int... events) {
        return new EventOutput.Content(list().ofCase(), model.exported(List.of(EventColumn.OPERATION)), null, events,
                () -> org.tokenlane.report.HostileActivity.NONE);
    }

    private EventFinder finder(EventColumn... columns) {
        return new EventFinder(model, () -> List.of(columns), workbench.messages(), runner);
    }

    @Test
    void whatIsFoundInARunIsWhatItsCellShows() {
        firstRun();
        mark(0);
        EventFinder finder = finder(EventColumn.VERDICT);
        List<Integer> found = new ArrayList<>();
        finder.wanted(Verdict.MALICIOUS.text());
        finder.next(-1, 1, found::add);
        assertThat(found).as("only some of its events are").containsExactly(-1);
        finder.wanted(EventsText.SEVERAL.text());
        finder.next(-1, 1, found::add);
        assertThat(found).containsExactly(-1, 0);
        mark(1, 2, 3, 4);
        finder.wanted(Verdict.MALICIOUS.text());
        finder.next(-1, 1, found::add);
        assertThat(found).containsExactly(-1, 0, 0);
    }

    @Test
    void aLineThatWasLookedForInAnotherListIsNotSelectedInThisOne() {
        EventFinder finder = finder(EventColumn.OPERATION);
        List<Integer> found = new ArrayList<>();
        finder.wanted("update");
        runner.hold();
        finder.next(-1, 1, found::add);
        model.folded().set(true);
        runner.proceed();
        finder.next(-1, 1, found::add);
        assertThat(found).hasSizeLessThanOrEqualTo(2).endsWith(3);
    }
}

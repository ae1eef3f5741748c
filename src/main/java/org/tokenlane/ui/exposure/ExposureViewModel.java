package org.tokenlane.ui.exposure;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.function.IntFunction;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.MarkedEvents;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.ExposureQuery;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.detect.hands.Party;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.ExposureExport;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.PartedExposure;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Matching;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/** What the events that the filter selects accessed; determined in the background, and only while it is visible. */
final class ExposureViewModel {

    /**
     * What was found.
     *
     * @param parted
     *            null if no case is open
     * @param tables
     *            the lists that are not empty
     */
    record Found(@Nullable PartedExposure parted, List<ExposureTable> tables) {

        static final Found NOTHING = new Found(null, List.of());

        static Found of(PartedExposure exposure) {
            return new Found(exposure, exposure.filledTables());
        }

        @Nullable
        Exposure exposure() {
            return parted == null ? null : parted.all();
        }
    }

    private final Selection selection;
    private final Marking marking;
    private final CaseAnswers answers;
    private final Messages messages;
    private final Runner background;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private Task<?> task = Task.NONE;
    private @Nullable Matching answered;

    ExposureViewModel(Selection selection, Marking marking, CaseAnswers answers, Messages messages,
            Runner background) {
        this.selection = selection;
        this.marking = marking;
        this.answers = answers;
        this.messages = messages;
        this.background = background;
        selection.openCase().addListener((property, before, now) -> forget());
        selection.matching().addListener((property, before, now) -> find());
        shown.addListener((property, before, now) -> find());
        // whose hands events were done by follows from findings and marks: without findings from the marks alone
        marking.marked().addListener((property, before, now) -> {
            if (answers.answers().get() == null) {
                findAgain();
            }
        });
        answers.answers().addListener((property, before, now) -> findAgain());
    }

    /** Whether it is visible. */
    BooleanProperty shown() {
        return shown;
    }

    ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    /** What is being done; empty if nothing is. */
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    private void find() {
        Matching matching = selection.matching().get();
        if (matching != answered) {
            task.cancel();
            state.set("");
        }
        if (!shown.get() || matching == answered) {
            return;
        }
        answered = matching;
        OpenCase open = selection.openCase().get();
        if (open == null) {
            state.set("");
            found.set(Found.NOTHING);
            return;
        }
        IntFunction<Party> party = party();
        state.set(ExposureText.OPENING.text());
        task = background.latest("exposure", WorkLane.LONG,
                progress -> find(open, matching.set(), party, progress)).onProgress(step -> {
                    if (step.records() > 0) {
                        state.set(ExposureText.OPENED.text(step.records()));
                    }
                }).onDone(outcome -> {
                    state.set("");
                    found.set(outcome);
                }).onFailed(failure -> {
                    state.set("");
                    answered = null;
                    messages.failed(ExposureText.NOT_FOUND, failure);
                }).start();
    }

    /** What was found in the case before says nothing of another. */
    private void forget() {
        task.cancel();
        answered = null;
        state.set("");
        found.set(Found.NOTHING);
    }

    private void findAgain() {
        // where nothing matches, nothing depends on whose hands it was done by
        if (answered != null && answered.events().length > 0) {
            answered = null;
            find();
        }
    }

    private IntFunction<Party> party() {
        Answers known = answers.answers().get();
        MarkedEvents marked = marking.marked().get();
        return known == null ? event -> Party.of(marked.verdict(event))
                : known.incident().attribution()::party;
    }

    private static Found find(OpenCase open, BitSet chosen, IntFunction<Party> party, Progress progress) {
        EventDetails details = new EventDetails(open.events(), open.file().rawRecords(), new RecordDetails());
        return Found.of(PartedExposure.of(new ExposureQuery(open.correlation(), details, open.file().evidence()),
                open.events(), chosen, party, progress));
    }

    /** The summary in a line, or why there is none. */
    String summary() {
        PartedExposure parted = found.get().parted();
        if (parted == null) {
            return "";
        }
        Exposure exposure = parted.all();
        if (exposure.operations() == 0) {
            return ExposureText.NO_OPERATION.text();
        }
        return ExposureText.SUMMARY.text(Count.OPERATIONS.of(exposure.operations()),
                parted.summary(), exposure.limits().size());
    }

    /** Writes the exposure that is shown; a message says whether that worked. */
    void save(Path file) {
        PartedExposure exposure = found.get().parted();
        OpenCase open = selection.openCase().get();
        if (open == null || exposure == null) {
            return;
        }
        String filter = selection.view().get().filter().toText();
        background
                .task(WorkLane.LONG,
                        progress -> ExposureExport.write(open.file(), file, "filter " + filter, exposure))
                .onDone(written -> messages.info(ExposureText.SAVED.with(file)))
                .onFailed(failure -> messages.failed(ExposureText.NOT_SAVED, failure, file)).start();
    }

    /** A table as CSV, its times in UTC. */
    static String csv(ExposureTable table, List<ExposureTable.Row> rows) {
        StringBuilder text = new StringBuilder();
        ExposureExport.csv(text, new ExposureTable(table.id(), table.title(), table.columns(), rows));
        return text.toString();
    }
}

package org.tokenlane.ui.exposure;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.ExposureQuery;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.ExposureExport;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.ExposureTables;
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
     * @param exposure
     *            null if no case is open
     * @param tables
     *            the lists that are not empty
     * @param hostile
     *            the events that counted as malicious
     */
    record Found(@Nullable Exposure exposure, List<ExposureTable> tables, BitSet hostile) {

        static final Found NOTHING = new Found(null, List.of(), new BitSet());

        static Found of(Exposure exposure, BitSet hostile) {
            return new Found(exposure,
                    ExposureTables.of(exposure, hostile).stream().filter(table -> !table.rows().isEmpty()).toList(),
                    hostile);
        }
    }

    private final Selection selection;
    private final Marking marking;
    private final Messages messages;
    private final Runner background;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private Task<?> task = Task.NONE;
    private @Nullable Matching answered;

    ExposureViewModel(Selection selection, Marking marking, Messages messages, Runner background) {
        this.selection = selection;
        this.marking = marking;
        this.messages = messages;
        this.background = background;
        selection.matching().addListener((property, before, now) -> find());
        shown.addListener((property, before, now) -> find());
        marking.marked().addListener((property, before, now) -> count());
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
        BitSet hostile = marking.marked().get().hostile();
        state.set(ExposureText.OPENING.text());
        task = background.latest("exposure", WorkLane.LONG,
                progress -> find(open, matching.set(), hostile, progress)).onProgress(step -> {
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

    /** Counts what was found again by the marks as they are now. */
    private void count() {
        Exposure exposure = found.get().exposure();
        BitSet hostile = marking.marked().get().hostile();
        if (exposure != null && !hostile.equals(found.get().hostile())) {
            found.set(Found.of(exposure, hostile));
        }
    }

    private static Found find(OpenCase open, BitSet chosen, BitSet hostile, Progress progress) {
        EventDetails details = new EventDetails(open.events(), open.file().rawRecords(), new RecordDetails());
        return Found.of(new ExposureQuery(open.correlation(), details, open.file().evidence()).of(chosen, progress),
                hostile);
    }

    /** The summary in a line, or why there is none. */
    String summary() {
        Exposure exposure = found.get().exposure();
        if (exposure == null) {
            return "";
        }
        if (exposure.operations() == 0) {
            return ExposureText.NO_OPERATION.text();
        }
        return ExposureText.SUMMARY.text(Count.OPERATIONS.of(exposure.operations()),
                ExposureTables.summary(exposure, found.get().hostile()), exposure.limits().size());
    }

    /** Writes the exposure that is shown; a message says whether that worked. */
    void save(Path file) {
        Exposure exposure = found.get().exposure();
        BitSet hostile = found.get().hostile();
        OpenCase open = selection.openCase().get();
        if (open == null || exposure == null) {
            return;
        }
        String filter = selection.view().get().filter().toText();
        background
                .task(WorkLane.LONG,
                        progress -> ExposureExport.write(open.file(), file, "filter " + filter, exposure, hostile))
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

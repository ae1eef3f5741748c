package org.tokenlane.ui.exposure;

import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import java.util.concurrent.CancellationException;
import javafx.application.Platform;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.tokenlane.detect.exposure.Exposure;
import org.tokenlane.detect.exposure.ExposureQuery;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.ExposureExport;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.ExposureTables;
import org.tokenlane.ui.state.Matching;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Workbench;

/** What the events that the filter selects accessed; determined in the background, and only while it is visible. */
final class ExposureViewModel {

    private static final long BETWEEN_WORDS = 250_000_000L;

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
    record Found(Exposure exposure, List<ExposureTable> tables, BitSet hostile) {

        static final Found NOTHING = new Found(null, List.of(), new BitSet());

        static Found of(Exposure exposure, BitSet hostile) {
            return new Found(exposure,
                    ExposureTables.of(exposure, hostile).stream().filter(table -> !table.rows().isEmpty()).toList(),
                    hostile);
        }
    }

    /** One search for the exposure; it ends when another begins. */
    private final class Work implements Progress {

        private volatile boolean cancelled;
        private long records;
        private long lastWord = System.nanoTime();

        @Override
        public void advance(long bytes, long more) {
            records += more;
            if (System.nanoTime() - lastWord > BETWEEN_WORDS) {
                lastWord = System.nanoTime();
                long opened = records;
                Platform.runLater(() -> {
                    if (this == work) {
                        state.set(ExposureText.OPENED.text(opened));
                    }
                });
            }
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }

    private final Workbench workbench;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Found> found = new ReadOnlyObjectWrapper<>(Found.NOTHING);
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private Work work;
    private Matching answered;

    ExposureViewModel(Workbench workbench) {
        this.workbench = workbench;
        workbench.matching().addListener((property, before, now) -> find());
        shown.addListener((property, before, now) -> find());
        workbench.marking().marked().addListener((property, before, now) -> count());
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
        Matching matching = workbench.matching().get();
        if (work != null && matching != answered) {
            work.cancelled = true;
        }
        if (!shown.get() || matching == answered) {
            return;
        }
        answered = matching;
        OpenCase open = workbench.openCase().get();
        if (open == null) {
            state.set("");
            found.set(Found.NOTHING);
            return;
        }
        Work mine = new Work();
        work = mine;
        BitSet hostile = workbench.marking().marked().get().hostile();
        state.set(ExposureText.OPENING.text());
        workbench.background().latest("exposure", () -> find(open, matching.set(), hostile, mine), outcome -> {
            if (outcome != null && mine == work) {
                state.set("");
                found.set(outcome);
            }
        }, failure -> {
            state.set("");
            answered = null;
            workbench.messages().failed(ExposureText.NOT_FOUND, failure);
        });
    }

    /** Counts what was found again by the marks as they are now. */
    private void count() {
        Exposure exposure = found.get().exposure();
        BitSet hostile = workbench.marking().marked().get().hostile();
        if (exposure != null && !hostile.equals(found.get().hostile())) {
            found.set(Found.of(exposure, hostile));
        }
    }

    /** Null if it is no longer wanted. */
    private static Found find(OpenCase open, BitSet chosen, BitSet hostile, Progress progress) {
        try {
            EventDetails details = new EventDetails(open.events(), open.file().rawRecords(), new RecordDetails());
            Exposure exposure = new ExposureQuery(open.correlation(), details, open.file().evidence()).of(chosen,
                    progress);
            return Found.of(exposure, hostile);
        } catch (CancellationException notWanted) {
            return null;
        }
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
        OpenCase open = workbench.openCase().get();
        String filter = workbench.view().get().filter().toText();
        workbench.background().run(
                () -> ExposureExport.write(open.file(), file, "filter " + filter, exposure, hostile),
                written -> workbench.messages().info(ExposureText.SAVED.with(file)),
                failure -> workbench.messages().failed(ExposureText.NOT_SAVED, failure, file));
    }

    /** A table as CSV, its times in UTC. */
    static String csv(ExposureTable table, List<ExposureTable.Row> rows) {
        StringBuilder text = new StringBuilder();
        ExposureExport.csv(text, new ExposureTable(table.id(), table.title(), table.columns(), rows));
        return text.toString();
    }
}

package org.tokenlane.ui.exposure;

import java.io.IOException;
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
import org.tokenlane.report.ExposureExport;
import org.tokenlane.report.ExposureTable;
import org.tokenlane.report.ExposureTables;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.Matching;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Workbench;

/** What the events that the filter chooses got at. It is found in the background, and only while somebody looks. */
final class ExposureViewModel {

    private static final long BETWEEN_WORDS = 250_000_000L;

    /**
     * What was found.
     *
     * @param exposure
     *            null where no case is open
     * @param tables
     *            the lists that are not empty
     * @param hostile
     *            the events that counted as the attacker's
     */
    record Found(Exposure exposure, List<ExposureTable> tables, BitSet hostile) {

        static final Found NOTHING = new Found(null, List.of(), new BitSet());

        static Found of(Exposure exposure, BitSet hostile) {
            return new Found(exposure,
                    ExposureTables.of(exposure, hostile).stream().filter(table -> !table.rows().isEmpty()).toList(),
                    hostile);
        }
    }

    /** One search for the exposure, which ends where another begins. */
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
                        state.set("Opening records: " + Texts.number(opened) + " so far …");
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

    /** Whether the analyst looks at it. */
    BooleanProperty shown() {
        return shown;
    }

    ReadOnlyObjectProperty<Found> found() {
        return found.getReadOnlyProperty();
    }

    /** What is being done; empty where nothing is. */
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
        state.set("Opening records …");
        workbench.background().latest("exposure", () -> find(open, matching.set(), hostile, mine), outcome -> {
            if (outcome != null && mine == work) {
                state.set("");
                found.set(outcome);
            }
        }, failure -> {
            state.set("");
            answered = null;
            workbench.problem().set("The exposure could not be found: " + failure.getMessage());
        });
    }

    /** Counts anew what was found by what is marked now. */
    private void count() {
        Exposure exposure = found.get().exposure();
        BitSet hostile = workbench.marking().marked().get().hostile();
        if (exposure != null && !hostile.equals(found.get().hostile())) {
            found.set(Found.of(exposure, hostile));
        }
    }

    /** Null where it is no longer wanted. */
    private static Found find(OpenCase open, BitSet chosen, BitSet hostile, Progress progress) {
        try {
            EventDetails details = new EventDetails(open.events(), open.file().rawRecords(), new RecordDetails());
            Exposure exposure = new ExposureQuery(open.correlation(), details, open.file().evidence()).of(chosen,
                    progress);
            return Found.of(exposure, hostile);
        } catch (CancellationException notWanted) {
            return null;
        } catch (OutOfMemoryError tooMuch) {
            throw new IllegalStateException(
                    "there is not enough memory for so many events at once. Choose fewer, or give the program more (TOKENLANE_OPTS=-Xmx4g).");
        }
    }

    /** The sum in a line, or why there is none. */
    String summary() {
        Exposure exposure = found.get().exposure();
        if (exposure == null) {
            return "";
        }
        if (exposure.operations() == 0) {
            return "None of the chosen events is an operation, so nothing was got at with them.";
        }
        return "With the chosen events (" + Texts.count(exposure.operations(), "operation") + "): "
                + ExposureTables.summary(exposure, found.get().hostile())
                + (exposure.limits().isEmpty() ? "."
                        : ". " + Texts.count(exposure.limits().size(), "limit") + ": see what this leaves open.");
    }

    /** Writes the exposure that is shown; the word of it stands in the status line. */
    void save(Path file) {
        Exposure exposure = found.get().exposure();
        BitSet hostile = found.get().hostile();
        OpenCase open = workbench.openCase().get();
        String filter = workbench.view().get().filter().toText();
        workbench.background().run(
                () -> ExposureExport.write(open.file(), file, "filter " + filter, exposure, hostile),
                written -> workbench.problem().set("Exposure saved to " + file), failure -> workbench.problem()
                        .set("The exposure could not be saved to " + file + ": "
                                + (failure instanceof IOException ? failure.getMessage() : failure.toString())));
    }

    /** A table as CSV, its times in UTC. */
    static String csv(ExposureTable table, List<ExposureTable.Row> rows) {
        StringBuilder text = new StringBuilder();
        ExposureExport.csv(text, new ExposureTable(table.id(), table.title(), table.columns(), rows));
        return text.toString();
    }
}

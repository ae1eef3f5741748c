package org.tokenlane.ui.imports;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tokenlane.ingest.ImportPreview;
import org.tokenlane.job.Progress;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.time.Durations;

/** One file on its way into the case. */
final class ImportRow {

    /** The bar of a file is full when the file is in the case, not before. */
    private static final double MOST_SHOWN = 0.999;

    private final ImportPreview.Line file;
    private final DoubleProperty progress = new SimpleDoubleProperty(0);
    private final StringProperty state = new SimpleStringProperty("");
    private final BooleanProperty taken = new SimpleBooleanProperty();

    ImportRow(ImportPreview.Line file) {
        this.file = file;
        taken.set(isRecognised());
        if (file.problem() != null) {
            state.set(ImportsText.NOT_IMPORTED.text(file.problem()));
        }
    }

    String path() {
        return file.path();
    }

    String name() {
        return file.path().substring(Math.max(file.path().lastIndexOf('/'), file.path().lastIndexOf('\\')) + 1);
    }

    long bytes() {
        return file.bytes();
    }

    String shape() {
        return file.shapes().stream().map(Shape::title).collect(Collectors.joining(" + "));
    }

    /** The columns of a table. */
    List<String> columns() {
        return file.columns();
    }

    /** The columns of its shape, or of the nearest, that it lacks. */
    List<String> missing() {
        return file.missing();
    }

    /** Tells whether its times are in local time. */
    boolean isInLocalTime() {
        return file.inLocalTime();
    }

    boolean isRecognised() {
        return file.problem() == null;
    }

    /** Whether it is to be imported; never so for a file that is not recognised. */
    BooleanProperty taken() {
        return taken;
    }

    /** From 0 to 1; the file is over at 1. */
    DoubleProperty progress() {
        return progress;
    }

    StringProperty state() {
        return state;
    }

    /** Shows how far it is; of a file that was read to its end, only how many records were found in it. */
    void follow(Progress.Step step) {
        if (step.ended()) {
            progress.set(1);
            state.set(step.records() > 0 ? Count.RECORDS.of(step.records()) : "");
        } else if (step.records() > 0) {
            progress.set(Math.min(MOST_SHOWN, step.share()));
            long speed = Math.round(step.recordsPerSecond());
            state.set(step.secondsLeft() < 0 ? ImportsText.PROGRESS_STATE.text(step.records(), speed)
                    : ImportsText.PROGRESS_STATE_LEFT.text(step.records(), speed,
                            Durations.units(Math.max(1, step.secondsLeft()) * 1_000_000_000L)));
        }
    }

    void done(Evidence evidence, List<ImportWarning> warnings) {
        progress.set(1);
        String result = ImportsText.RESULT.text(evidence.records(), evidence.stored(), evidence.duplicates(),
                evidence.rejected(), evidence.undated());
        String dated = evidence.hasAssumedDates() ? ImportsText.RESULT_DATES.text(result, evidence.dateWords())
                : result;
        state.set(warnings.isEmpty() ? dated : ImportsText.RESULT_WARNED.text(dated, warnings.size()));
    }

    void stopped(String why) {
        progress.set(0);
        state.set(why);
    }
}

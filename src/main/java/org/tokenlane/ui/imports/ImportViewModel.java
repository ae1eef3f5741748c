package org.tokenlane.ui.imports;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tokenlane.ingest.ImportPreview;
import org.tokenlane.ingest.Importers;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.model.evidence.RejectedRecord;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.time.DateOrder;
import org.tokenlane.model.time.Durations;
import org.tokenlane.query.LateData;
import org.tokenlane.store.CaseFile;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.ViewState;
import org.tokenlane.ui.state.Workbench;

/** An import: what the files are recognised as, then their way into the case, then the account. */
public final class ImportViewModel {

    /** How far an import is. */
    public enum Phase {
        NONE,
        LOOKING,
        READY,
        RUNNING,
        DONE
    }

    /** The part of an import that comes after the files. */
    private static final String LINKING = "";

    /** The bar of a file is full when the file is in the case, not before. */
    private static final double MOST_SHOWN = 0.999;

    private final Workbench workbench;
    private final ObservableList<ImportRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NONE);
    private final ReadOnlyStringWrapper account = new ReadOnlyStringWrapper("");
    private final ObservableList<RejectedRecord> rejected = FXCollections.observableArrayList();
    private final ObservableList<Difference> differences = FXCollections.observableArrayList();
    private final Map<String, ImportRow> byPath = new HashMap<>();
    private Task<?> task = Task.NONE;
    private final Map<String, String> columnNames = new TreeMap<>();
    private List<Path> paths = List.of();

    public ImportViewModel(Workbench workbench) {
        this.workbench = workbench;
    }

    ObservableList<ImportRow> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** How the import ended, in a sentence. */
    ReadOnlyStringProperty account() {
        return account.getReadOnlyProperty();
    }

    /** The records of these files that could not be read. */
    ObservableList<RejectedRecord> rejected() {
        return rejected;
    }

    /** Looks what the files are; asks for nothing yet. Does nothing while an import runs. */
    public void offer(List<Path> files) {
        if (phase.get() == Phase.RUNNING || phase.get() == Phase.LOOKING) {
            workbench.problem().set("An import is running; wait for its end or cancel it.");
            return;
        }
        paths = List.copyOf(files);
        columnNames.clear();
        look();
    }

    /** Looks again, with columns of other names. */
    void name(String columnOfFile, String standsFor) {
        if (phase.get() != Phase.RUNNING && phase.get() != Phase.LOOKING) {
            columnNames.values().remove(standsFor);
            if (columnOfFile != null) {
                columnNames.put(columnOfFile, standsFor);
            }
            look();
        }
    }

    /** What was said of columns: what they stand for, by the file's name of them. */
    Map<String, String> columnNames() {
        return Map.copyOf(columnNames);
    }

    private void look() {
        rows.clear();
        byPath.clear();
        rejected.clear();
        differences.clear();
        account.set("Looking at the files…");
        phase.set(Phase.LOOKING);
        Map<String, String> names = Map.copyOf(columnNames);
        List<Path> offered = paths;
        workbench.background().task(WorkLane.LONG, progress -> ImportPreview.of(offered, Importers.all(), names))
                .onDone(lines -> {
                    lines.forEach(line -> rows.add(new ImportRow(line)));
                    rows.forEach(row -> byPath.put(row.path(), row));
                    long known = rows.stream().filter(ImportRow::isRecognised).count();
                    account.set(
                            known == 0
                                    ? "None of these files is an export that is known. Each says below what was seen in it."
                                    : Texts.count(known, "file") + " recognised"
                                            + (known < rows.size() ? ", " + (rows.size() - known) + " not" : "") + ".");
                    phase.set(known == 0 ? Phase.DONE : Phase.READY);
                }).onFailed(failure -> {
                    account.set("The files could not be looked at: " + failure.getMessage());
                    phase.set(Phase.DONE);
                }).start();
    }

    /** Imports what was offered into the open case. */
    void start(DateOrder order) {
        CaseFile target = workbench.openCase().get().file();
        phase.set(Phase.RUNNING);
        account.set("Importing…");
        Map<String, String> names = Map.copyOf(columnNames);
        List<Path> offered = paths;
        task = workbench.background().task(WorkLane.LONG, progress -> {
            ImportReport report = new ImportService(target, Importers.all()).importAll(offered,
                    new ImportOptions(Analyst.name(), order, names),
                    progress);
            progress.begin(LINKING, -1);
            List<RejectedRecord> unread = target.rejected().stream()
                    .filter(record -> report.imported().stream().anyMatch(file -> file.path().equals(record.path())))
                    .toList();
            OpenCase loaded = OpenCase.load(target);
            return new Outcome(report, unread, loaded, late(report, loaded));
        }).withPartialResult().onProgress(this::show).onDone(this::finish).onFailed(failure -> {
            account.set("The import was stopped: " + failure.getMessage());
            phase.set(Phase.DONE);
        }).start();
    }

    private record Outcome(ImportReport report, List<RejectedRecord> rejected, OpenCase open,
            List<Difference> differences) {
    }

    /**
     * So many events that the files of this import show otherwise than the case had them, and the filter that chooses
     * them.
     */
    record Difference(String words, Filter filter) {
    }

    /** What the files show against what the case had; nothing for a first import. */
    private static List<Difference> late(ImportReport report, OpenCase loaded) {
        if (report.imported().isEmpty()) {
            return List.of();
        }
        int first = report.imported().getFirst().id();
        int last = report.imported().getLast().id();
        LateData late = LateData.of(loaded.events(), first, last);
        if (!late.hadBefore()) {
            return List.of();
        }
        String changed = late.fields().isEmpty() ? ""
                : " (" + String.join(", ", late.fields().entrySet().stream()
                        .map(entry -> entry.getKey() + " of " + Texts.number(entry.getValue())).toList()) + ")";
        return List.of(
                new Difference(Texts.count(late.added().cardinality(), "new event"),
                        new Filter.Compared(Filter.Compared.What.NEW, first, last)),
                new Difference(Texts.number(late.changed().cardinality()) + " changed" + changed,
                        new Filter.Compared(Filter.Compared.What.CHANGED, first, last)),
                new Difference(Texts.number(late.gone().cardinality()) + " gone",
                        new Filter.Compared(Filter.Compared.What.GONE, first, last)));
    }

    /** What the import showed against what the case had before. */
    ObservableList<Difference> differences() {
        return differences;
    }

    /** Looks at the events of a difference, and puts the import away. */
    void look(Difference difference) {
        dismiss();
        workbench.go(ViewState.of(difference.filter()));
        workbench.page().set(Page.INVESTIGATE);
    }

    private void finish(Outcome outcome) {
        ImportReport report = outcome.report();
        report.imported().forEach(evidence -> byPath.computeIfPresent(evidence.path(), (path, row) -> {
            row.done(evidence);
            return row;
        }));
        report.skipped().forEach(remark -> byPath.computeIfPresent(remark.path(), (path, row) -> {
            row.stopped("Skipped: " + remark.reason());
            return row;
        }));
        report.refused().forEach(remark -> byPath.computeIfPresent(remark.path(), (path, row) -> {
            row.stopped("Not imported: " + remark.reason());
            return row;
        }));
        if (report.cancelled()) {
            rows.stream().filter(row -> row.isRecognised() && row.progress().get() < 1)
                    .forEach(row -> row.stopped("Cancelled; nothing of it was kept."));
        }
        rejected.setAll(outcome.rejected());
        differences.setAll(outcome.differences());
        int before = workbench.openCase().get() == null ? 0 : workbench.openCase().get().sessions().size();
        workbench.show(outcome.open());
        int more = outcome.open().sessions().size() - before;
        account.set((report.cancelled() ? "Cancelled. " : "") + Texts.count(report.records(), "record") + ": "
                + Texts.number(report.stored()) + " stored, "
                + Texts.count(report.duplicates(), "duplicate") + ", " + Texts.number(report.rejected())
                + " rejected. The case now has "
                + Texts.count(outcome.open().sessions().size(), "session")
                + (more > 0 && before > 0 ? ", " + more + " more than before" : "") + ".");
        phase.set(Phase.DONE);
    }

    void cancel() {
        task.cancel();
        if (phase.get() == Phase.RUNNING) {
            account.set("Stopping…");
        }
    }

    /** Puts the import away. */
    void dismiss() {
        if (phase.get() != Phase.RUNNING) {
            phase.set(Phase.NONE);
        }
    }

    private void show(Progress.Step step) {
        ImportRow row = byPath.get(step.part());
        if (step.part().equals(LINKING)) {
            account.set("Linking tokens and sessions…");
        } else if (row != null && step.ended()) {
            row.progress().set(1);
        } else if (row != null && step.records() > 0) {
            row.progress().set(Math.min(MOST_SHOWN, step.share()));
            row.state().set(Texts.count(step.records(), "record") + ", "
                    + Texts.number(Math.round(step.recordsPerSecond())) + " records/s"
                    + (step.secondsLeft() < 0 ? ""
                            : ", " + Durations.units(Math.max(1, step.secondsLeft()) * 1_000_000_000L) + " left"));
        }
    }
}

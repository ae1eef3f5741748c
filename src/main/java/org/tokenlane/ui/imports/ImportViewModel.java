package org.tokenlane.ui.imports;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.ImportPreview;
import org.tokenlane.ingest.Importers;
import org.tokenlane.ingest.text.FileForm;
import org.tokenlane.intake.ImportOptions;
import org.tokenlane.intake.ImportService;
import org.tokenlane.job.Progress;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.evidence.Evidence;
import org.tokenlane.model.evidence.ImportReport;
import org.tokenlane.model.evidence.ImportWarning;
import org.tokenlane.model.evidence.RejectedRecord;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.time.DateOrder;
import org.tokenlane.store.CaseFile;
import org.tokenlane.store.RejectedList;
import org.tokenlane.ui.kit.Reasons;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Page;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/** An import: what the files are recognised as, then their way into the case, then the account. */
public final class ImportViewModel {

    /** The stages of an import. */
    public enum Phase {
        NONE,
        LOOKING,
        READY,
        RUNNING,
        DONE
    }

    /** The part of an import that comes after the files. */
    private static final String LINKING = "";

    /** How many rejected records are listed, and how many letters of each. */
    static final int MOST_REJECTED = 2_000;
    private static final int MOST_TEXT = 2_000;

    private final Selection selection;
    private final Navigation navigation;
    private final Messages messages;
    private final Runner background;
    private final Consumer<OpenCase> shower;
    private final CaseMaker maker;
    private final NewCase wanted = new NewCase();
    private final Set<String> leftOut = new HashSet<>();
    private final ObservableList<ImportRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Phase> phase = new ReadOnlyObjectWrapper<>(Phase.NONE);
    private final ReadOnlyStringWrapper account = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper rejectedInAll = new ReadOnlyIntegerWrapper();
    private final ObservableList<RejectedRecord> rejected = FXCollections.observableArrayList();
    private final ObservableList<ImportWarning> warnings = FXCollections.observableArrayList();
    private final ObservableList<Difference> differences = FXCollections.observableArrayList();
    private final Map<String, ImportRow> byPath = new HashMap<>();
    private Task<?> task = Task.NONE;
    private final Map<String, String> columnNames = new TreeMap<>();
    private List<Path> paths = List.of();
    private final ReadOnlyBooleanWrapper makesCase = new ReadOnlyBooleanWrapper();
    private @Nullable ZoneId localZone;

    /**
     * @param shower
     *            shows the case as it is after the import
     * @param maker
     *            makes the case where none is open
     */
    public ImportViewModel(Selection selection, Navigation navigation, Messages messages, Runner background,
            Consumer<OpenCase> shower, CaseMaker maker) {
        this.selection = selection;
        this.navigation = navigation;
        this.messages = messages;
        this.background = background;
        this.shower = shower;
        this.maker = maker;
    }

    ObservableList<ImportRow> rows() {
        return rows;
    }

    public ReadOnlyObjectProperty<Phase> phase() {
        return phase.getReadOnlyProperty();
    }

    /** The result of the import, in a sentence. */
    ReadOnlyStringProperty account() {
        return account.getReadOnlyProperty();
    }

    /** How many records were rejected; the first of them are listed. */
    ReadOnlyIntegerProperty rejectedInAll() {
        return rejectedInAll.getReadOnlyProperty();
    }

    /** The records of these files that could not be read. */
    ObservableList<RejectedRecord> rejected() {
        return rejected;
    }

    /** What has to be known of the imported files before they are trusted. */
    ObservableList<ImportWarning> warnings() {
        return warnings;
    }

    /** Recognises the files and shows them; nothing is imported yet. Does nothing while an import runs. */
    public void offer(List<Path> files) {
        if (begin(files, isWithoutCase())) {
            look();
        }
    }

    /** Asks for the name and place of a case without files; the open case stays open until then. */
    public void newCase() {
        if (begin(List.of(), true)) {
            account.set(ImportsText.CASE_WITHOUT_FILES.text());
            phase.set(Phase.READY);
        }
    }

    private boolean begin(List<Path> files, boolean intoNewCase) {
        if (phase.get() == Phase.RUNNING || phase.get() == Phase.LOOKING) {
            messages.hint(ImportsText.RUNNING.with());
            return false;
        }
        paths = List.copyOf(files);
        columnNames.clear();
        leftOut.clear();
        clear();
        localZone = null;
        makesCase.set(intoNewCase);
        if (intoNewCase) {
            wanted.propose(paths, maker.folder());
        }
        return true;
    }

    private boolean isWithoutCase() {
        return selection.openCase().get() == null;
    }

    /** Whether a case is made for the files. */
    ReadOnlyBooleanProperty makesCase() {
        return makesCase.getReadOnlyProperty();
    }

    /** The case that is made. */
    NewCase wanted() {
        return wanted;
    }

    /** How many files are to be imported. */
    long taken() {
        return rows.stream().filter(row -> row.taken().get()).count();
    }

    /** Imports all recognised files, or none of them. */
    void takeAll(boolean all) {
        rows.stream().filter(ImportRow::isRecognised).forEach(row -> row.taken().set(all));
    }

    /** Looks again, with columns of other names. */
    void name(@Nullable String columnOfFile, String standsFor) {
        if (phase.get() != Phase.RUNNING && phase.get() != Phase.LOOKING) {
            columnNames.values().remove(standsFor);
            if (columnOfFile != null) {
                columnNames.put(columnOfFile, standsFor);
            }
            look();
        }
    }

    /** What the analyst said of columns: what they are, by the file's name of them. */
    Map<String, String> columnNames() {
        return Map.copyOf(columnNames);
    }

    /** Says of which zone the local times in these files are; null leaves their records undated. */
    void localZone(@Nullable ZoneId zone) {
        localZone = zone;
    }

    @Nullable
    ZoneId localZone() {
        return localZone;
    }

    /** The files that give local time, of which the zone has to be named. */
    List<String> inLocalTime() {
        return rows.stream().filter(row -> row.taken().get() && row.isInLocalTime()).map(ImportRow::name).toList();
    }

    private void clear() {
        rows.clear();
        byPath.clear();
        rejectedInAll.set(0);
        rejected.clear();
        warnings.clear();
        differences.clear();
    }

    private void look() {
        rows.stream().filter(ImportRow::isRecognised).forEach(this::note);
        clear();
        account.set(ImportsText.LOOKING.text());
        phase.set(Phase.LOOKING);
        Map<String, String> names = Map.copyOf(columnNames);
        List<Path> offered = paths;
        background.task(WorkLane.LONG, progress -> ImportPreview.of(offered, Importers.all(), names))
                .onDone(lines -> {
                    lines.stream().map(ImportRow::new).forEach(row -> {
                        row.taken().set(row.isRecognised() && !leftOut.contains(row.path()));
                        rows.add(row);
                    });
                    rows.forEach(row -> byPath.put(row.path(), row));
                    long known = rows.stream().filter(ImportRow::isRecognised).count();
                    account.set(known == 0 ? ImportsText.NONE_RECOGNISED.text()
                            : ImportsText.RECOGNISED.text(known, rows.size() - known));
                    phase.set(known == 0 ? Phase.DONE : Phase.READY);
                }).onFailed(failure -> {
                    account.set(ImportsText.LOOK_FAILED.text(Reasons.of(failure)));
                    phase.set(Phase.DONE);
                }).start();
    }

    private void note(ImportRow row) {
        if (row.taken().get()) {
            leftOut.remove(row.path());
        } else {
            leftOut.add(row.path());
        }
    }

    /** Imports what was offered and not left out, into the open case or into a new one that is made first. */
    void start(@Nullable DateOrder order) {
        if (!makesCase.get()) {
            importInto(selection.openCase().get().file(), order);
            return;
        }
        if (wanted.problem() != null) {
            return;
        }
        phase.set(Phase.RUNNING);
        String before = account.get();
        account.set(ImportsText.MAKING_CASE.text());
        maker.make(wanted.file(), wanted.takePassword(), () -> {
            makesCase.set(false);
            if (taken() == 0) {
                phase.set(Phase.NONE);
            } else {
                importInto(selection.openCase().get().file(), order);
            }
        }, problem -> {
            account.set(problem == null ? before : problem.toString());
            phase.set(Phase.READY);
        });
    }

    private void importInto(CaseFile target, @Nullable DateOrder order) {
        rows.stream().filter(ImportRow::isRecognised).forEach(this::note);
        Set<String> without = Set.copyOf(leftOut);
        phase.set(Phase.RUNNING);
        account.set(ImportsText.IMPORTING.text());
        Map<String, String> names = new TreeMap<>(columnNames);
        if (localZone != null) {
            names.put(FileForm.LOCAL_TIME, localZone.getId());
        }
        List<Path> offered = paths;
        task = background.task(WorkLane.LONG, progress -> {
            ImportReport report = new ImportService(target, Importers.all()).importAll(offered,
                    new ImportOptions(Analyst.name(), order, names, without),
                    progress);
            progress.begin(LINKING, -1);
            Set<String> imported = report.imported().stream().map(Evidence::path).collect(Collectors.toSet());
            RejectedList unread = target.rejected().ofFiles(imported::contains);
            List<RejectedRecord> shown = unread.stream().limit(MOST_REJECTED)
                    .map(record -> record.shortened(MOST_TEXT)).toList();
            OpenCase loaded = OpenCase.load(target);
            return new Outcome(report, shown, unread.size(), loaded, Difference.of(report, loaded));
        }).withPartialResult().onProgress(this::show).onDone(this::finish).onFailed(failure -> {
            account.set(ImportsText.FAILED.text(Reasons.of(failure)));
            phase.set(Phase.DONE);
        }).onCancelled(() -> {
            account.set(ImportsText.CANCELLED.text());
            phase.set(Phase.DONE);
        }).start();
    }

    private record Outcome(ImportReport report, List<RejectedRecord> rejected, int rejectedInAll, OpenCase open,
            List<Difference> differences) {
    }

    /** What the import changed compared with the case before. */
    ObservableList<Difference> differences() {
        return differences;
    }

    /** Looks at the events of a difference, and closes the import. */
    void look(Difference difference) {
        dismiss();
        navigation.go(ViewState.of(difference.filter()));
        navigation.page().set(Page.INVESTIGATE);
    }

    private void finish(Outcome outcome) {
        ImportReport report = outcome.report();
        report.imported().forEach(evidence -> byPath.computeIfPresent(evidence.path(), (path, row) -> {
            row.done(evidence, report.warnings().stream().filter(warning -> warning.path().equals(path)).toList());
            return row;
        }));
        report.skipped().forEach(remark -> byPath.computeIfPresent(remark.path(), (path, row) -> {
            row.stopped(ImportsText.SKIPPED.text(remark.reason()));
            return row;
        }));
        report.refused().forEach(remark -> byPath.computeIfPresent(remark.path(), (path, row) -> {
            row.stopped(ImportsText.NOT_IMPORTED.text(remark.reason()));
            return row;
        }));
        if (report.cancelled()) {
            rows.stream().filter(row -> row.isRecognised() && row.progress().get() < 1)
                    .forEach(row -> row.stopped(ImportsText.CANCELLED.text()));
        }
        rejectedInAll.set(outcome.rejectedInAll());
        rejected.setAll(outcome.rejected());
        warnings.setAll(report.warnings());
        differences.setAll(outcome.differences());
        int before = selection.openCase().get() == null ? 0 : selection.openCase().get().sessions().size();
        shower.accept(outcome.open());
        int more = outcome.open().sessions().size() - before;
        String result = ImportsText.ACCOUNT.text(report.records(), report.stored(), report.duplicates(),
                report.rejected(), outcome.open().sessions().size(), before > 0 ? Math.max(0, more) : 0);
        String warned = report.warnings().isEmpty() ? result
                : ImportsText.ACCOUNT_WARNED.text(result, report.warnings().size());
        account.set(report.cancelled() ? ImportsText.ACCOUNT_CANCELLED.text(warned) : warned);
        phase.set(Phase.DONE);
    }

    void cancel() {
        task.cancel();
        if (phase.get() == Phase.RUNNING) {
            account.set(ImportsText.CANCELLING.text());
        }
    }

    /** Closes the import. */
    void dismiss() {
        if (phase.get() != Phase.RUNNING) {
            phase.set(Phase.NONE);
        }
    }

    private void show(Progress.Step step) {
        ImportRow row = byPath.get(step.part());
        if (step.part().equals(LINKING)) {
            account.set(ImportsText.LINKING.text());
        } else if (row != null) {
            row.follow(step);
        }
    }
}

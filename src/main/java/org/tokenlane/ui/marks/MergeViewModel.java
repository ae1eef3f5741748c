package org.tokenlane.ui.marks;

import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.extract.marks.MarksMerge;
import org.tokenlane.job.Runner;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.mark.MarkMerge;
import org.tokenlane.model.mark.MarkMerge.State;
import org.tokenlane.model.mark.SharedMark;
import org.tokenlane.model.text.Count;
import org.tokenlane.model.text.TextKey;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.kit.Times;
import org.tokenlane.ui.state.Display;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/** What another analyst said in a copy of the case: what is new, what conflicts, and what is decided. */
final class MergeViewModel {

    /** How many marks without events are named; the others are counted. */
    private static final int MOST_NAMED = 8;

    /** What stays where two copies differ. */
    enum Decision implements TextKey {
        OURS,
        THEIRS
    }

    /** A conflict, with what is decided of it; nothing at first. */
    static final class Row {

        private final MarkMerge.Item item;
        private final ObjectProperty<@Nullable Decision> decision = new SimpleObjectProperty<>();

        private Row(MarkMerge.Item item) {
            this.item = item;
        }

        MarkMerge.Item item() {
            return item;
        }

        ObjectProperty<@Nullable Decision> decision() {
            return decision;
        }

        /** What it is on. */
        String on() {
            return MarksText.MERGE_ON.text(item.theirs().what().kind().text(),
                    Texts.oneLine(item.theirs().what().on()));
        }
    }

    private final Selection selection;
    private final Marking marking;
    private final Display display;
    private final Messages messages;
    private final Runner background;
    private final ReadOnlyBooleanWrapper open = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper missing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper undecided = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<MarkMerge.Item, Decision> agreed = new HashMap<>();
    private @Nullable MarksMerge merge;

    MergeViewModel(Selection selection, Marking marking, Display display, Messages messages, Runner background) {
        this.selection = selection;
        this.marking = marking;
        this.display = display;
        this.messages = messages;
        this.background = background;
        selection.openCase().addListener((property, before, now) -> dismiss());
    }

    ReadOnlyBooleanProperty open() {
        return open.getReadOnlyProperty();
    }

    /** The file, and how much of it is new, the same and in conflict. */
    ReadOnlyStringProperty summary() {
        return summary.getReadOnlyProperty();
    }

    /** What this case has no events of; empty where there is nothing. */
    ReadOnlyStringProperty missing() {
        return missing.getReadOnlyProperty();
    }

    /** What happens to conflicts that are not decided; empty where all are. */
    ReadOnlyStringProperty undecided() {
        return undecided.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** Writes what is said in this case into a file. */
    void export(Path file) {
        OpenCase now = selection.openCase().get();
        if (now == null) {
            return;
        }
        background.task(WorkLane.LONG, progress -> {
            StringWriter text = new StringWriter();
            int count = MarksMerge.export(now.file(), text);
            ExportFile.text(now.file(), ExportKind.MARKS, file, Count.MARKS.of(count),
                    out -> out.write(text.toString()));
            return count;
        }).onDone(count -> messages.info(MarksText.EXPORTED.with(count, String.valueOf(file.getFileName()))))
                .onFailed(failure -> messages.failed(MarksText.EXPORT_FAILED, failure)).start();
    }

    /** Compares a file with this case, and shows how they differ. */
    void begin(Path file) {
        OpenCase now = selection.openCase().get();
        if (now == null) {
            return;
        }
        background.latest("merge", WorkLane.LONG, progress -> MarksMerge.of(now.file(), now.correlation(), file))
                .onDone(compared -> {
                    if (selection.openCase().get() == now) {
                        show(compared);
                    }
                }).onFailed(failure -> messages.failed(MarksText.MERGE_FAILED, failure)).start();
    }

    private void show(MarksMerge compared) {
        merge = compared;
        agreed.clear();
        MarkMerge items = compared.compared();
        int conflicts = items.in(State.CONFLICT).size();
        summary.set(MarksText.MERGE_SUMMARY.text(Texts.oneLine(compared.file().name()), items.in(State.NEW).size(),
                items.in(State.SAME).size() + items.in(State.AGREED).size(), conflicts));
        List<String> without = items.items().stream().filter(compared::isMissing)
                .map(item -> Texts.oneLine(item.theirs().what().on())).distinct().toList();
        missing.set(without.isEmpty() ? ""
                : MarksText.MERGE_MISSING.text(without.size(),
                        String.join(", ", without.subList(0, Math.min(MOST_NAMED, without.size()))),
                        Math.max(0, without.size() - MOST_NAMED)));
        List<Row> found = new ArrayList<>();
        for (MarkMerge.Item item : items.in(State.CONFLICT)) {
            Row row = new Row(item);
            row.decision().addListener((property, before, decided) -> count());
            found.add(row);
        }
        rows.set(List.copyOf(found));
        count();
        open.set(true);
    }

    private void count() {
        long left = rows.get().stream().filter(row -> row.decision().get() == null).count();
        undecided.set(left == 0 ? "" : MarksText.MERGE_UNDECIDED.text(left));
    }

    void allOurs() {
        decide(item -> Decision.OURS);
    }

    void allTheirs() {
        decide(item -> Decision.THEIRS);
    }

    void newest() {
        decide(item -> item.theirsIsNewer() ? Decision.THEIRS : Decision.OURS);
    }

    /** Also of what both copies say, by another analyst or at another time. */
    private void decide(Function<MarkMerge.Item, Decision> by) {
        rows.get().forEach(row -> row.decision().set(by.apply(row.item())));
        if (merge != null) {
            merge.compared().in(State.AGREED).forEach(item -> agreed.put(item, by.apply(item)));
        }
    }

    /** Merges as it is decided; what is not decided stays as this case has it. */
    void merge() {
        OpenCase now = selection.openCase().get();
        MarksMerge compared = merge;
        if (now == null || compared == null) {
            return;
        }
        Map<MarkMerge.Item, Decision> decided = new HashMap<>(agreed);
        rows.get().forEach(row -> {
            Decision decision = row.decision().get();
            if (decision != null) {
                decided.put(row.item(), decision);
            }
        });
        background.task(WorkLane.CHANGE, progress -> compared.run(now.file(),
                item -> decided.get(item) == Decision.THEIRS, Analyst.name())).onDone(outcome -> {
                    dismiss();
                    marking.merged();
                    messages.info(MarksText.MERGED.with(outcome.added(), outcome.replaced(), outcome.removed(),
                            outcome.left()));
                }).onFailed(failure -> messages.failed(MarksText.MERGE_FAILED, failure)).start();
    }

    void dismiss() {
        open.set(false);
        merge = null;
        rows.set(List.of());
        agreed.clear();
    }

    /** What a copy says, with who said it and when. */
    String words(@Nullable SharedMark mark) {
        if (mark == null) {
            return "";
        }
        String time = Times.seconds(mark.changed().at().toEpochMilli() * 1_000_000, display.zone().get());
        String zone = Times.name(display.zone().get());
        String author = Texts.oneLine(mark.changed().author());
        if (!mark.inForce()) {
            return MarksText.MERGE_REMOVED.text(author, time, zone);
        }
        String says = mark.what().words();
        return MarksText.MERGE_SAYS.text(says.isEmpty() ? mark.what().kind().text() : Texts.visible(says), author,
                time, zone);
    }
}

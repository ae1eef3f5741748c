package org.tokenlane.ui.containment;

import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.containment.ContainmentQuery;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.ContainmentText;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.state.Matching;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;

/**
 * The containment steps for the sessions of the selected events, as text; listed in the background, and only while they
 * are visible.
 */
final class ContainmentViewModel {

    /** More sessions than are ever malicious at once: the filter was then not meant to select them. */
    private static final int MOST_SESSIONS = 20;
    private static final long SECOND = 1_000_000_000L;

    private final Selection selection;
    private final Messages messages;
    private final Runner background;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private Task<?> task = Task.NONE;
    private @Nullable Matching answered;

    ContainmentViewModel(Selection selection, Messages messages, Runner background) {
        this.selection = selection;
        this.messages = messages;
        this.background = background;
        selection.matching().addListener((property, before, now) -> make());
        shown.addListener((property, before, now) -> make());
    }

    /** Whether it is visible. */
    BooleanProperty shown() {
        return shown;
    }

    /** The steps; empty if there are none. */
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** What the steps are for, or why there are none. */
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    /** Whether there are steps; if not, a message says how to get them. */
    boolean isThere() {
        if (text.get().isEmpty()) {
            messages.hint(ContainmentTabText.NO_SHEET.with(Shortcut.TO_CONTAINMENT));
        }
        return !text.get().isEmpty();
    }

    /** Writes the steps, as PowerShell that refuses to run where the file's name ends so, else as text. */
    void save(Path file) {
        OpenCase open = selection.openCase().get();
        List<String> lines = text.get().lines().toList();
        boolean script = file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".ps1");
        String filter = selection.view().get().filter().toText();
        background.task(WorkLane.LONG, progress -> {
            ExportFile.text(open.file(), ExportKind.CONTAINMENT, file, "filter " + filter,
                    out -> ContainmentText.write(out, script ? ContainmentText.unrunnable(lines) : lines));
            return file;
        }).onDone(written -> messages.info(ContainmentTabText.SAVED.with(written)))
                .onFailed(failure -> messages.failed(ContainmentTabText.NOT_SAVED, failure, file)).start();
    }

    private void make() {
        Matching matching = selection.matching().get();
        if (matching != answered) {
            task.cancel();
        }
        if (!shown.get() || matching == answered) {
            return;
        }
        answered = matching;
        OpenCase open = selection.openCase().get();
        BitSet sessions = open == null ? new BitSet() : sessions(open.correlation(), matching.set());
        if (sessions.isEmpty() || sessions.cardinality() > MOST_SESSIONS) {
            text.set("");
            state.set(sessions.isEmpty()
                    ? ContainmentTabText.NO_SESSION.text()
                    : ContainmentTabText.TOO_MANY.text(Count.SESSIONS.of(sessions.cardinality()), MOST_SESSIONS));
            return;
        }
        state.set(ContainmentTabText.OPENING.text());
        long now = Instant.now().getEpochSecond() * SECOND;
        task = background.latest("containment", WorkLane.LONG,
                progress -> sheet(open, sessions.stream().boxed().toList(), now, progress)).onDone(made -> {
                    text.set(made);
                    state.set(ContainmentTabText.STATE.text(Count.SESSIONS.of(sessions.cardinality())));
                }).onFailed(failure -> {
                    answered = null;
                    state.set("");
                    messages.failed(ContainmentTabText.NOT_MADE, failure);
                }).start();
    }

    private static BitSet sessions(Correlation correlation, BitSet chosen) {
        BitSet exact = new BitSet();
        chosen.stream().filter(event -> correlation.session(event) > 0 && !correlation.rule(event).isInferred())
                .forEach(exact::set);
        return correlation.sessionsAmong(exact);
    }

    private static String sheet(OpenCase open, List<Integer> sessions, long now, Progress progress) {
        EventDetails details = new EventDetails(open.events(), open.file().rawRecords(), new RecordDetails());
        return String.join("\n",
                ContainmentText.lines(new ContainmentQuery(open.correlation(), details, open.file().evidence())
                        .of(sessions, now, progress)));
    }
}

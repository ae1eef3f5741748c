package org.tokenlane.ui.containment;

import java.nio.file.Path;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.tokenlane.correlate.Correlation;
import org.tokenlane.detect.answer.Answers;
import org.tokenlane.detect.answer.Milestone;
import org.tokenlane.detect.containment.ContainmentProof;
import org.tokenlane.detect.containment.ContainmentQuery;
import org.tokenlane.detect.containment.ContainmentSheet;
import org.tokenlane.detect.containment.ContainmentSheet.Done;
import org.tokenlane.detect.containment.ContainmentSheet.Item;
import org.tokenlane.detect.containment.ContainmentSheet.Step;
import org.tokenlane.detect.facts.EventDetails;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Progress;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.filter.Filter;
import org.tokenlane.model.identity.Analyst;
import org.tokenlane.model.text.Count;
import org.tokenlane.report.ContainmentText;
import org.tokenlane.report.ExportFile;
import org.tokenlane.report.ExportKind;
import org.tokenlane.ui.kit.Shortcut;
import org.tokenlane.ui.state.CaseAnswers;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Matching;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.Navigation;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Selection;
import org.tokenlane.ui.state.ViewState;

/**
 * The containment steps for the sessions of the selected events, as text; listed in the background, and only while they
 * are visible.
 */
final class ContainmentViewModel {

    /** More sessions than are ever malicious at once: the filter was then not meant to select them. */
    private static final int MOST_SESSIONS = 20;
    private static final long SECOND = 1_000_000_000L;

    private final Selection selection;
    private final Navigation navigation;
    private final CaseAnswers answers;
    private final Messages messages;
    private final Runner background;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ReadOnlyStringWrapper text = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<List<Step>> steps = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper("");
    private Task<?> task = Task.NONE;
    private @Nullable Matching answered;

    ContainmentViewModel(Selection selection, Navigation navigation, Marking marking, CaseAnswers answers,
            Messages messages, Runner background) {
        this.navigation = navigation;
        this.answers = answers;
        this.selection = selection;
        this.messages = messages;
        this.background = background;
        selection.matching().addListener((property, before, now) -> make());
        shown.addListener((property, before, now) -> make());
        marking.settingsTurned().addListener((property, before, now) -> again());
        answers.answers().addListener((property, before, now) -> again());
    }

    /** Whether it is visible. */
    BooleanProperty shown() {
        return shown;
    }

    /** The steps; empty if there are none. */
    ReadOnlyStringProperty text() {
        return text.getReadOnlyProperty();
    }

    /** The steps with what is done of them. */
    ReadOnlyObjectProperty<List<Step>> steps() {
        return steps.getReadOnlyProperty();
    }

    /** Marks a step on an object as done, or as open again. */
    void tick(Step step, Item item, boolean done) {
        OpenCase open = selection.openCase().get();
        background.task(WorkLane.CHANGE, progress -> {
            open.file().settings().tickContainment(step.key(item), done, step.title() + ": " + item.name(),
                    Analyst.name());
            return open;
        }).onDone(changed -> again()).onFailed(failure -> messages.failed(ContainmentTabText.NOT_TICKED, failure))
                .start();
    }

    /** Shows the events that prove that a step is done. */
    void show(Done done) {
        OpenCase open = selection.openCase().get();
        if (open != null && !done.events().isEmpty()) {
            navigation.investigate(ViewState.of(new Filter.EventIs(done.events().stream().map(open.events()::id)
                    .toList())), done.events().getFirst());
        }
    }

    private void again() {
        answered = null;
        make();
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
            steps.set(List.of());
            state.set(sessions.isEmpty()
                    ? ContainmentTabText.NO_SESSION.text()
                    : ContainmentTabText.TOO_MANY.text(Count.SESSIONS.of(sessions.cardinality()), MOST_SESSIONS));
            return;
        }
        state.set(ContainmentTabText.OPENING.text());
        Answers known = answers.answers().get();
        List<Milestone> milestones = known == null ? List.of() : known.incident().milestones();
        long now = Instant.now().getEpochSecond() * SECOND;
        task = background.latest("containment", WorkLane.LONG,
                progress -> sheet(open, sessions.stream().boxed().toList(), milestones, now, progress)).onDone(made -> {
                    steps.set(made.steps());
                    text.set(String.join("\n", ContainmentText.lines(made)));
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

    private ContainmentSheet sheet(OpenCase open, List<Integer> sessions, List<Milestone> milestones, long now,
            Progress progress) {
        EventDetails details = new EventDetails(open.events(), open.file().rawRecords(), new RecordDetails());
        ContainmentSheet sheet = new ContainmentQuery(open.correlation(), details, open.file().evidence())
                .of(sessions, now, progress);
        return new ContainmentProof(open.correlation(), milestones, open.file().settings().containmentTicks())
                .of(sheet);
    }
}

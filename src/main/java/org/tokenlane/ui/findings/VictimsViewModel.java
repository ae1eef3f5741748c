package org.tokenlane.ui.findings;

import java.util.List;
import java.util.Set;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ObservableValue;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.detect.likeness.Alike;
import org.tokenlane.detect.likeness.OtherVictims;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;
import org.tokenlane.model.column.TextColumn;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.finding.Severity;
import org.tokenlane.model.text.Count;
import org.tokenlane.ui.kit.Texts;
import org.tokenlane.ui.state.Marking;
import org.tokenlane.ui.state.Messages;
import org.tokenlane.ui.state.OpenCase;
import org.tokenlane.ui.state.Rules;
import org.tokenlane.ui.state.Selection;

/**
 * The malicious sessions that others are compared with, and the sessions similar to them. They are the open session,
 * else those with events marked as malicious, else those with a finding of high severity.
 */
final class VictimsViewModel {

    private final Selection selection;
    private final Rules rules;
    private final Marking marking;
    private final ObservableValue<Enrichment> enrichment;
    private final Messages messages;
    private final Runner background;
    private final ReadOnlyObjectWrapper<List<String>> hostile = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<List<Alike>> found = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyStringWrapper of = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper state = new ReadOnlyStringWrapper(FindingsText.NOT_COMPARED_YET.text());
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private boolean compared;
    private Task<?> task = Task.NONE;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper empty = new ReadOnlyBooleanWrapper(true);

    VictimsViewModel(Selection selection, Rules rules, Marking marking, ObservableValue<Enrichment> enrichment,
            Messages messages, Runner background) {
        this.selection = selection;
        this.rules = rules;
        this.marking = marking;
        this.enrichment = enrichment;
        this.messages = messages;
        this.background = background;
        rules.detection().addListener((property, before, now) -> choose());
        rules.running().addListener((property, before, now) -> choose());
        shown.addListener((property, before, now) -> compareIfShown());
        selection.view().addListener((property, before, now) -> choose());
        marking.marked().addListener((property, before, now) -> choose());
        selection.openCase().addListener((property, before, now) -> {
            forget();
            choose();
        });
        choose();
    }

    private void choose() {
        Detection detection = rules.detection().get();
        OpenCase open = selection.openCase().get();
        String session = selection.view().get().session();
        List<String> before = hostile.get();
        if (open == null || detection == null) {
            hostile.set(List.of());
            of.set(open == null ? "" : (rules.running().get() ? FindingsText.RUNNING : FindingsText.STOPPED).text());
        } else if (session != null && open.correlation().sessionCode(session) != 0) {
            hostile.set(List.of(session));
            of.set(FindingsText.LIKE_SESSION.text(Texts.shortId(session)));
        } else if (!marked(open).isEmpty()) {
            hostile.set(marked(open));
            of.set(FindingsText.LIKE_MARKED.text(Count.SESSIONS.of(hostile.get().size())));
        } else {
            Set<String> high = detection.sessionsOf(Severity.HIGH);
            hostile.set(open.sessions().stream().map(facts -> facts.sessionId()).filter(high::contains).toList());
            of.set(hostile.get().isEmpty()
                    ? FindingsText.LIKE_NONE.text()
                    : FindingsText.LIKE_HIGH.text(Count.SESSIONS.of(hostile.get().size())));
        }
        empty.set(hostile.get().isEmpty());
        if (!hostile.get().equals(before)) {
            forget();
        }
        compareIfShown();
    }

    /** What was found is of other sessions. */
    private void forget() {
        task.cancel();
        running.set(false);
        compared = false;
        found.set(List.of());
        say();
    }

    private void compareIfShown() {
        if (shown.get() && !compared && !running.get() && !hostile.get().isEmpty()) {
            compare();
        }
    }

    private void say() {
        state.set((running.get() ? FindingsText.COMPARING
                : compared ? FindingsText.NO_VICTIM : FindingsText.NOT_COMPARED_YET).text());
    }

    private List<String> marked(OpenCase open) {
        TextColumn ids = open.events().dictionary(EventField.SESSION_ID);
        return open.correlation().sessionsAmong(marking.marked().get().hostile()).stream()
                .mapToObj(session -> ids.get(session)).toList();
    }

    /** Compares all other sessions with the hostile ones. */
    void compare() {
        OpenCase open = selection.openCase().get();
        List<String> with = hostile.get();
        running.set(true);
        say();
        KnownNetworks networks = new KnownNetworks(enrichment.getValue());
        task = background
                .latest("victims", WorkLane.LONG,
                        progress -> OtherVictims.of(
                                Detection.facts(open.file(), open.correlation(), new RecordDetails(), networks),
                                with))
                .onDone(alike -> {
                    running.set(false);
                    compared = true;
                    found.set(alike);
                    say();
                }).onFailed(failure -> {
                    running.set(false);
                    compared = true;
                    state.set("");
                    messages.failed(FindingsText.NOT_COMPARED, failure);
                }).start();
    }

    /** Whether it is visible; the sessions are then compared by themselves. */
    BooleanProperty shown() {
        return shown;
    }

    /** Why no session is listed: not compared yet, being compared, or none is similar. */
    ReadOnlyStringProperty state() {
        return state.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<List<Alike>> found() {
        return found.getReadOnlyProperty();
    }

    /** Which sessions others are compared with, in words. */
    ReadOnlyStringProperty of() {
        return of.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty hostileIsEmpty() {
        return empty.getReadOnlyProperty();
    }
}

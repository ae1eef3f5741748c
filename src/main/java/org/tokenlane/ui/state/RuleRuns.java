package org.tokenlane.ui.state;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.detect.library.Library;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.Work;
import org.tokenlane.job.WorkLane;

/** Runs the rules, again whenever what is known of networks changes. */
final class RuleRuns implements Rules {

    private final Selection selection;
    private final Messages messages;
    private final Activities activities;
    private final Runner background;
    private final ObservableValue<Enrichment> enrichment;
    private final ObservableValue<Library> library;
    private final ReadOnlyObjectWrapper<Detection> detection = new ReadOnlyObjectWrapper<>();
    private Task<?> run = Task.NONE;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private @Nullable Activity activity;

    RuleRuns(Selection selection, Messages messages, Activities activities, Runner background,
            ObservableValue<Enrichment> enrichment, ObservableValue<Library> library) {
        this.library = library;
        library.addListener((property, before, now) -> detect());
        this.selection = selection;
        this.messages = messages;
        this.activities = activities;
        this.background = background;
        this.enrichment = enrichment;
        enrichment.addListener((property, before, now) -> detect());
    }

    /** Forgets what was found in the case that was open before. */
    void forget() {
        detection.set(null);
    }

    @Override
    public void detect() {
        OpenCase now = selection.openCase().get();
        run.cancel();
        settle();
        if (now == null) {
            detection.set(null);
            return;
        }
        Activity begun = activities.begin(StateText.RULES_RUNNING.with(), this::stop);
        activity = begun;
        running.set(true);
        run = background
                .latest("rules", WorkLane.LONG, work(now))
                .onProgress(begun::follow).onDone(found -> {
                    settle();
                    detection.set(found);
                }).onFailed(failure -> {
                    settle();
                    messages.failed(StateText.RULES_FAILED, failure);
                }).start();
    }

    @Override
    public Work<Detection> work(OpenCase of) {
        Library known = library.getValue();
        KnownNetworks networks = new KnownNetworks(enrichment.getValue());
        return progress -> Detection.of(of.file(), of.correlation(), new RecordDetails(), networks, known, progress);
    }

    private void stop() {
        run.cancel();
        settle();
        messages.info(StateText.RULES_STOPPED.with());
    }

    @Override
    public ReadOnlyBooleanProperty running() {
        return running.getReadOnlyProperty();
    }

    private void settle() {
        running.set(false);
        if (activity != null) {
            activities.end(activity);
            activity = null;
        }
    }

    @Override
    public ReadOnlyObjectProperty<Detection> detection() {
        return detection.getReadOnlyProperty();
    }
}

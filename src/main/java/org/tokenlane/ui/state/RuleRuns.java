package org.tokenlane.ui.state;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.detect.library.Library;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.job.Runner;
import org.tokenlane.job.Task;
import org.tokenlane.job.WorkLane;

/** Runs the rules, again whenever what is known of networks changes. */
final class RuleRuns implements Rules {

    private final Selection selection;
    private final Messages messages;
    private final Runner background;
    private final ObservableValue<Enrichment> enrichment;
    private final ObservableValue<Library> library;
    private final ReadOnlyObjectWrapper<Detection> detection = new ReadOnlyObjectWrapper<>();
    private Task<?> run = Task.NONE;

    RuleRuns(Selection selection, Messages messages, Runner background, ObservableValue<Enrichment> enrichment,
            ObservableValue<Library> library) {
        this.library = library;
        library.addListener((property, before, now) -> detect());
        this.selection = selection;
        this.messages = messages;
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
        if (now == null) {
            detection.set(null);
            return;
        }
        Library known = library.getValue();
        KnownNetworks networks = new KnownNetworks(enrichment.getValue());
        run = background
                .latest("rules", WorkLane.LONG,
                        progress -> Detection.of(now.file(), now.correlation(), new RecordDetails(), networks,
                                known, progress))
                .onDone(detection::set).onFailed(failure -> messages.failed(StateText.RULES_FAILED, failure)).start();
    }

    @Override
    public ReadOnlyObjectProperty<Detection> detection() {
        return detection.getReadOnlyProperty();
    }
}

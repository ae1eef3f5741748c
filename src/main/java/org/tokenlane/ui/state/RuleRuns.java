package org.tokenlane.ui.state;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.tokenlane.detect.Detection;
import org.tokenlane.detect.facts.KnownNetworks;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.ingest.RecordDetails;
import org.tokenlane.ui.kit.Background;

/** Runs the rules, again whenever what is known of networks changes. */
final class RuleRuns implements Rules {

    private final Selection selection;
    private final Messages messages;
    private final Background background;
    private final ObservableValue<Enrichment> enrichment;
    private final ReadOnlyObjectWrapper<Detection> detection = new ReadOnlyObjectWrapper<>();
    private volatile int detecting;

    RuleRuns(Selection selection, Messages messages, Background background, ObservableValue<Enrichment> enrichment) {
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
        int run = ++detecting;
        if (now == null) {
            detection.set(null);
            return;
        }
        KnownNetworks networks = new KnownNetworks(enrichment.getValue());
        background.latest("rules", () -> Detection.of(now.file(), now.correlation(), new RecordDetails(), networks,
                () -> detecting != run), found -> {
                    if (selection.openCase().get() == now) {
                        detection.set(found);
                    }
                }, failure -> messages.failed(StateText.RULES_FAILED, failure));
    }

    @Override
    public ReadOnlyObjectProperty<Detection> detection() {
        return detection.getReadOnlyProperty();
    }
}

package org.tokenlane.ui.details;

import java.util.List;
import org.tokenlane.enrich.AppNames;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.ui.details.DetailsViewModel.Fact;
import org.tokenlane.ui.kit.Texts;

/**
 * What is known of an event's network and applications though its log does not say it; each fact names its source, so
 * that nobody takes it for the log's.
 */
final class BesideTheLog {

    private final Enrichment enrichment;

    BesideTheLog(Enrichment enrichment) {
        this.enrichment = enrichment;
    }

    /** The facts that stand below a field's place, whether or not the log gives the field. */
    List<Fact> after(EventField field, CaseEvents events, int event) {
        return switch (field) {
        case CITY -> network(events.text(EventField.IP, event), events.text(EventField.ASN, event));
        case APP_NAME -> app("App", events.text(EventField.APP_ID, event), events.text(EventField.APP_NAME, event));
        case RESOURCE_NAME ->
            app("Resource", events.text(EventField.RESOURCE_ID, event), events.text(EventField.RESOURCE_NAME, event));
        default -> List.of();
        };
    }

    private List<Fact> network(String ip, String asn) {
        return enrichment.about(ip, asn).stream()
                .map(statement -> Fact.plain("Network", Texts.oneLine(statement.toString()))).toList();
    }

    /** A name where the log gives none; that a token of the application opens others too, in any case. */
    private List<Fact> app(String what, String id, String nameInLog) {
        AppNames.App app = enrichment.apps().of(id);
        if (app == null || nameInLog != null && !app.inFamily()) {
            return List.of();
        }
        return List.of(Fact.plain(what, "by " + enrichment.apps().label() + ": " + app.words()));
    }
}

package org.tokenlane.ui.details;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tokenlane.enrich.AppNames;
import org.tokenlane.enrich.Enrichment;
import org.tokenlane.model.event.EventField;
import org.tokenlane.query.CaseEvents;
import org.tokenlane.ui.details.DetailsViewModel.Fact;
import org.tokenlane.ui.details.DetailsViewModel.Section;
import org.tokenlane.ui.kit.Texts;

/**
 * External data about an event's network and applications. Each fact names its source, so that it is not mistaken for
 * something that the log says.
 */
final class ExternalFacts {

    private final Enrichment enrichment;

    ExternalFacts(Enrichment enrichment) {
        this.enrichment = enrichment;
    }

    /** The facts that are listed after a field, whether or not the log has that field. */
    List<Fact> after(EventField field, CaseEvents events, int event) {
        return switch (field) {
        case CITY -> network(events.text(EventField.IP, event), events.text(EventField.ASN, event));
        case APP_NAME ->
            app(DetailsText.APP, events.text(EventField.APP_ID, event), events.text(EventField.APP_NAME, event));
        case RESOURCE_NAME ->
            app(DetailsText.RESOURCE, events.text(EventField.RESOURCE_ID, event),
                    events.text(EventField.RESOURCE_NAME, event));
        default -> List.of();
        };
    }

    private List<Fact> network(@Nullable String ip, @Nullable String asn) {
        return enrichment.about(ip == null ? "" : ip, asn).stream()
                .map(statement -> Fact.plain(Section.WHERE, DetailsText.NETWORK, Texts.oneLine(statement.toString())))
                .toList();
    }

    /**
     * The application's name where the log has none. That its tokens also work for other applications is always said.
     */
    private List<Fact> app(DetailsText what, @Nullable String id, @Nullable String nameInLog) {
        AppNames.App app = enrichment.apps().of(id);
        if (app == null || nameInLog != null && !app.inFamily()) {
            return List.of();
        }
        return List.of(Fact.plain(what == DetailsText.APP ? Section.WHERE : Section.WHAT, what,
                new Enrichment.Statement(enrichment.apps().label(), app.words()).toString()));
    }
}

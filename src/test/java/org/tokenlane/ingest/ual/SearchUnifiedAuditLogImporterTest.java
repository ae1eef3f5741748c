package org.tokenlane.ingest.ual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

class SearchUnifiedAuditLogImporterTest {

    @Test
    void theTenColumnsOfExportCsvGiveTheSameEventsAsThePortal() {
        List<AuditEvent> events = UalFixture.events("search-ual-csv", "search-ual.csv");
        List<AuditEvent> portal = UalFixture.events("purview-csv", "purview.csv");
        assertThat(events).hasSize(9).extracting(AuditEvent::toString)
                .containsExactlyElementsOf(portal.stream().map(AuditEvent::toString).toList());
        assertThat(events).extracting(AuditEvent::key)
                .containsExactlyElementsOf(portal.stream().map(AuditEvent::key).toList());
    }

    @Test
    void theThreeColumnsOfRemotingDoNotMatter() {
        List<AuditEvent> events = UalFixture.events("search-ual-csv", "search-ual-remoting.csv");
        assertThat(events.get(0).key()).isEqualTo("ual:1a2b3c4d-5e6f-4071-8293-a4b5c6d7e8f0");
        UalFixture.assertLoggedIn(events.get(1));
    }

    @Test
    void windowsPowerShellsJsonHoldsAuditDataAsAnObject() {
        List<AuditEvent> events = UalFixture.events("search-ual-json", "search-ual.json");
        UalFixture.assertMailItemsAccessed(events.get(0));
        assertThat(events.get(1).get(EventField.OPERATION)).isEqualTo("New-InboxRule");
    }

    @Test
    void jsonLinesHoldAuditDataAsText() {
        List<AuditEvent> events = UalFixture.events("search-ual-json", "search-ual.jsonl");
        UalFixture.assertFileDownloaded(events.get(0));
        UalFixture.assertLoggedIn(events.get(1));
    }
}

package org.tokenlane.ingest.ual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventKind;

class AuditDataImporterTest {

    @Test
    void theManagementApisArrayHoldsBareRecords() {
        List<AuditEvent> events = UalFixture.events("auditdata-json", "management-api.json");
        UalFixture.assertMailItemsAccessed(events.get(0));
        UalFixture.assertLoggedIn(events.get(1));
        assertThat(events.get(2).kind()).isEqualTo(EventKind.DIRECTORY_CHANGE);
    }

    @Test
    void linesOfAuditDataGiveTheSameKeysAsThePortal() {
        List<AuditEvent> events = UalFixture.events("auditdata-json", "auditdata-only.jsonl");
        assertThat(events).extracting(AuditEvent::key)
                .containsExactlyElementsOf(UalFixture.events("purview-csv", "purview.csv").stream()
                        .map(AuditEvent::key).toList());
    }

    @Test
    void aTableWithAColumnForEachFieldIsReadToo() {
        List<AuditEvent> events = UalFixture.events("auditdata-csv", "auditdata-columns.csv");
        UalFixture.assertFileDownloaded(events.getFirst());
    }
}

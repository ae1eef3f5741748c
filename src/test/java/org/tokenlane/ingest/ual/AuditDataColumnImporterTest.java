package org.tokenlane.ingest.ual;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.AuditEvent;

class AuditDataColumnImporterTest {

    @Test
    void aTableCutDownToItsAuditDataIsEnough() {
        List<AuditEvent> events = UalFixture.events("auditdata-column-csv", "auditdata-column.csv");
        UalFixture.assertFileDownloaded(events.getFirst());
    }
}

package org.tokenlane.ingest.ual;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.AuditEvent;

class CompliancePortalImporterTest {

    @Test
    void theOlderPortalsFourColumnsGiveTheSameEvents() {
        List<AuditEvent> events = UalFixture.events("compliance-portal-csv", "compliance-portal.csv");
        UalFixture.assertMailItemsAccessed(events.get(0));
        UalFixture.assertFileDownloaded(events.get(1));
    }
}

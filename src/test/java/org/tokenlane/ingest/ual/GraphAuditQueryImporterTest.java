package org.tokenlane.ingest.ual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

class GraphAuditQueryImporterTest {

    @Test
    void aQueryRecordTakesTheUserAndAddressFromItsAuditData() {
        List<AuditEvent> events = UalFixture.events("graph-audit-query-json", "graph-audit-query.json");
        UalFixture.assertMailItemsAccessed(events.get(0));
        UalFixture.assertFileDownloaded(events.get(1));
        UalFixture.assertLoggedIn(events.get(2));
    }

    @Test
    void theExtractorSuitesCsvHoldsAuditDataOverManyLines() {
        List<AuditEvent> events = UalFixture.events("graph-audit-query-csv", "graph-audit-query.csv");
        UalFixture.assertMailItemsAccessed(events.get(0));
        UalFixture.assertLoggedIn(events.get(1));
    }

    @Test
    void withoutAuditDataTheWrappersUserPrincipalNameIsTheUser() {
        AuditEvent event = UalFixture
                .events("graph-audit-query-json",
                        Fixture.text(
                                """
                                        {"id":"0f1e2d3c-4b5a-4968-8776-655443322110","createdDateTime":"2026-09-10T06:31:07Z","auditLogRecordType":"sharePointFileOperation",
                                        "operation":"FileDeleted","userId":"3f6a9d21-5c8b-4e07-b1d4-8a2c6e9f0b13","service":"SharePoint",
                                        "userPrincipalName":"Adele@contoso.example",
                                        "clientIp":"203.0.113.9","auditData":null}"""))
                .getFirst();
        assertThat(event.get(EventField.UPN)).isEqualTo("adele@contoso.example");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo(UalFixture.OBJECT_ID);
        assertThat(event.get(EventField.OPERATION)).isEqualTo("FileDeleted");
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.9");
        assertThat(event.key()).isEqualTo(UalFixture.MAIL_KEY);
    }
}

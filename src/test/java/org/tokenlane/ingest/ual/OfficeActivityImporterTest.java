package org.tokenlane.ingest.ual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.TimeQuality;

class OfficeActivityImporterTest {

    @Test
    void theTablesColumnsTellWhatAuditDataTells() {
        List<AuditEvent> events = UalFixture.events("officeactivity-csv", "officeactivity.csv");
        UalFixture.assertMailItemsAccessed(events.get(0));
        UalFixture.assertFileDownloaded(events.get(2));
        assertThat(events.get(3).get(EventField.TARGET)).isEqualTo("19:11112222333344445555@thread.v2");
    }

    @Test
    void theWorkspaceIsNotTheTenantAndABatchIsNotTheEvent() {
        AuditEvent rule = UalFixture.events("officeactivity-csv", "officeactivity.csv").get(1);
        assertThat(rule.get(EventField.TENANT_ID)).isEqualTo(UalFixture.TENANT);
        assertThat(rule.time()).isEqualTo(UalFixture.nanos("2026-09-10T06:35:44Z"));
        assertThat(rule.timeQuality()).isEqualTo(TimeQuality.ORDER_CHOSEN);
        assertThat(rule.get(EventField.SESSION_ID)).isNull();
        assertThat(rule.get(EventField.IP)).isEqualTo("198.51.100.23");
    }

    @Test
    void aDayThatASpreadsheetDroppedIsTakenFromTheBatch() {
        AuditEvent file = UalFixture.events("officeactivity-csv", "officeactivity-excel.csv").getFirst();
        assertThat(file.time()).isEqualTo(UalFixture.nanos("2026-09-10T06:40:00Z"));
        assertThat(file.timeQuality()).isEqualTo(TimeQuality.FROM_OTHER_FIELD);
    }

    @Test
    void rowsAsJsonGiveTheSameEvents() {
        List<AuditEvent> events = UalFixture.events("officeactivity-json", "officeactivity.jsonl");
        UalFixture.assertMailItemsAccessed(events.get(0));
        UalFixture.assertFileDownloaded(events.get(1));
    }
}

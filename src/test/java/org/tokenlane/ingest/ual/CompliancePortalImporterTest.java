package org.tokenlane.ingest.ual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

class CompliancePortalImporterTest {

    @Test
    void theOlderPortalsFourColumnsGiveTheSameEvents() {
        List<AuditEvent> events = UalFixture.events("compliance-portal-csv", "compliance-portal.csv");
        UalFixture.assertMailItemsAccessed(events.get(0));
        UalFixture.assertFileDownloaded(events.get(1));
    }

    @Test
    void rowsSavedAsJsonAreTheSameEvents() {
        List<AuditEvent> table = UalFixture.events("compliance-portal-csv", "compliance-portal.csv");
        List<AuditEvent> json = UalFixture.events("compliance-portal-json", "compliance-portal.json");
        assertThat(json).hasSize(2);
        for (int i = 0; i < json.size(); i++) {
            assertThat(json.get(i).key()).isEqualTo(table.get(i).key());
            assertThat(json.get(i).time()).isEqualTo(table.get(i).time());
            assertThat(json.get(i).get(EventField.OPERATION)).isEqualTo(table.get(i).get(EventField.OPERATION))
                    .isNotNull();
        }
    }
}

package org.tokenlane.ingest.ual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

class AuditDataColumnImporterTest {

    @Test
    void aTableCutDownToItsAuditDataIsEnough() {
        List<AuditEvent> events = UalFixture.events("auditdata-column-csv", "auditdata-column.csv");
        UalFixture.assertFileDownloaded(events.getFirst());
    }

    @Test
    void rowsSavedAsJsonAreTheSameEvents() {
        List<AuditEvent> table = UalFixture.events("auditdata-column-csv", "auditdata-column.csv");
        List<AuditEvent> json = UalFixture.events("auditdata-column-json", "auditdata-column.json");
        assertThat(json).hasSize(1);
        for (int i = 0; i < json.size(); i++) {
            assertThat(json.get(i).key()).isEqualTo(table.get(i).key());
            assertThat(json.get(i).time()).isEqualTo(table.get(i).time());
            assertThat(json.get(i).get(EventField.OPERATION)).isEqualTo(table.get(i).get(EventField.OPERATION))
                    .isNotNull();
        }
    }
}

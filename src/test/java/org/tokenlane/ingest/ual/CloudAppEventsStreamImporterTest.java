package org.tokenlane.ingest.ual;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

class CloudAppEventsStreamImporterTest {

    @Test
    void aStreamedRecordIsTheTablesRowAndTellsWhenItWasTakenIn() {
        List<AuditEvent> events = UalFixture.events("cloudappevents-stream", "cloudappevents-stream.jsonl");
        UalFixture.assertFileDownloaded(events.get(0));
        assertThat(events.get(0).recordedAt()).isEqualTo(UalFixture.nanos("2026-09-10T06:41:00Z"));
        assertThat(events.get(1).get(EventField.SESSION_ID_PATH)).isEqualTo("RawEventData.claims.sid");
    }
}

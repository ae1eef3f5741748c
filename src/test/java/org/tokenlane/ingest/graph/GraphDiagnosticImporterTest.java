package org.tokenlane.ingest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.ingest.graph.GraphLogAnalyticsImporterTest.nanos;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.TimeQuality;

class GraphDiagnosticImporterTest {

    private final List<AuditEvent> events = Fixture.events(new GraphDiagnosticImporter(),
            Fixture.file("graph/graph-diagnostic.jsonl"), "PT1H.json");

    @Test
    void theTokensClaimsGiveSessionDeviceUserAndIssueTime() {
        AuditEvent event = events.getFirst();
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("00a7c4e1-5d2b-14f3-b6c8-7e9f01a2b3c4");
        assertThat(event.get(EventField.SESSION_ID_PATH)).isEqualTo("C_Sid");
        assertThat(event.get(EventField.DEVICE_ID)).isEqualTo("4f1e2d3c-0000-4000-8000-00000000de01");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10");
        assertThat(event.get(EventField.UTI)).isEqualTo("-SIafF47YE2aF8DeABEiAA");
        assertThat(event.tokenIssuedAt()).isEqualTo(nanos("2026-09-10T08:05:29Z"));
    }

    @Test
    void aFractionWithoutItsTrailingZerosIsRead() {
        AuditEvent event = events.getFirst();
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:14:02.849140Z"));
        assertThat(event.recordedAt()).isEqualTo(event.time());
        assertThat(event.get(EventField.OPERATION)).isEqualTo("GET /users/{id}/photos/{id}/$value");
        assertThat(event.result()).isEqualTo(EventResult.FAILURE);
        assertThat(event.key()).isEqualTo("graph:7c1d7e0a-53f1-4c55-9f0e-0e4b8d9a1c03");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
    }

    @Test
    void whatThePropertiesLackComesFromTheEnvelope() {
        AuditEvent event = events.get(1);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:15:00Z"));
        assertThat(event.timeQuality()).isEqualTo(TimeQuality.FROM_OTHER_FIELD);
        assertThat(event.get(EventField.IP)).isEqualTo("192.0.2.8");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("c9a3b0b5-1a1a-4c4c-9e9e-343434343434");
        assertThat(event.get(EventField.SESSION_ID)).isNull();
        assertThat(event.get(EventField.OPERATION)).isEqualTo("POST /applications/{id}/addPassword");
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
    }
}

package org.tokenlane.ingest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.ingest.graph.GraphLogAnalyticsImporterTest.nanos;

import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;

class GraphApiAuditStreamImporterTest {

    @Test
    void aStreamedCallHasItsOwnTimeAndTheTimeOfItsTakingIn() {
        AuditEvent event = Fixture.events(new GraphApiAuditStreamImporter(),
                Fixture.file("graph/graph-defender-stream.jsonl"), "PT1H.json").getFirst();
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:14:02.1786543Z"));
        assertThat(event.recordedAt()).isEqualTo(nanos("2026-09-10T08:15:40.1Z"));
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
        assertThat(event.get(EventField.OPERATION)).isEqualTo("GET /me/drive/root/children");
        assertThat(event.get(EventField.UTI)).isEqualTo("-SIafF47YE2aF8DeABEiAA");
        assertThat(event.result()).isEqualTo(EventResult.FAILURE);
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("429");
        assertThat(event.key()).isEqualTo("graph:7c1d7e0a-53f1-4c55-9f0e-0e4b8d9a1c05");
    }
}

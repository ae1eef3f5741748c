package org.tokenlane.ingest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.ingest.graph.GraphLogAnalyticsImporterTest.nanos;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.TimeQuality;

class AadGraphDiagnosticImporterTest {

    private final List<AuditEvent> events = Fixture.events(new AadGraphDiagnosticImporter(),
            Fixture.file("graph/aadgraph-diagnostic.jsonl"), "PT1H.json");

    @Test
    void thePaddedTokenAndTheIssueTimeInUsStyleAreRead() {
        AuditEvent event = events.getFirst();
        assertThat(event.get(EventField.UTI)).isEqualTo("PSwLH19Oa0qMfZ4PobLDAA");
        assertThat(event.tokenIssuedAt()).isEqualTo(nanos("2026-09-10T13:50:39Z"));
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T15:19:33.536886Z"));
        assertThat(event.get(EventField.DEVICE_ID)).isNull();
    }

    @Test
    void theMarksAroundPersonalDataAreTakenOutOfTheAddress() {
        AuditEvent event = events.getFirst();
        assertThat(event.get(EventField.TARGET))
                .isEqualTo("/v2/3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f/users/Adele.Vogel@contoso.example");
        assertThat(event.get(EventField.OPERATION)).isEqualTo("GET /users/{id}");
    }

    @Test
    void aLineWithoutAnyTimeOfItsOwnIsDatedByItsTicks() {
        AuditEvent event = events.get(1);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:14:02.849140Z"));
        assertThat(event.timeQuality()).isEqualTo(TimeQuality.FROM_OTHER_FIELD);
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("e5e6e7e8-9999-4fa0-91b2-c3d4e5f60718");
        assertThat(event.get(EventField.SESSION_ID)).isNull();
        assertThat(event.get(EventField.OPERATION)).isEqualTo("POST /$batch");
    }
}

package org.tokenlane.ingest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.ingest.graph.GraphLogAnalyticsImporterTest.nanos;

import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;

class AadGraphLogAnalyticsImporterTest {

    @Test
    void aCallOfTheRetiredApiIsKnownByItsTable() {
        AuditEvent event = Fixture
                .events(new AadGraphLogAnalyticsImporter(), Fixture.file("graph/aadgraph-loganalytics.csv"), "x.csv")
                .getFirst();
        assertThat(event.get(EventField.WORKLOAD)).isEqualTo("AzureADGraph");
        assertThat(event.get(EventField.OPERATION)).isEqualTo("GET /tenantDetails");
        assertThat(event.key()).isEqualTo("aadgraph:e7000000-0000-4000-8000-000000000001");
        assertThat(event.get(EventField.UTI)).isEqualTo("PSwLH19Oa0qMfZ4PobLDAA");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("001be0d5-7a6c-13e2-9f40-8b7c6d5e4f30");
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.50");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
        assertThat(event.get(EventField.USER_AGENT)).isEqualTo("AADInternals");
        assertThat(event.result()).isEqualTo(EventResult.FAILURE);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T15:19:33.536Z"));
    }
}

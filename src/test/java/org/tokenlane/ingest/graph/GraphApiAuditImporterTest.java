package org.tokenlane.ingest.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tokenlane.ingest.graph.GraphLogAnalyticsImporterTest.nanos;

import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;

class GraphApiAuditImporterTest {

    private final AuditEvent event = Fixture.events(new GraphApiAuditImporter(),
            Fixture.file("graph/graph-defender.csv"), "new query.csv").getFirst();

    @Test
    void defendersRowHasTheTokenButNoSession() {
        assertThat(event.get(EventField.UTI)).isEqualTo("-SIafF47YE2aF8DeABEiAA");
        assertThat(event.get(EventField.SESSION_ID)).isNull();
        assertThat(event.get(EventField.USER_AGENT)).isNull();
        assertThat(event.get(EventField.APP_ID)).isEqualTo("d3590ed6-52b3-4102-aeff-aad2292ab01c");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10");
        assertThat(event.get(EventField.RESOURCE_NAME)).isEqualTo("Microsoft.Exchange");
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:14:02.1786543Z"));
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
    }

    @Test
    void itIsTheSameEventAsTheActivityLogsRecordOfTheCall() {
        AuditEvent logged = Fixture
                .events(new GraphLogAnalyticsImporter(), Fixture.file("graph/graph-loganalytics.csv"), "x.csv")
                .getFirst();
        assertThat(event.key()).isEqualTo(logged.key());
        assertThat(event.get(EventField.OPERATION)).isEqualTo(logged.get(EventField.OPERATION));
    }
}

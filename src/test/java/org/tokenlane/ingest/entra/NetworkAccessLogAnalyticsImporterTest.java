package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

class NetworkAccessLogAnalyticsImporterTest {

    @Test
    void theTablesTokenAndSessionAreRead() {
        AuditEvent event = Fixture.events(new NetworkAccessLogAnalyticsImporter(),
                Fixture.file("entra/networkaccess-loganalytics.csv"), "query_data.csv").getFirst();
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:20:46.834Z"));
        assertThat(event.get(EventField.UTI)).isEqualTo("-SIafF47YE2aF8DeABEiAA");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("00a7c4e1-5d2b-14f3-b6c8-7e9f01a2b3c4");
        assertThat(event.get(EventField.TENANT_ID)).isNull();
        assertThat(event.get(EventField.OPERATION)).isEqualTo("allow connection");
        assertThat(event.get(EventField.TARGET)).isEqualTo("contoso.sharepoint.example:443");
        assertThat(event.key()).isEqualTo("networkaccess:20260910t082046z-contoso-0000000001");
    }

    @Test
    void aSessionIdThatIsNoGuidIsTheConnectionsAndNotTheSignIns() {
        AuditEvent event = Fixture.events(new NetworkAccessLogAnalyticsImporter(),
                Fixture.text("TimeGenerated,TransactionId,TrafficType,SessionId\n"
                        + "2026-09-10T08:20:46Z,tx-1,internet,AbCdEfGh+IjKlMnO.1\n"),
                "x.csv").getFirst();
        assertThat(event.get(EventField.SESSION_ID)).isNull();
        assertThat(event.get(EventField.OPERATION)).isEqualTo("connection");
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}

package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;

class NetworkAccessGraphImporterTest {

    @Test
    void aTransactionTellsWhereTheTrafficWent() {
        AuditEvent event = Fixture.events(new NetworkAccessGraphImporter(),
                Fixture.file("entra/networkaccess-graph.json"), "traffic.json").getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.OPERATION);
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:20:46.8346145Z"));
        assertThat(event.key()).isEqualTo("networkaccess:20260910t082046z-contoso-0000000001");
        assertThat(event.get(EventField.WORKLOAD)).isEqualTo("NetworkAccess");
        assertThat(event.get(EventField.OPERATION)).isEqualTo("allowed connection");
        assertThat(event.get(EventField.TARGET)).isEqualTo("contoso.sharepoint.example:443");
        assertThat(event.get(EventField.IP)).isEqualTo("192.0.2.19");
        assertThat(event.get(EventField.DEVICE_ID)).isEqualTo("4f1e2d3c-0000-4000-8000-00000000de01");
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
        assertThat(event.get(EventField.SESSION_ID)).isNull();
        assertThat(event.get(EventField.UTI)).isNull();
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}

package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;

class NetworkAccessDiagnosticImporterTest {

    @Test
    void aBlockedRequestHasItsMethodAddressAndToken() {
        AuditEvent event = Fixture.events(new NetworkAccessDiagnosticImporter(),
                Fixture.file("entra/networkaccess-diagnostic.jsonl"), "PT1H.json").getFirst();
        assertThat(event.result()).isEqualTo(EventResult.FAILURE);
        assertThat(event.recordedAt()).isEqualTo(nanos("2026-09-10T08:22:00Z"));
        assertThat(event.get(EventField.OPERATION)).isEqualTo("POST");
        assertThat(event.get(EventField.TARGET)).isEqualTo("https://paste.example/upload");
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("403");
        assertThat(event.get(EventField.UTI)).isEqualTo("-SIafF47YE2aF8DeABEiAA");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("00a7c4e1-5d2b-14f3-b6c8-7e9f01a2b3c4");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}

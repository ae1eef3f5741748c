package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

class RiskDetectionDiagnosticImporterTest {

    @Test
    void theEnvelopesCorrelationIdIsNotTheSignIns() {
        AuditEvent event = Fixture
                .events(new RiskDetectionDiagnosticImporter(), Fixture.file("entra/risk-diagnostic.jsonl"), "PT1H.json")
                .getFirst();
        assertThat(event.key()).isEqualTo("risk:5eed0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab");
        assertThat(event.get(EventField.CORRELATION_ID)).isEqualTo("dddedfe0-7777-4d8e-bf90-a1b2c3d4e5f6");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
        assertThat(event.get(EventField.UTI)).isEqualTo("-SIafF47YE2aF8DeABEiAA");
        assertThat(event.get(EventField.OPERATION)).isEqualTo("anomalousToken");
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:05:29.7822851Z"));
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}

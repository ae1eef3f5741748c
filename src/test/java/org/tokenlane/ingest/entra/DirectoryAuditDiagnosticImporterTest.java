package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

class DirectoryAuditDiagnosticImporterTest {

    private final List<AuditEvent> events = Fixture.events(new DirectoryAuditDiagnosticImporter(),
            Fixture.file("entra/diraudit-diagnostic.jsonl"),
            "PT1H.json");

    @Test
    void theEnvelopeAddsTheCallersAddressTheTenantAndWhenItWasWritten() {
        AuditEvent event = events.getFirst();
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.50");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T09:12:51.9312625Z"));
        assertThat(event.recordedAt()).isEqualTo(nanos("2026-09-10T09:14:05.1234567Z"));
        assertThat(event.key()).isEqualTo("diraudit:directory_c0ffee11-2233-4455-8677-8899aabbccdd_abcde_10000001");
    }

    @Test
    void withoutATenantIdTheResourcesAddressTellsIt() {
        AuditEvent event = events.get(1);
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
        assertThat(event.get(EventField.IP)).isNull();
        assertThat(event.get(EventField.APP_NAME)).isEqualTo("Sync Robot");
    }

    @Test
    void anotherServicesAuditLogsAreNotTaken() {
        Value intune = Fixture
                .text("{\"time\":\"2026-09-10T09:00:00Z\",\"category\":\"AuditLogs\",\"operationName\":\"Patch\""
                        + ",\"properties\":{\"ActivityType\":1}}")
                .getFirst();
        assertThat(new DirectoryAuditDiagnosticImporter().accepts(intune)).isFalse();
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}

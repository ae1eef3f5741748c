package org.tokenlane.ingest.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;

class AzureActivityRestImporterTest {

    private final List<AuditEvent> events = Fixture.events(new AzureActivityRestImporter(),
            Fixture.file("azure/azure-rest.json"), "activity.json");

    @Test
    void namesWithTranslationsAreRead() {
        AuditEvent event = events.getFirst();
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(event.key()).isEqualTo("azure:e0e0a1b2-1111-4c3d-9e4f-5a6b7c8d9e02");
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:30:34.1346086Z"));
        assertThat(event.get(EventField.UTI)).isEqualTo("-SIafF47YE2aF8DeABEiAA");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("00a7c4e1-5d2b-14f3-b6c8-7e9f01a2b3c4");
        assertThat(event.get(EventField.SESSION_ID_PATH)).isEqualTo("claims.sid");
        assertThat(event.get(EventField.APP_ID)).isEqualTo("04b07795-8ddb-461a-bbee-02f9e1bf7b46");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.DEVICE_ID)).isEqualTo("4f1e2d3c-0000-4000-8000-00000000de01");
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.50");
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Microsoft.Automation/automationAccounts/runbooks/write");
        assertThat(event.get(EventField.RESOURCE_NAME)).isEqualTo("Microsoft.Automation");
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("Succeeded");
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("Created (HTTP Status Code: 201)");
    }

    @Test
    void powerShellsClaimsLieOneLevelDeeper() {
        AuditEvent event = events.get(1);
        assertThat(event.key()).isEqualTo(events.getFirst().key());
        assertThat(event.get(EventField.UTI)).isEqualTo("-SIafF47YE2aF8DeABEiAA");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("00a7c4e1-5d2b-14f3-b6c8-7e9f01a2b3c4");
        assertThat(event.get(EventField.SESSION_ID_PATH)).isEqualTo("claims.sid");
        assertThat(event.get(EventField.APP_ID)).isEqualTo("04b07795-8ddb-461a-bbee-02f9e1bf7b46");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.DEVICE_ID)).isEqualTo("4f1e2d3c-0000-4000-8000-00000000de01");
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.50");
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Create or Update an Azure Automation Runbook");
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("Succeeded");
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}

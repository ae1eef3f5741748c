package org.tokenlane.ingest.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;

class AzureActivityLogAnalyticsImporterTest {

    private final List<AuditEvent> events = Fixture.events(new AzureActivityLogAnalyticsImporter(),
            Fixture.file("azure/azure-loganalytics.csv"),
            "query_data.csv");

    @Test
    void theClaimsOfTheCallersTokenAreRead() {
        AuditEvent event = events.getFirst();
        assertThat(event.get(EventField.UTI)).isEqualTo("-SIafF47YE2aF8DeABEiAA");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("00a7c4e1-5d2b-14f3-b6c8-7e9f01a2b3c4");
        assertThat(event.get(EventField.SESSION_ID_PATH)).isEqualTo("claims.sid");
        assertThat(event.get(EventField.APP_ID)).isEqualTo("04b07795-8ddb-461a-bbee-02f9e1bf7b46");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.DEVICE_ID)).isEqualTo("4f1e2d3c-0000-4000-8000-00000000de01");
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.50");
        assertThat(event.tokenIssuedAt()).isEqualTo(nanos("2026-09-10T08:05:29Z"));
    }

    @Test
    void anOperationTellsWhatWasDoneToWhichResource() {
        AuditEvent event = events.getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.OPERATION);
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:30:34.134Z"));
        assertThat(event.recordedAt()).isEqualTo(nanos("2026-09-10T08:31:54.154Z"));
        assertThat(event.key()).isEqualTo("azure:e0e0a1b2-1111-4c3d-9e4f-5a6b7c8d9e02");
        assertThat(event.get(EventField.TARGET))
                .startsWith("/subscriptions/5ab5c6d7-3333-4e8f-9a0b-1c2d3e4f5a6b/resourcegroups/rg1")
                .endsWith("/runbooks/runbook1");
        assertThat(event.get(EventField.WORKLOAD)).isEqualTo("Azure");
        assertThat(event.get(EventField.OPERATION)).isEqualTo("MICROSOFT.AUTOMATION/AUTOMATIONACCOUNTS/RUNBOOKS/WRITE");
        assertThat(event.get(EventField.RESOURCE_NAME)).isEqualTo("MICROSOFT.AUTOMATION");
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("Success");
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("Created");
    }

    @Test
    void theDynamicClaimsColumnStandsInForTheTextAndACallerByIdIsNoUpn() {
        AuditEvent event = events.get(1);
        assertThat(event.result()).isEqualTo(EventResult.UNKNOWN);
        assertThat(event.get(EventField.UTI)).isEqualTo("DjX2zhpPTkCKyYc8nV4fAA");
        assertThat(event.get(EventField.UPN)).isNull();
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("c9a3b0b5-1a1a-4c4c-9e9e-343434343434");
        assertThat(event.get(EventField.TENANT_ID)).isNull();
        assertThat(event.get(EventField.SESSION_ID)).isNull();
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}

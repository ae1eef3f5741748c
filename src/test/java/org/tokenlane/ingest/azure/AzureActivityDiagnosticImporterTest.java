package org.tokenlane.ingest.azure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventResult;

class AzureActivityDiagnosticImporterTest {

    private final List<AuditEvent> events = Fixture.events(new AzureActivityDiagnosticImporter(),
            Fixture.file("azure/azure-diagnostic.jsonl"), "PT1H.json");

    @Test
    void theIdentitysClaimsAreRead() {
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
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:30:34.1346086Z"));
    }

    @Test
    void aRecordWithoutAnIdHasTheWeakKeyOfTheSameEventElsewhere() {
        AuditEvent event = events.getFirst();
        AuditEvent table = Fixture
                .events(new AzureActivityLogAnalyticsImporter(), Fixture.file("azure/azure-loganalytics.csv"), "a.csv")
                .getFirst();
        AuditEvent rest = Fixture
                .events(new AzureActivityRestImporter(), Fixture.file("azure/azure-rest.json"), "a.json").getFirst();
        assertThat(event.keyIsWeak()).isTrue();
        assertThat(event.weakKey()).isEqualTo(table.weakKey()).isEqualTo(rest.weakKey());
        assertThat(table.key()).isEqualTo(rest.key());
    }

    @Test
    void aPlatformEventWithoutIdentityIsTaken() {
        AuditEvent event = events.get(1);
        assertThat(event.result()).isEqualTo(EventResult.UNKNOWN);
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Microsoft.Resourcehealth/healthevent/Updated/action");
        assertThat(event.get(EventField.UTI)).isNull();
        assertThat(event.get(EventField.UPN)).isNull();
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("Updated");
    }

    @Test
    void anIdentityInTextAndShortClaimNamesAreRead() {
        AuditEvent event = events.get(2);
        assertThat(event.result()).isEqualTo(EventResult.FAILURE);
        assertThat(event.get(EventField.UTI)).isEqualTo("DjX2zhpPTkCKyYc8nV4fAA");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("c9a3b0b5-1a1a-4c4c-9e9e-343434343434");
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("Failed.Forbidden");
        assertThat(event.get(EventField.IP)).isEqualTo("192.0.2.8");
    }

    @Test
    void aSignInWhoseIdentityIsANameIsNotTaken() {
        Value signIn = Fixture.text(
                "{\"operationName\":\"Sign-in activity\",\"resourceId\":\"/tenants/x\",\"category\":\"SignInLogs\""
                        + ",\"identity\":\"Adele Vogel\"}")
                .getFirst();
        assertThat(new AzureActivityDiagnosticImporter().accepts(signIn)).isFalse();
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}

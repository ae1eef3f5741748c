package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

class DirectoryAuditSdkImporterTest {

    @Test
    void namesWithACapitalFirstLetterAreTheSameFields() {
        AuditEvent event = Fixture
                .events(new DirectoryAuditSdkImporter(), Fixture.file("entra/diraudit-sdk.json"), "audit.json")
                .getFirst();
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Add member to role");
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10");
        assertThat(event.get(EventField.APP_NAME)).isNull();
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.50");
        assertThat(event.get(EventField.TARGET)).isEqualTo("helpdesk2@contoso.example");
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T09:12:51.931Z"));
        assertThat(event.key()).isEqualTo("diraudit:directory_c0ffee11-2233-4455-8677-8899aabbccdd_abcde_10000001");
    }

    @Test
    void linkableIdentifiersAmongTheAdditionalPropertiesAreRead() {
        AuditEvent event = Fixture
                .events(new DirectoryAuditSdkImporter(), Fixture.file("entra/diraudit-sdk.json"), "audit.json")
                .getFirst();
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("00a7c4e1-5d2b-14f3-b6c8-7e9f01a2b3c4");
        assertThat(event.get(EventField.UTI)).isEqualTo("-SIafF47YE2aF8DeABEiAA");
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}

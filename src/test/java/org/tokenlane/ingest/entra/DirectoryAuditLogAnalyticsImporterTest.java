package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.TimeQuality;

class DirectoryAuditLogAnalyticsImporterTest {

    private final List<AuditEvent> events = Fixture.events(new DirectoryAuditLogAnalyticsImporter(),
            Fixture.file("entra/diraudit-loganalytics.csv"),
            "query_data.csv");

    @Test
    void theJsonInTheCellsIsRead() {
        AuditEvent event = events.getFirst();
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Add member to role");
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.50");
        assertThat(event.get(EventField.TARGET)).isEqualTo("helpdesk2@contoso.example");
        assertThat(event.get(EventField.USER_AGENT))
                .isEqualTo("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/128.0");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T09:12:51.931Z"));
        assertThat(event.key()).isEqualTo("diraudit:directory_c0ffee11-2233-4455-8677-8899aabbccdd_abcde_10000001");
    }

    @Test
    void aTimeThatLostItsDateTakesTheDayOfItsWriting() {
        AuditEvent event = events.get(1);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T09:20:00Z"));
        assertThat(event.timeQuality()).isEqualTo(TimeQuality.FROM_OTHER_FIELD);
        assertThat(event.get(EventField.OPERATION))
                .isEqualTo("Update application – Certificates and secrets management");
    }

    @Test
    void jsonRowsWhoseTypeAQueryOverwroteAreKnownByTheirColumns() {
        AuditEvent event = Fixture.events(new DirectoryAuditLogAnalyticsImporter(),
                Fixture.file("entra/diraudit-loganalytics.jsonl"), "rows.json").getFirst();
        assertThat(event.key()).isEqualTo(events.getFirst().key());
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}

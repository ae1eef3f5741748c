package org.tokenlane.ingest.defender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.UtiOrigin;

class AlertGraphImporterTest {

    @Test
    void theEvidenceGivesTheSignInsRequestTokenAndSession() {
        AuditEvent event = Fixture
                .events(new AlertGraphImporter(), Fixture.file("defender/alert-graph.json"), "alerts.json").getFirst();
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.REQUEST_ID);
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Anomalous Token");
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("Unusual characteristics of the token");
        assertThat(event.get(EventField.REQUEST_ID)).isEqualTo("7c1a22f9-3b5e-4d60-9a17-c0de00112200");
        assertThat(event.get(EventField.UTI)).isEqualTo("-SIafF47YE2aF8DeABEiAA");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("00a7c4e1-5d2b-14f3-b6c8-7e9f01a2b3c4");
        assertThat(event.get(EventField.SESSION_ID_PATH)).isEqualTo("cloud-logon-session.SessionId");
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10");
        assertThat(event.get(EventField.USER_NAME)).isEqualTo("Adele Vogel");
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.50");
        assertThat(event.get(EventField.COUNTRY)).isEqualTo("CH");
        assertThat(event.get(EventField.USER_AGENT))
                .isEqualTo("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/128.0");
    }

    @Test
    void anAlertIsDatedByItsFirstActivityAndKnownByItsId() {
        AuditEvent event = Fixture
                .events(new AlertGraphImporter(), Fixture.file("defender/alert-graph.json"), "alerts.json").getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.ALERT);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:05:29.782Z"));
        assertThat(event.recordedAt()).isEqualTo(nanos("2026-09-10T10:00:00Z"));
        assertThat(event.key()).isEqualTo("alert:ad5eed0123");
        assertThat(event.get(EventField.WORKLOAD)).isEqualTo("azureAdIdentityProtection");
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("high");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("3f2e1d0c-4b5a-4968-8776-5a4b3c2d1e0f");
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}

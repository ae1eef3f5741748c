package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;

class RiskDetectionGraphImporterTest {

    private final List<AuditEvent> events = Fixture.events(new RiskDetectionGraphImporter(),
            Fixture.file("entra/risk-graph.json"), "risk.json");

    @Test
    void theSignInsRequestIdGivesItsToken() {
        AuditEvent event = events.getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.RISK);
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.REQUEST_ID);
        assertThat(event.get(EventField.REQUEST_ID)).isEqualTo("7c1a22f9-3b5e-4d60-9a17-c0de00112200");
        assertThat(event.get(EventField.UTI)).isEqualTo("-SIafF47YE2aF8DeABEiAA");
    }

    @Test
    void aDetectionTellsItsTypeLevelAndState() {
        AuditEvent event = events.getFirst();
        assertThat(event.get(EventField.OPERATION)).isEqualTo("anomalousToken");
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("high");
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("atRisk");
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10");
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.50");
        assertThat(event.get(EventField.CITY)).isEqualTo("Zürich");
        assertThat(event.get(EventField.COUNTRY)).isEqualTo("CH");
        assertThat(event.get(EventField.USER_AGENT))
                .isEqualTo("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/128.0");
        assertThat(event.get(EventField.CORRELATION_ID)).isEqualTo("dddedfe0-7777-4d8e-bf90-a1b2c3d4e5f6");
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:05:29.7822851Z"));
        assertThat(event.recordedAt()).isEqualTo(nanos("2026-09-10T09:15:00Z"));
        assertThat(event.key()).isEqualTo("risk:5eed0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab");
    }

    @Test
    void aServicePrincipalsRiskWithoutASignInIsDatedByItsDetection() {
        AuditEvent event = events.get(1);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T07:00:00Z"));
        assertThat(event.timeQuality()).isEqualTo(TimeQuality.FROM_OTHER_FIELD);
        assertThat(event.get(EventField.OPERATION)).isEqualTo("leakedCredentials");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("c9a3b0b5-1a1a-4c4c-9e9e-343434343434");
        assertThat(event.get(EventField.APP_ID)).isEqualTo("5a1c6c1e-0d0d-4b4b-8f8f-121212121212");
        assertThat(event.get(EventField.UTI)).isNull();
        assertThat(event.get(EventField.REQUEST_ID)).isNull();
    }

    @Test
    void theUnifiedAuditLogsRecordOfARiskIsNotTaken() {
        Value record = Fixture.text(
                "{\"CreationTime\":\"2026-09-10T08:05:29\",\"RecordType\":294,\"RiskEventType\":\"anomalousToken\""
                        + ",\"DetectedDateTime\":\"x\"}")
                .getFirst();
        assertThat(new RiskDetectionGraphImporter().accepts(record)).isFalse();
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}

package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

class RiskDetectionLogAnalyticsImporterTest {

    @Test
    void aRowIsTheSameEventAsGraphsObject() {
        AuditEvent event = Fixture.events(new RiskDetectionLogAnalyticsImporter(),
                Fixture.file("entra/risk-loganalytics.csv"), "query_data.csv").getFirst();
        assertThat(event.key()).isEqualTo("risk:5eed0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab");
        assertThat(event.get(EventField.UTI)).isEqualTo("-SIafF47YE2aF8DeABEiAA");
        assertThat(event.get(EventField.REQUEST_ID)).isEqualTo("7c1a22f9-3b5e-4d60-9a17-c0de00112200");
        assertThat(event.get(EventField.CITY)).isEqualTo("Zürich");
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.50");
        assertThat(event.get(EventField.TENANT_ID)).isNull();
        assertThat(event.get(EventField.USER_AGENT))
                .isEqualTo("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/128.0");
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:05:29.782Z"));
        assertThat(event.recordedAt()).isEqualTo(nanos("2026-09-10T09:15:00Z"));
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}

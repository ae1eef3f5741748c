package org.tokenlane.ingest.defender;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.TimeQuality;
import org.tokenlane.model.event.UtiOrigin;

class AlertLogAnalyticsImporterTest {

    @Test
    void theEntitiesGiveTheSignInsRequestTokenAndSession() {
        AuditEvent event = Fixture.events(new AlertLogAnalyticsImporter(),
                Fixture.file("defender/alert-loganalytics.csv"), "query_data.csv").getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.ALERT);
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
        assertThat(event.get(EventField.CITY)).isEqualTo("Zürich");
        assertThat(event.get(EventField.ASN)).isEqualTo("64500");
    }

    @Test
    void anAlertIsDatedByItsStartAndKnownByItsId() {
        AuditEvent event = Fixture.events(new AlertLogAnalyticsImporter(),
                Fixture.file("defender/alert-loganalytics.csv"), "query_data.csv").getFirst();
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T08:05:29.782Z"));
        assertThat(event.recordedAt()).isEqualTo(nanos("2026-09-10T09:19:00Z"));
        assertThat(event.key()).isEqualTo("alert:5d2f1e00-0000-4000-8000-00000000a1e7");
        assertThat(event.get(EventField.WORKLOAD)).isEqualTo("Azure Active Directory Identity Protection");
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("High");
        assertThat(event.get(EventField.TARGET)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.TENANT_ID)).isNull();
    }

    @Test
    void anAlertWithoutEntitiesIsStillAnEvent() {
        AuditEvent event = Fixture
                .events(new AlertLogAnalyticsImporter(), Fixture.text("TimeGenerated,AlertName,SystemAlertId,Entities\n"
                        + "2026-09-10T09:20:00Z,Mass download,a-1,\n"), "x.csv")
                .getFirst();
        assertThat(event.timeQuality()).isEqualTo(TimeQuality.FROM_OTHER_FIELD);
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Mass download");
        assertThat(event.get(EventField.UTI)).isNull();
        assertThat(event.get(EventField.SESSION_ID)).isNull();
        assertThat(event.get(EventField.UPN)).isNull();
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}

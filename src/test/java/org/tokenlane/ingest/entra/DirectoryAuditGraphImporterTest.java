package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.TimeReader;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.time.DateOrder;

class DirectoryAuditGraphImporterTest {

    private final List<AuditEvent> events = Fixture.events(new DirectoryAuditGraphImporter(),
            Fixture.file("entra/diraudit-graph.json"), "AuditLogs.json");

    @Test
    void aChangeTellsWhoDidItAndToWhom() {
        AuditEvent event = events.getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.DIRECTORY_CHANGE);
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T09:12:51.9312625Z"));
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Add member to role");
        assertThat(event.get(EventField.WORKLOAD)).isEqualTo("AzureActiveDirectory");
        assertThat(event.get(EventField.RESOURCE_NAME)).isEqualTo("Core Directory");
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.USER_NAME)).isEqualTo("Adele Vogel");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10");
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.50");
        assertThat(event.get(EventField.USER_AGENT))
                .isEqualTo("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/128.0");
        assertThat(event.get(EventField.TARGET)).isEqualTo("helpdesk2@contoso.example");
        assertThat(event.get(EventField.CORRELATION_ID)).isEqualTo("c0ffee11-2233-4455-8677-8899aabbccdd");
        assertThat(event.get(EventField.RECORD_ID))
                .isEqualTo("Directory_c0ffee11-2233-4455-8677-8899aabbccdd_ABCDE_10000001");
    }

    @Test
    void theLinkableIdentifiersOfTheBetaGiveSessionAndToken() {
        AuditEvent event = events.getFirst();
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("00a7c4e1-5d2b-14f3-b6c8-7e9f01a2b3c4");
        assertThat(event.get(EventField.SESSION_ID_PATH)).isEqualTo("initiatedBy.linkableIdentifiers.sessionId");
        assertThat(event.get(EventField.UTI)).isEqualTo("-SIafF47YE2aF8DeABEiAA");
        assertThat(event.get(EventField.DEVICE_ID)).isEqualTo("4f1e2d3c-0000-4000-8000-00000000de01");
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.FIELD);
        assertThat(event.tokenIssuedAt()).isEqualTo(nanos("2026-09-10T09:05:00Z"));
    }

    @Test
    void aChangeByAnAppHasTheAppAndItsServicePrincipal() {
        AuditEvent event = events.get(1);
        assertThat(event.result()).isEqualTo(EventResult.FAILURE);
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("Insufficient privileges");
        assertThat(event.get(EventField.UPN)).isNull();
        assertThat(event.get(EventField.USER_NAME)).isNull();
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("c9a3b0b5-1a1a-4c4c-9e9e-343434343434");
        assertThat(event.get(EventField.APP_ID)).isEqualTo("5a1c6c1e-0d0d-4b4b-8f8f-121212121212");
        assertThat(event.get(EventField.APP_NAME)).isEqualTo("Sync Robot");
        assertThat(event.get(EventField.TARGET)).isEqualTo("Payroll App");
        assertThat(event.get(EventField.SESSION_ID)).isNull();
    }

    @Test
    void aRecordHasItsIdAsKeyAndAWeakKeyBeside() {
        AuditEvent event = events.getFirst();
        assertThat(event.key()).isEqualTo("diraudit:directory_c0ffee11-2233-4455-8677-8899aabbccdd_abcde_10000001");
        assertThat(event.keyIsWeak()).isFalse();
        assertThat(event.weakKey()).startsWith("diraudit~c0ffee11-2233-4455-8677-8899aabbccdd").contains(
                "add member to role", "1789031571",
                "8d1f4b7c-3e22-4a6b-bb1d-9c0a7e5f2d44");
    }

    @Test
    void aRecordWithoutAnActivityIsDamaged() {
        DirectoryAuditGraphImporter importer = new DirectoryAuditGraphImporter();
        RowContext context = new RowContext("x.json", new TimeReader(DateOrder.MONTH_FIRST, true));
        assertThatThrownBy(() -> importer.map(
                Fixture.text("{\"id\":\"1\",\"activityDisplayName\":\"\",\"initiatedBy\":{}}").getFirst(), context))
                .isInstanceOf(DamagedRecordException.class).hasMessage(RejectText.NO_ACTIVITY.text());
    }

    private static long nanos(String iso) {
        Instant instant = Instant.parse(iso);
        return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
    }
}

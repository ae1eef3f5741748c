package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;

class DirectoryAuditPortalImporterTest {

    private final List<AuditEvent> events = portal("entra/diraudit-portal.csv");

    private static List<AuditEvent> portal(String file) {
        return Fixture.events(new DirectoryAuditPortalImporter(), Fixture.file(file), "AuditLogs_2026-09-10.csv");
    }

    @Test
    void thePortalsColumnsAreRead() {
        AuditEvent event = events.getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.DIRECTORY_CHANGE);
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(event.get(EventField.OPERATION)).isEqualTo("Add member to role");
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.USER_NAME)).isEqualTo("Adele Vogel");
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("2b9d6c58-7a11-4f0d-9a51-6f6f0e7f3a10");
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.50");
        assertThat(event.get(EventField.TARGET)).isEqualTo("helpdesk2@contoso.example");
        assertThat(event.get(EventField.USER_AGENT))
                .isEqualTo("Mozilla/5.0 (Windows NT 10.0; Win64; x64) Firefox/128.0");
        assertThat(event.get(EventField.RECORD_ID)).isNull();
    }

    @Test
    void anAppIsNotTakenForAUser() {
        AuditEvent event = events.get(1);
        assertThat(event.get(EventField.APP_NAME)).isEqualTo("Sync Robot");
        assertThat(event.get(EventField.USER_NAME)).isNull();
        assertThat(event.get(EventField.UPN)).isNull();
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo("c9a3b0b5-1a1a-4c4c-9e9e-343434343434");
        assertThat(event.get(EventField.TARGET)).isEqualTo("Payroll App");
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("Insufficient privileges");
    }

    @Test
    void partlyFrenchHeadersAreTheSameColumns() {
        AuditEvent event = portal("entra/diraudit-portal-fr.csv").getFirst();
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(event.get(EventField.TARGET)).isEqualTo("helpdesk2@contoso.example");
        assertThat(event.key()).isEqualTo(events.getFirst().key());
    }

    @Test
    void aPortalRowHasOnlyTheWeakKeyAndItIsThatOfTheSameRecordElsewhere() {
        List<AuditEvent> graph = Fixture.events(new DirectoryAuditGraphImporter(),
                Fixture.file("entra/diraudit-graph.json"), "a.json");
        List<AuditEvent> table = Fixture.events(new DirectoryAuditLogAnalyticsImporter(),
                Fixture.file("entra/diraudit-loganalytics.csv"), "a.csv");
        List<AuditEvent> blob = Fixture.events(new DirectoryAuditDiagnosticImporter(),
                Fixture.file("entra/diraudit-diagnostic.jsonl"), "a.json");
        AuditEvent sdk = Fixture
                .events(new DirectoryAuditSdkImporter(), Fixture.file("entra/diraudit-sdk.json"), "a.json").getFirst();
        for (int i = 0; i < 2; i++) {
            AuditEvent portal = events.get(i);
            assertThat(portal.keyIsWeak()).isTrue();
            assertThat(portal.weakKey()).isEqualTo(graph.get(i).weakKey()).isEqualTo(table.get(i).weakKey())
                    .isEqualTo(blob.get(i).weakKey());
            assertThat(graph.get(i).keyIsWeak()).isFalse();
        }
        assertThat(sdk.weakKey()).isEqualTo(events.getFirst().weakKey());
        assertThat(events.getFirst().weakKey()).isNotEqualTo(events.get(1).weakKey());
    }
}

package org.tokenlane.ingest.ual;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;

/** The fixtures of the unified audit log: one attacker's session in all workloads, exported in every shape. */
final class UalFixture {

    static final String SESSION = "00a1b2c3-4d5e-6f70-8192-a3b4c5d6e7f8";
    static final String REQUEST = "5e0c7a1b-93d2-4c48-8f61-b27d9e3a0400";
    static final String UTI = "G3oMXtKTSEyPYbJ9njoEAA";
    static final String OBJECT_ID = "3f6a9d21-5c8b-4e07-b1d4-8a2c6e9f0b13";
    static final String TENANT = "7b1d2c94-0a3e-4f58-9c6d-2e8f1a4b5c6d";
    static final String MAIL_KEY = "ual:0f1e2d3c-4b5a-4968-8776-655443322110";
    static final String FILE_KEY = "ual:2b3c4d5e-6f70-4182-93a4-b5c6d7e8f901";

    private UalFixture() {
    }

    static Importer importer(String shape) {
        return UalImporters.all().stream().filter(importer -> importer.shape().id().equals(shape)).findFirst()
                .orElseThrow();
    }

    /**
     * The events of a fixture file, every record of which must be accepted by this shape's importer and by no other.
     */
    static List<AuditEvent> events(String shape, String file) {
        return events(shape, Fixture.file("ual/" + file));
    }

    static List<AuditEvent> events(String shape, List<Value> rows) {
        for (Value row : rows) {
            assertThat(UalImporters.all().stream().filter(importer -> importer.accepts(row))
                    .map(importer -> importer.shape().id()))
                    .containsExactly(shape);
        }
        return Fixture.events(importer(shape), rows, "export");
    }

    /** The event of one bare AuditData record. */
    static AuditEvent auditData(String json) {
        return events("auditdata-json", Fixture.text(json)).getFirst();
    }

    static long nanos(String instant) {
        Instant time = Instant.parse(instant);
        return time.getEpochSecond() * 1_000_000_000L + time.getNano();
    }

    /** Asserts what every export of the fixtures' MailItemsAccessed record has to tell. */
    static void assertMailItemsAccessed(AuditEvent event) {
        assertThat(event.key()).isEqualTo(MAIL_KEY);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T06:31:07Z"));
        assertThat(event.tokenIssuedAt()).isEqualTo(nanos("2026-09-10T06:12:31Z"));
        assertThat(event.get(EventField.OPERATION)).isEqualTo("MailItemsAccessed");
        assertThat(event.get(EventField.WORKLOAD)).isEqualTo("Exchange");
        assertThat(event.get(EventField.UPN)).isEqualTo("adele@contoso.example");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(SESSION);
        assertThat(event.get(EventField.SESSION_ID_PATH)).isEqualTo("AppAccessContext.AADSessionId");
        assertThat(event.get(EventField.UTI)).isEqualTo(UTI);
        assertThat(event.get(EventField.IP)).isEqualTo("2001:db8::7");
        assertThat(event.get(EventField.USER_AGENT)).isEqualTo("Client=OWA;Action=ViaProxy");
        assertThat(event.get(EventField.TARGET)).isEqualTo("\\Inbox; \\Finance\\Invoices");
        assertThat(event.get(EventField.MAILBOX)).isEqualTo("adele@contoso.example");
        assertThat(event.throttled()).isTrue();
    }

    /** Asserts what every export of the fixtures' FileDownloaded record has to tell. */
    static void assertFileDownloaded(AuditEvent event) {
        assertThat(event.key()).isEqualTo(FILE_KEY);
        assertThat(event.time()).isEqualTo(nanos("2026-09-10T06:40:02Z"));
        assertThat(event.get(EventField.WORKLOAD)).isEqualTo("OneDrive");
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(SESSION);
        assertThat(event.get(EventField.UTI)).isEqualTo(UTI);
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.9");
        assertThat(event.get(EventField.TARGET))
                .isEqualTo("https://contoso-my.sharepoint.example/personal/adele/Documents/Payroll 2026.xlsx");
    }

    /** Asserts what every export of the fixtures' UserLoggedIn record has to tell. */
    static void assertLoggedIn(AuditEvent event) {
        assertThat(event.kind().isSignIn()).isTrue();
        assertThat(event.key()).isEqualTo("ual:" + REQUEST);
        assertThat(event.get(EventField.REQUEST_ID)).isEqualTo(REQUEST);
        assertThat(event.get(EventField.UTI)).isEqualTo(UTI);
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo(SESSION);
        assertThat(event.get(EventField.SESSION_ID_PATH)).isEqualTo("DeviceProperties[SessionId]");
        assertThat(event.get(EventField.WORKLOAD)).isEqualTo("AzureActiveDirectory");
    }
}

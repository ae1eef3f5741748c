package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.TimeQuality;

/** Sign-ins as diagnostic settings write them into blobs and event hubs. */
class SignInDiagnosticImporterTest {

    private final List<AuditEvent> events = Fixture.events(new SignInDiagnosticImporter(),
            Fixture.file("entra/signin-diagnostic.jsonl"), "pt1h.json");

    @Test
    void theSignInsOwnTimeCountsAndTheEnvelopesIsWhenItWasDelivered() {
        SignInFacts.assertIs(events.getFirst(), EventKind.SIGN_IN_INTERACTIVE);
        assertThat(events.getFirst().recordedAt()).isEqualTo(SignInFacts.TIME + 40_000_000_000L);
    }

    @Test
    void everyCategoryIsOfItsKind() {
        assertThat(events.get(1).kind()).isEqualTo(EventKind.SIGN_IN_NON_INTERACTIVE);
        SignInFacts.assertIsApplication(events.get(2), EventKind.SIGN_IN_SERVICE_PRINCIPAL);
        SignInFacts.assertIsApplication(events.get(3), EventKind.SIGN_IN_MANAGED_IDENTITY);
    }

    @Test
    void anEventHubsRecordsAreTheSame() {
        List<AuditEvent> hub = Fixture.events(new SignInDiagnosticImporter(),
                Fixture.file("entra/signin-eventhub.json"), "hub.json");
        SignInFacts.assertIs(hub.getFirst(), EventKind.SIGN_IN_INTERACTIVE);
        assertThat(hub).hasSize(2);
        assertThat(hub.getFirst().key()).isEqualTo(events.getFirst().key());
    }

    private static AuditEvent record(String category, String properties) {
        String text = "{\"time\":\"2026-09-15T08:40:40Z\",\"category\":\"" + category
                + "\",\"tenantId\":\"75243AB2-44F8-435C-A7A6-B479385DF6D4\","
                + "\"callerIpAddress\":\"203.0.113.200\",\"properties\":" + properties + "}";
        return Fixture.events(new SignInDiagnosticImporter(), Fixture.text(text), "pt1h.json").getFirst();
    }

    @Test
    void federatedOnesSayThemselvesOfWhichKindTheyAre() {
        assertThat(
                record("ADFSSignInLogs", "{\"id\":\"" + SignInFacts.REQUEST_ID + "\",\"isInteractive\":true}").kind())
                .isEqualTo(EventKind.SIGN_IN_INTERACTIVE);
        assertThat(record("ADFSSignInLogs", "{\"id\":\"" + SignInFacts.REQUEST_ID + "\"}").kind())
                .isEqualTo(EventKind.SIGN_IN);
    }

    @Test
    void whatTheSignInLeavesOutTheEnvelopeTells() {
        AuditEvent event = record("SignInLogs", "{\"id\":\"" + SignInFacts.REQUEST_ID + "\"}");
        assertThat(event.time()).isEqualTo(SignInFacts.TIME + 40_000_000_000L);
        assertThat(event.timeQuality()).isEqualTo(TimeQuality.FROM_OTHER_FIELD);
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.200");
        assertThat(event.get(EventField.TENANT_ID)).isEqualTo("75243ab2-44f8-435c-a7a6-b479385df6d4");
    }

    @Test
    void propertiesThatAreATextOfJsonAreOpened() {
        AuditEvent event = record("SignInLogs",
                "\"{\\\"id\\\":\\\"" + SignInFacts.REQUEST_ID
                        + "\\\",\\\"createdDateTime\\\":\\\"2026-09-15T08:40:00.1234567+00:00\\\"}\"");
        assertThat(event.key()).isEqualTo(events.getFirst().key());
        assertThat(event.time()).isEqualTo(SignInFacts.TIME + 123_456_700L);
        assertThat(event.timeDigits()).isEqualTo(7);
    }
}

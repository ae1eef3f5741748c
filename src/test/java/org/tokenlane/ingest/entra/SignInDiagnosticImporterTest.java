package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventKind;

/** Sign-ins as diagnostic settings write them into blobs and event hubs. */
class SignInDiagnosticImporterTest {

    private final List<AuditEvent> events = Fixture.events(new SignInDiagnosticImporter(), Fixture.file("entra/signin-diagnostic.jsonl"), "pt1h.json");

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
        List<AuditEvent> hub = Fixture.events(new SignInDiagnosticImporter(), Fixture.file("entra/signin-eventhub.json"), "hub.json");
        SignInFacts.assertIs(hub.getFirst(), EventKind.SIGN_IN_INTERACTIVE);
        assertThat(hub).hasSize(2);
        assertThat(hub.getFirst().key()).isEqualTo(events.getFirst().key());
    }
}

package org.tokenlane.ingest.defender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.UtiOrigin;

/** Sign-ins as Defender's streaming API writes them. */
class DefenderSignInStreamImporterTest {

    private final List<AuditEvent> events = Fixture.events(new DefenderSignInStreamImporter(),
            Fixture.file("defender/signin-stream.jsonl"), "pt1h.json");

    @Test
    void bothTablesOfUsersAreRead() {
        for (AuditEvent event : events.subList(0, 2)) {
            SignInFacts.assertIs(event, EventKind.SIGN_IN_INTERACTIVE, EventField.ASN, EventField.INCOMING_TOKEN_TYPE,
                    EventField.TOKEN_BINDING);
        }
        assertThat(events.get(0).utiOrigin()).isEqualTo(UtiOrigin.FIELD);
        assertThat(events.get(1).utiOrigin()).isEqualTo(UtiOrigin.REQUEST_ID);
    }

    @Test
    void applicationsAreRead() {
        SignInFacts.assertIsApplication(events.get(2), EventKind.SIGN_IN_SERVICE_PRINCIPAL);
        assertThat(events.get(2).result()).isEqualTo(EventResult.SUCCESS);
    }

    @Test
    void whenTheServiceTookItInIsNotTheTimeOfTheSignIn() {
        assertThat(events.getFirst().recordedAt()).isEqualTo(SignInFacts.TIME + 30_000_000_000L);
        assertThat(events.getFirst().time()).isEqualTo(SignInFacts.TIME);
    }

    @Test
    void theOlderTableOfApplicationsHasNoUtiAndKnowsManagedIdentities() {
        String text = "{\"time\":\"2026-09-15T08:41:00Z\",\"category\":\"AdvancedHunting-AADSpnSignInEventsBeta\","
                + "\"properties\":{\"Timestamp\":\"2026-09-15T08:40:00Z\","
                + "\"ApplicationId\":\"D3590ED6-52B3-4102-AEFF-AAD2292AB01C\",\"ErrorCode\":0,"
                + "\"ResourceDisplayName\":\"Office 365 Exchange Online\","
                + "\"IPAddress\":\"203.0.113.200\",\"Country\":\"US\",\"ServicePrincipalId\":\"" + SignInFacts.OBJECT_ID
                + "\",\"ServicePrincipalName\":\"Payroll Sync\",\"IsManagedIdentity\":true,\"RequestId\":\""
                + SignInFacts.APPLICATION_REQUEST_ID + "\"}}";
        AuditEvent event = Fixture.events(new DefenderSignInStreamImporter(), Fixture.text(text), "pt1h.json")
                .getFirst();
        SignInFacts.assertIsApplication(event, EventKind.SIGN_IN_MANAGED_IDENTITY);
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.REQUEST_ID);
    }
}

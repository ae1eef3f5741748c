package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.UtiOrigin;

/** Sign-ins from Graph beta and the portal's JSON. */
class SignInGraphBetaImporterTest {

    private final List<AuditEvent> events = Fixture.events(new SignInGraphBetaImporter(),
            Fixture.file("entra/signin-graph-beta.json"), "signins.json");

    @Test
    void everyFactIsRead() {
        SignInFacts.assertIs(events.getFirst(), EventKind.SIGN_IN_INTERACTIVE);
        assertThat(events.getFirst().utiOrigin()).isEqualTo(UtiOrigin.FIELD);
        assertThat(events.getFirst().get(EventField.SESSION_ID_PATH)).isEqualTo("sessionId");
    }

    @Test
    void anApplicationsSignInIsToldByItsEventType() {
        SignInFacts.assertIsApplication(events.get(1), EventKind.SIGN_IN_SERVICE_PRINCIPAL);
    }

    @Test
    void thePortalsBareArrayHoldsTheSameObjects() {
        SignInFacts.assertIs(
                Fixture.events(new SignInGraphBetaImporter(), Fixture.file("entra/signin-portal.json"),
                        "interactivesignins.json").getFirst(),
                EventKind.SIGN_IN_INTERACTIVE);
    }

    @Test
    void pagesOneBehindTheOtherInOneFileAreAllRead(@TempDir Path folder) throws IOException {
        try (TestCase test = new TestCase(folder);
                InputStream page = getClass().getResourceAsStream("/ingest/entra/signin-graph-beta.json")) {
            String one = new String(page.readAllBytes(), StandardCharsets.UTF_8);
            String other = one.replace(SignInFacts.REQUEST_ID, SignInFacts.FAILED_REQUEST_ID).replace(SignInFacts.UTI,
                    "EkuefVw6j06bHSxvig5LAA");
            assertThat(test.loadOne(test.write("pages.json", one + "\n" + other)).records()).isEqualTo(4);
            assertThat(test.texts(EventField.REQUEST_ID)).containsExactlyInAnyOrder(SignInFacts.REQUEST_ID,
                    SignInFacts.FAILED_REQUEST_ID,
                    SignInFacts.APPLICATION_REQUEST_ID);
        }
    }

    @Test
    void everyEventTypeIsAKindAndWithoutOneTheFlagTells() {
        assertThat(kind("\"signInEventTypes\":[\"nonInteractiveUser\"]")).isEqualTo(EventKind.SIGN_IN_NON_INTERACTIVE);
        assertThat(kind("\"signInEventTypes\":[\"managedIdentity\"]")).isEqualTo(EventKind.SIGN_IN_MANAGED_IDENTITY);
        assertThat(kind("\"sessionId\":null,\"isInteractive\":true")).isEqualTo(EventKind.SIGN_IN_INTERACTIVE);
        assertThat(kind("\"sessionId\":null,\"isInteractive\":false")).isEqualTo(EventKind.SIGN_IN_NON_INTERACTIVE);
        assertThat(kind("\"sessionId\":null")).isEqualTo(EventKind.SIGN_IN);
    }

    private static EventKind kind(String members) {
        String text = "{\"id\":\"" + SignInFacts.REQUEST_ID
                + "\",\"createdDateTime\":\"2026-09-15T08:40:00Z\",\"appId\":\"x\",\"status\":{\"errorCode\":0},"
                + members
                + "}";
        return Fixture.events(new SignInGraphBetaImporter(), Fixture.text(text), "signins.json").getFirst().kind();
    }

    @Test
    void arraysThatACollectorAppendedToOneAnotherAreAllRead(@TempDir Path folder) throws IOException {
        try (TestCase test = new TestCase(folder);
                InputStream page = getClass().getResourceAsStream("/ingest/entra/signin-portal.json")) {
            String one = new String(page.readAllBytes(), StandardCharsets.UTF_8).strip();
            String other = one.replace(SignInFacts.REQUEST_ID, SignInFacts.FAILED_REQUEST_ID).replace(SignInFacts.UTI,
                    "EkuefVw6j06bHSxvig5LAA");
            assertThat(test.loadOne(test.write("appended.json", one + other + "\r\n")).records()).isEqualTo(2);
            assertThat(test.texts(EventField.UTI)).containsExactlyInAnyOrder(SignInFacts.UTI, "EkuefVw6j06bHSxvig5LAA");
        }
    }
}

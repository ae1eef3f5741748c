package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;

/** Sign-ins of service principals and managed identities in JSON, where the fields of a user are there but empty. */
class SignInApplicationTest {

    private static final String PRINCIPAL = "c9a3b0b5-1a1a-4c4c-9e9e-343434343434";

    private static String object(String userId, String type) {
        return "{\"id\":\"5f0e2a77-6c1b-4d43-8f6e-0a4b7c9d2e00\",\"createdDateTime\":\"2026-09-15T08:40:00Z\","
                + "\"userDisplayName\":\"\",\"userPrincipalName\":\"\","
                + "\"userId\":" + userId
                + ",\"appId\":\"d3590ed6-52b3-4102-aeff-aad2292ab01c\",\"appDisplayName\":\"Payroll Sync\","
                + "\"ipAddress\":\"\","
                + "\"servicePrincipalId\":\"" + PRINCIPAL
                + "\",\"servicePrincipalName\":\"Payroll Sync\",\"sessionId\":\"\",\"signInEventTypes\":[\"" + type
                + "\"],\"status\":{\"errorCode\":0}}";
    }

    private static void assertIsThePrincipals(AuditEvent event) {
        assertThat(event.get(EventField.USER_OBJECT_ID)).isEqualTo(PRINCIPAL);
        assertThat(event.get(EventField.USER_NAME)).isEqualTo("Payroll Sync");
        assertThat(event.get(EventField.UPN)).isNull();
        assertThat(event.get(EventField.SESSION_ID)).isNull();
        assertThat(event.get(EventField.UTI)).isEqualTo("dyoOXxtsQ02PbgpLfJ0uAA");
    }

    @ParameterizedTest
    @ValueSource(strings = { "null", "\"\"", "\"00000000-0000-0000-0000-000000000000\"" })
    void theServicePrincipalIsTheActorWhereTheUserIsEmpty(String userId) {
        AuditEvent event = Fixture
                .events(new SignInGraphBetaImporter(), Fixture.text(object(userId, "servicePrincipal")), "signins.json")
                .getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.SIGN_IN_SERVICE_PRINCIPAL);
        assertIsThePrincipals(event);
    }

    @ParameterizedTest
    @CsvSource({ "ServicePrincipalSignInLogs,SIGN_IN_SERVICE_PRINCIPAL",
        "MicrosoftServicePrincipalSignInLogs,SIGN_IN_SERVICE_PRINCIPAL",
        "ManagedIdentitySignInLogs,SIGN_IN_MANAGED_IDENTITY" })
    void eachCategoryOfApplicationsTellsItsKindAndGivesTheCallersAddress(String category, EventKind kind) {
        String record = "{\"time\":\"2026-09-15T08:50:00Z\",\"category\":\"" + category
                + "\",\"callerIpAddress\":\"203.0.113.200\",\"properties\":"
                + object("\"\"", "unknownFutureValue") + "}";
        AuditEvent event = Fixture.events(new SignInDiagnosticImporter(), Fixture.text(record), "pt1h.json").getFirst();
        assertThat(event.kind()).isEqualTo(kind);
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.200");
        assertIsThePrincipals(event);
    }
}

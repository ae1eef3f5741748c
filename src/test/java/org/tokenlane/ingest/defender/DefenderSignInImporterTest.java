package org.tokenlane.ingest.defender;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.UtiOrigin;

/** Sign-ins from Defender's advanced hunting. */
class DefenderSignInImporterTest {

    private static List<AuditEvent> events(String fixture) {
        return Fixture.events(new DefenderSignInImporter(), Fixture.file("defender/" + fixture), "new query.csv");
    }

    @Test
    void entraIdSignInEventsAreRead() {
        SignInFacts.assertIs(events("signin-entraid.csv").getFirst(), EventKind.SIGN_IN_INTERACTIVE, EventField.ASN,
                EventField.INCOMING_TOKEN_TYPE,
                EventField.TOKEN_BINDING);
        assertThat(events("signin-entraid.csv").getFirst().get(EventField.CITY)).isEqualTo("Ashburn");
    }

    @Test
    void aFailedOneIsAFailure() {
        AuditEvent event = events("signin-entraid.csv").get(1);
        assertThat(event.result()).isEqualTo(EventResult.FAILURE);
        assertThat(event.kind()).isEqualTo(EventKind.SIGN_IN_NON_INTERACTIVE);
        assertThat(event.get(EventField.RESULT_CODE)).isEqualTo("50126");
    }

    @Test
    void theOlderTableHasNoUtiAndAnotherNameForTheDevice() {
        AuditEvent event = events("signin-aadbeta.csv").getFirst();
        SignInFacts.assertIs(event, EventKind.SIGN_IN_INTERACTIVE, EventField.ASN, EventField.INCOMING_TOKEN_TYPE,
                EventField.TOKEN_BINDING);
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.REQUEST_ID);
    }

    private static AuditEvent row(String columns, String cells) {
        String text = "Timestamp,ErrorCode,RequestId," + columns + "\n2026-09-15T08:40:00," + cells + "\n";
        return Fixture.events(new DefenderSignInImporter(), Fixture.text(text), "new query.csv").getFirst();
    }

    @Test
    void applicationsAndManagedIdentitiesAreToldApartByTheirFlag() {
        String columns = "ServicePrincipalId,ServicePrincipalName,ApplicationId,ResourceDisplayName,IPAddress,"
                + "Country,IsManagedIdentity";
        String cells = "0," + SignInFacts.APPLICATION_REQUEST_ID + "," + SignInFacts.OBJECT_ID
                + ",Payroll Sync,d3590ed6-52b3-4102-aeff-aad2292ab01c,Office 365 Exchange Online,203.0.113.200,US,";
        SignInFacts.assertIsApplication(row(columns, cells + "0"), EventKind.SIGN_IN_SERVICE_PRINCIPAL);
        SignInFacts.assertIsApplication(row(columns, cells + "1"), EventKind.SIGN_IN_MANAGED_IDENTITY);
        SignInFacts.assertIsApplication(row(columns, cells + "true"), EventKind.SIGN_IN_MANAGED_IDENTITY);
    }

    @ParameterizedTest
    @CsvSource({ "0,SUCCESS", "50140,INTERRUPTED", "50074,INTERRUPTED", "53003,FAILURE", ",UNKNOWN" })
    void theErrorCodeTellsHowItEnded(String code, EventResult result) {
        AuditEvent event = row("LogonType",
                (code == null ? "" : code) + "," + SignInFacts.REQUEST_ID + ",nonInteractiveUser");
        assertThat(event.result()).isEqualTo(result);
        assertThat(event.kind()).as("the type stands also without brackets")
                .isEqualTo(EventKind.SIGN_IN_NON_INTERACTIVE);
        assertThat(event.time()).as("a time without a zone is UTC").isEqualTo(SignInFacts.TIME);
    }
}

package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;

/** Sign-ins from the four tables of Log Analytics. */
class SignInLogAnalyticsImporterTest {

    private static AuditEvent event(String table) {
        return Fixture.events(new SignInLogAnalyticsImporter(), Fixture.file("entra/signin-la-" + table + ".csv"), "query_data.csv").getFirst();
    }

    @Test
    void interactiveOnesAreDatedByTheSignInAndNotByWhenTheLogTookThemIn() {
        SignInFacts.assertIs(event("signinlogs"), EventKind.SIGN_IN_INTERACTIVE);
        assertThat(event("signinlogs").recordedAt()).isEqualTo(SignInFacts.TIME + 95_000_000_000L);
    }

    @Test
    void nonInteractiveOnesAreReadAlike() {
        AuditEvent event = event("aadnoninteractiveusersigninlogs");
        assertThat(event.kind()).isEqualTo(EventKind.SIGN_IN_NON_INTERACTIVE);
        assertThat(event.get(EventField.INCOMING_TOKEN_TYPE)).isEqualTo("refreshToken");
        assertThat(event.get(EventField.UTI)).isEqualTo(SignInFacts.UTI);
        assertThat(event.get(EventField.SESSION_ID)).isEqualTo("00c46fa3-45a8-11c0-96d6-32c905791857");
    }

    @Test
    void applicationsAndManagedIdentitiesAreToldByTheirTable() {
        SignInFacts.assertIsApplication(event("aadserviceprincipalsigninlogs"), EventKind.SIGN_IN_SERVICE_PRINCIPAL);
        SignInFacts.assertIsApplication(event("aadmanagedidentitysigninlogs"), EventKind.SIGN_IN_MANAGED_IDENTITY);
    }

    @Test
    void columnsThatAUnionOfTablesRenamesByTheirTypeAreTheSame() {
        SignInFacts.assertIs(event("signinlogs-union"), EventKind.SIGN_IN_INTERACTIVE);
    }
}

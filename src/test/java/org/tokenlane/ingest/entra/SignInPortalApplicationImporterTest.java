package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.UtiOrigin;

/** Sign-ins of applications as the portal downloads them, with neither session id nor UTI. */
class SignInPortalApplicationImporterTest {

    private static AuditEvent event(String file) {
        return Fixture.events(new SignInPortalApplicationImporter(), Fixture.file("entra/signin-portal-app.csv"), file)
                .getFirst();
    }

    @Test
    void theUtiFollowsFromTheRequestId() {
        SignInFacts.assertIsApplication(event("applicationsignins_2026-09.csv"), EventKind.SIGN_IN_SERVICE_PRINCIPAL);
        assertThat(event("applicationsignins.csv").utiOrigin()).isEqualTo(UtiOrigin.REQUEST_ID);
    }

    @Test
    void managedIdentitiesAreToldByTheNameOfTheirFileAlone() {
        SignInFacts.assertIsApplication(event("msisignins_2026-09.csv"), EventKind.SIGN_IN_MANAGED_IDENTITY);
    }
}

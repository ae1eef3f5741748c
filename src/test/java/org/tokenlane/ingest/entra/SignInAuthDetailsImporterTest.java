package org.tokenlane.ingest.entra;

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

/** The steps of authentication, which the portal gives in a file of their own. */
class SignInAuthDetailsImporterTest {

    private final List<AuditEvent> events = Fixture.events(new SignInAuthDetailsImporter(),
            Fixture.file("entra/signin-authdetails.csv"),
            "interactivesignins_authdetails.csv");

    @Test
    void aStepIsNoSignInButBelongsToTheTokenOfOne() {
        AuditEvent step = events.getFirst();
        assertThat(step.kind()).isEqualTo(EventKind.AUTHENTICATION_STEP);
        assertThat(step.kind().isSignIn()).isFalse();
        assertThat(step.get(EventField.OPERATION)).isEqualTo("Password");
        assertThat(step.get(EventField.TARGET)).isEqualTo("Password Hash Sync");
        assertThat(step.get(EventField.UTI)).isEqualTo(SignInFacts.UTI);
        assertThat(step.result()).isEqualTo(EventResult.SUCCESS);
    }

    @Test
    void aDeniedStepIsAFailureWithItsReasonAndAKeyOfItsOwn() {
        assertThat(events.get(1).result()).isEqualTo(EventResult.FAILURE);
        assertThat(events.get(1).get(EventField.RESULT_TEXT)).isEqualTo("MFA denied; user declined the authentication");
        assertThat(events.get(1).key()).isNotEqualTo(events.getFirst().key());
    }

    @Test
    void aStepHasItsOwnTimeAndTheRequestIdOfItsSignIn() {
        assertThat(events.getFirst().time()).isEqualTo(SignInFacts.TIME - 2_000_000_000L);
        assertThat(events.getFirst().get(EventField.REQUEST_ID)).isEqualTo(SignInFacts.REQUEST_ID);
        assertThat(events.getFirst().utiOrigin()).isEqualTo(UtiOrigin.REQUEST_ID);
        assertThat(events.getFirst().key()).isNotEqualTo("signin:" + SignInFacts.REQUEST_ID);
    }

    @Test
    void theOlderNameOfTheDateGivesTheSameStep() {
        String older = "Date,Request ID,Authentication method,Authentication method detail,Succeeded,Result "
                + "detail\n2026-09-15T08:39:58Z,"
                + SignInFacts.REQUEST_ID
                + ",Password,Password Hash Sync,true,Correct password\n";
        AuditEvent step = Fixture.events(new SignInAuthDetailsImporter(), Fixture.text(older), "authdetails.csv")
                .getFirst();
        assertThat(step.key()).isEqualTo(events.getFirst().key());
    }
}

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

/** Sign-ins from Defender's advanced hunting. */
class DefenderSignInImporterTest {

    private static List<AuditEvent> events(String fixture) {
        return Fixture.events(new DefenderSignInImporter(), Fixture.file("defender/" + fixture), "new query.csv");
    }

    @Test
    void entraIdSignInEventsAreRead() {
        SignInFacts.assertIs(events("signin-entraid.csv").getFirst(), EventKind.SIGN_IN_INTERACTIVE, EventField.ASN, EventField.INCOMING_TOKEN_TYPE,
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
        SignInFacts.assertIs(event, EventKind.SIGN_IN_INTERACTIVE, EventField.ASN, EventField.INCOMING_TOKEN_TYPE, EventField.TOKEN_BINDING);
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.REQUEST_ID);
    }
}

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

    private final List<AuditEvent> events = Fixture.events(new DefenderSignInStreamImporter(), Fixture.file("defender/signin-stream.jsonl"), "pt1h.json");

    @Test
    void bothTablesOfUsersAreRead() {
        for (AuditEvent event : events.subList(0, 2)) {
            SignInFacts.assertIs(event, EventKind.SIGN_IN_INTERACTIVE, EventField.ASN, EventField.INCOMING_TOKEN_TYPE, EventField.TOKEN_BINDING);
        }
        assertThat(events.get(0).utiOrigin()).isEqualTo(UtiOrigin.FIELD);
        assertThat(events.get(1).utiOrigin()).isEqualTo(UtiOrigin.REQUEST_ID);
    }

    @Test
    void applicationsAreRead() {
        SignInFacts.assertIsApplication(events.get(2), EventKind.SIGN_IN_SERVICE_PRINCIPAL);
        assertThat(events.get(2).result()).isEqualTo(EventResult.SUCCESS);
    }
}

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

/** The short table of sign-ins that circulates, without any id. */
class SignInShortImporterTest {

    private final List<AuditEvent> events = Fixture.events(new SignInShortImporter(), Fixture.file("entra/signin-short.csv"), "signins.csv");

    @Test
    void whatTheFewColumnsTellIsRead() {
        AuditEvent event = events.getFirst();
        assertThat(event.kind()).isEqualTo(EventKind.SIGN_IN);
        assertThat(event.time()).isEqualTo(SignInFacts.TIME);
        assertThat(event.result()).isEqualTo(EventResult.SUCCESS);
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.IP)).isEqualTo("203.0.113.200");
        assertThat(event.get(EventField.CITY)).isEqualTo("Ashburn");
        assertThat(event.get(EventField.COUNTRY)).isEqualTo("US");
        assertThat(event.get(EventField.DEVICE_NAME)).isEqualTo("LAPTOP-7");
        assertThat(event.get(EventField.UTI)).isNull();
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.NONE);
    }
}

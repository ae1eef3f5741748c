package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.UtiOrigin;

/** Sign-ins from Graph v1.0, which leaves out session id and UTI. */
class SignInGraphV1ImporterTest {

    private final List<AuditEvent> events = Fixture.events(new SignInGraphV1Importer(),
            Fixture.file("entra/signin-graph-v1.json"), "signins.json");

    @Test
    void theUtiFollowsFromTheIdAndTheSessionStaysOpen() {
        SignInFacts.assertIs(events.getFirst(), EventKind.SIGN_IN_INTERACTIVE, EventField.SESSION_ID,
                EventField.USER_AGENT, EventField.TENANT_ID, EventField.ASN,
                EventField.INCOMING_TOKEN_TYPE, EventField.TOKEN_BINDING);
        assertThat(events.getFirst().utiOrigin()).isEqualTo(UtiOrigin.REQUEST_ID);
        assertThat(events.getFirst().get(EventField.RESULT_TEXT)).as("\"Other.\" is no reason").isNull();
    }

    @Test
    void aRecordWithASessionIdIsOfTheOtherShape() {
        assertThat(Fixture.file("entra/signin-graph-beta.json")).noneMatch(new SignInGraphV1Importer()::accepts);
    }

    @Test
    void aRecordAloneOrInABareArrayIsTheSameEvent() {
        String one = "{\"id\":\"" + SignInFacts.REQUEST_ID
                + "\",\"createdDateTime\":\"2026-09-15T08:40:00Z\",\"appId\":\"x\",\"status\":{\"errorCode\":0}}";
        for (String text : List.of(one, "[" + one + "]")) {
            assertThat(Fixture.events(new SignInGraphV1Importer(), Fixture.text(text), "signins.json")).singleElement()
                    .satisfies(event -> assertThat(event.key()).isEqualTo(events.getFirst().key()));
        }
    }
}

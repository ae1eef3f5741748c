package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.event.UtiOrigin;

/**
 * Sign-ins as the PowerShell SDK's objects become JSON: names in PascalCase, times as Windows PowerShell writes them.
 */
class SignInSdkJsonImporterTest {

    @Test
    void everyFactIsRead() {
        SignInFacts.assertIs(
                Fixture.events(new SignInSdkJsonImporter(), Fixture.file("entra/signin-sdk.json"), "signins.json")
                        .getFirst(),
                EventKind.SIGN_IN_INTERACTIVE);
    }

    @Test
    void theOlderCmdletsObjectWithoutSessionAndUtiIsReadToo() {
        String text = "{\"Id\":\"" + SignInFacts.REQUEST_ID
                + "\",\"CreatedDateTime\":\"\\/Date(1789461600000)\\/\","
                + "\"UserPrincipalName\":\"Adele.Vogel@contoso.example\","
                + "\"AppDisplayName\":\"Microsoft Office\",\"Status\":{\"ErrorCode\":50126,"
                + "\"FailureReason\":\"Invalid password\"},\"AdditionalProperties\":{}}";
        AuditEvent event = Fixture.events(new SignInSdkJsonImporter(), Fixture.text(text), "signins.json").getFirst();
        assertThat(event.time()).isEqualTo(SignInFacts.TIME);
        assertThat(event.get(EventField.UPN)).isEqualTo("adele.vogel@contoso.example");
        assertThat(event.get(EventField.UTI)).isEqualTo(SignInFacts.UTI);
        assertThat(event.utiOrigin()).isEqualTo(UtiOrigin.REQUEST_ID);
        assertThat(event.get(EventField.SESSION_ID)).isNull();
        assertThat(event.result()).isEqualTo(EventResult.FAILURE);
        assertThat(event.get(EventField.RESULT_TEXT)).isEqualTo("Invalid password");
    }
}

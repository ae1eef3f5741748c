package org.tokenlane.ingest.entra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tokenlane.ingest.TestCase;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;

/** Sign-ins as Export-Csv flattens the PowerShell SDK's objects. */
class SignInSdkTableImporterTest {

    @Test
    void dottedColumnsAreReadAndLostObjectsAreNothing() {
        SignInFacts.assertIs(
                Fixture.events(new SignInSdkTableImporter(), Fixture.file("entra/signin-sdk.csv"), "signins.csv")
                        .getFirst(),
                EventKind.SIGN_IN_INTERACTIVE,
                EventField.TENANT_ID, EventField.ASN,
                EventField.INCOMING_TOKEN_TYPE, EventField.TOKEN_BINDING);
    }

    /** What Export-Csv leaves of objects that nobody flattened. */
    @ParameterizedTest
    @ValueSource(strings = { "System.Object[]", "Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignInLocation",
        "Microsoft.Graph.Beta.PowerShell.Models.MicrosoftGraphSignInLocation" })
    void theNameOfATypeIsNoValue(String type) {
        String text = "Id,CreatedDateTime,UserPrincipalName,AppDisplayName,DeviceDetail,Location,Status\n"
                + SignInFacts.REQUEST_ID
                + ",2026-09-15T08:40:00Z,adele.vogel@contoso.example,Microsoft Office," + type + "," + type + "," + type
                + "\n";
        AuditEvent event = Fixture.events(new SignInSdkTableImporter(), Fixture.text(text), "signins.csv").getFirst();
        assertThat(event.get(EventField.COUNTRY)).isNull();
        assertThat(event.get(EventField.CITY)).isNull();
        assertThat(event.get(EventField.DEVICE_ID)).isNull();
        assertThat(event.get(EventField.RESULT_CODE)).isNull();
        assertThat(event.result()).isEqualTo(EventResult.UNKNOWN);
        assertThat(event.get(EventField.UTI)).isEqualTo(SignInFacts.UTI);
    }

    @Test
    void theTypeLineOfWindowsPowerShellIsNoHeader(@TempDir Path folder) throws IOException {
        try (TestCase test = new TestCase(folder);
                InputStream table = getClass().getResourceAsStream("/ingest/entra/signin-sdk.csv")) {
            String text = "#TYPE Selected.Microsoft.Graph.PowerShell.Models.MicrosoftGraphSignIn\r\n"
                    + new String(table.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(test.loadOne(test.write("signins.csv", text)).shapes()).isEqualTo("signin-sdk-csv");
            assertThat(test.texts(EventField.REQUEST_ID)).containsExactly(SignInFacts.REQUEST_ID);
        }
    }
}

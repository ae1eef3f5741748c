package org.tokenlane.ingest.entra;

import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;

/** Sign-ins as Export-Csv flattens the PowerShell SDK's objects. */
class SignInSdkTableImporterTest {

    @Test
    void dottedColumnsAreReadAndLostObjectsAreNothing() {
        SignInFacts.assertIs(Fixture.events(new SignInSdkTableImporter(), Fixture.file("entra/signin-sdk.csv"), "signins.csv").getFirst(), EventKind.SIGN_IN_INTERACTIVE,
                EventField.TENANT_ID, EventField.ASN,
                EventField.INCOMING_TOKEN_TYPE, EventField.TOKEN_BINDING);
    }
}

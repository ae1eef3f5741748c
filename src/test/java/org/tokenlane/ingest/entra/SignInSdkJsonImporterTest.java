package org.tokenlane.ingest.entra;

import org.junit.jupiter.api.Test;
import org.tokenlane.ingest.shape.Fixture;
import org.tokenlane.ingest.shape.SignInFacts;
import org.tokenlane.model.event.EventKind;

/** Sign-ins as the PowerShell SDK's objects become JSON: names in PascalCase, times as Windows PowerShell writes them. */
class SignInSdkJsonImporterTest {

    @Test
    void everyFactIsRead() {
        SignInFacts.assertIs(Fixture.events(new SignInSdkJsonImporter(), Fixture.file("entra/signin-sdk.json"), "signins.json").getFirst(),
                EventKind.SIGN_IN_INTERACTIVE);
    }
}

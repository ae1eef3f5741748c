package org.tokenlane.ingest.entra;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;

/** The export shapes of Entra sign-ins. */
public final class EntraSignInImporters {

    private EntraSignInImporters() {
    }

    public static List<Importer> all() {
        return List.of(new SignInPortalImporter(), new SignInPortalApplicationImporter(),
                new SignInAuthDetailsImporter(), new SignInShortImporter(),
                new SignInGraphBetaImporter(), new SignInGraphV1Importer(), new SignInSdkJsonImporter(),
                new SignInSdkTableImporter(),
                new SignInLogAnalyticsImporter(), new SignInDiagnosticImporter());
    }
}

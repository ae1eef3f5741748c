package org.tokenlane.ingest.entra;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;

/** The importers of Global Secure Access traffic. */
public final class NetworkAccessImporters {

    private NetworkAccessImporters() {
    }

    public static List<Importer> all() {
        return List.of(new NetworkAccessGraphImporter(), new NetworkAccessLogAnalyticsImporter(),
                new NetworkAccessDiagnosticImporter());
    }
}

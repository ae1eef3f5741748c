package org.tokenlane.ingest.azure;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;

/** The importers of the Azure activity log. */
public final class AzureImporters {

    private AzureImporters() {
    }

    public static List<Importer> all() {
        return List.of(new AzureActivityLogAnalyticsImporter(), new AzureActivityDiagnosticImporter(),
                new AzureActivityRestImporter());
    }
}

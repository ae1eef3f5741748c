package org.tokenlane.ingest.entra;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;

/** The importers of risk detections. */
public final class RiskImporters {

    private RiskImporters() {
    }

    public static List<Importer> all() {
        return List.of(new RiskDetectionGraphImporter(), new RiskDetectionLogAnalyticsImporter(),
                new RiskDetectionDiagnosticImporter());
    }
}

package org.tokenlane.ingest.graph;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;

/** The importers of Graph calls. */
public final class GraphImporters {

    private GraphImporters() {
    }

    public static List<Importer> all() {
        return List.of(new GraphLogAnalyticsImporter(), new GraphDiagnosticImporter(), new GraphApiAuditImporter(),
                new GraphApiAuditStreamImporter(),
                new AadGraphLogAnalyticsImporter(), new AadGraphDiagnosticImporter());
    }
}

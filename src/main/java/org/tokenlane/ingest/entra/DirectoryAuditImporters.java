package org.tokenlane.ingest.entra;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;

/** The importers of directory audits. */
public final class DirectoryAuditImporters {

    private DirectoryAuditImporters() {
    }

    public static List<Importer> all() {
        return List.of(new DirectoryAuditPortalImporter(), new DirectoryAuditGraphImporter(),
                new DirectoryAuditSdkImporter(),
                new DirectoryAuditLogAnalyticsImporter(), new DirectoryAuditDiagnosticImporter());
    }
}

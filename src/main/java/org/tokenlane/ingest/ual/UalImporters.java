package org.tokenlane.ingest.ual;

import java.util.ArrayList;
import java.util.List;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.model.evidence.Shape.Container;

/** The importers of the unified audit log and of what carries its records. */
public final class UalImporters {

    private UalImporters() {
    }

    /** All of them; each record of the log is accepted by exactly one. */
    public static List<Importer> all() {
        List<Importer> all = new ArrayList<>();
        for (Container container : Container.values()) {
            all.add(new PurviewImporter(container));
            all.add(new SearchUnifiedAuditLogImporter(container));
            all.add(new CompliancePortalImporter(container));
            all.add(new GraphAuditQueryImporter(container));
            all.add(new AuditDataColumnImporter(container));
            all.add(new AuditDataImporter(container));
            all.add(new OfficeActivityImporter(container));
            all.add(new CloudAppEventsImporter(container));
            all.add(new SplunkImporter(container));
        }
        all.add(new CloudAppEventsStreamImporter());
        all.add(new MailboxAuditLogImporter());
        all.add(new MailItemSessionsImporter());
        all.addAll(CopilotActivity.importers());
        return List.copyOf(all);
    }
}

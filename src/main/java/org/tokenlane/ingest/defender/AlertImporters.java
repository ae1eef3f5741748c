package org.tokenlane.ingest.defender;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;

/** The importers of alerts. */
public final class AlertImporters {

    private AlertImporters() {
    }

    public static List<Importer> all() {
        return List.of(new AlertLogAnalyticsImporter(), new AlertGraphImporter());
    }
}

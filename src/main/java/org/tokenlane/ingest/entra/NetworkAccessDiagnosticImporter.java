package org.tokenlane.ingest.entra;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/**
 * Records of the category NetworkAccessTrafficLogs as diagnostic settings write them to a storage account or an event
 * hub.
 */
public final class NetworkAccessDiagnosticImporter implements Importer {

    private static final Shape SHAPE = new Shape("networkaccess-diagnostic",
            ShapeText.NETWORKACCESS_DIAGNOSTIC.text(),
            LogSource.NETWORK_ACCESS, 90, Container.JSON,
            List.of("time", "resourceId", "operationName", "category", "tenantId", "properties"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return "NetworkAccessTrafficLogs".equalsIgnoreCase(row.find("category").text()) && row.has("properties");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return NetworkAccessFields.of(row.find("properties").opened(), row, context)
                .id(EventField.TENANT_ID, row.find("tenantid")).done(row);
    }

    @Override
    public Value content(Value row) {
        return row.find("properties").opened();
    }
}

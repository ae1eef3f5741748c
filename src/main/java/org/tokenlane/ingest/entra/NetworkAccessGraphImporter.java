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

/** Graph's networkAccessTraffic objects (beta). */
public final class NetworkAccessGraphImporter implements Importer {

    private static final Shape SHAPE = new Shape("networkaccess-graph", ShapeText.NETWORKACCESS_GRAPH.text(),
            LogSource.NETWORK_ACCESS, 70, Container.JSON,
            List.of("createdDateTime", "transactionId", "connectionId", "trafficType", "sourceIp", "destinationFQDN"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.has("transactionid") && row.has("traffictype") && row.has("createddatetime")
                && !row.has("timegenerated");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return NetworkAccessFields.of(row, Value.MISSING, context).id(EventField.TENANT_ID, row.find("tenantid"))
                .done(row);
    }
}

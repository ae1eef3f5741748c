package org.tokenlane.ingest.entra;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/** Rows of the table NetworkAccessTraffic, exported from Log Analytics as CSV or as JSON; TenantId is the workspace. */
public final class NetworkAccessLogAnalyticsImporter implements Importer {

    private static final Shape SHAPE = new Shape("networkaccess-loganalytics",
            ShapeText.NETWORKACCESS_LOGANALYTICS.text(),
            LogSource.NETWORK_ACCESS, 80, Container.CSV,
            List.of("TimeGenerated [UTC]", "TransactionId", "ConnectionId", "TrafficType",
                    "SourceIp", "DestinationFqdn", "SessionId", "UniqueTokenId"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return !row.find("transactionid").isMissing() && row.has("traffictype") && row.has("timegenerated");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return NetworkAccessFields.of(row, row, context).done(row);
    }
}

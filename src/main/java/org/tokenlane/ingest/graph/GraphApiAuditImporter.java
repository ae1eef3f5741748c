package org.tokenlane.ingest.graph;

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
 * Rows of the advanced hunting table GraphApiAuditEvents, which has the token but neither session, user agent nor
 * device.
 */
public final class GraphApiAuditImporter implements Importer {

    private static final Shape SHAPE = new Shape("graph-defender", ShapeText.GRAPH_DEFENDER.text(),
            LogSource.GRAPH_ACTIVITY,
            60, Container.CSV, List.of("Timestamp", "RequestUri", "RequestId", "AccountObjectId",
                    "ApplicationId", "UniqueTokenIdentifier", "TargetWorkload"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.has("uniquetokenidentifier") && !row.find("requesturi").isMissing() && !row.has("signinactivityid");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return GraphCallFields.microsoftGraph(row, context)
                .time(row.find("timestamp"), row.find("timegenerated")).recordedAt(row.find("timegenerated"))
                .text(EventField.RESOURCE_NAME, row.find("targetworkload")).done(row);
    }
}

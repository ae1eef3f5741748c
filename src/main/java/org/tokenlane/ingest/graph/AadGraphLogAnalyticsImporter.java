package org.tokenlane.ingest.graph;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.shape.TableName;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/**
 * Rows of the table AADGraphActivityLogs, exported from Log Analytics as CSV or as JSON; {@code TenantId} is the
 * workspace.
 */
public final class AadGraphLogAnalyticsImporter implements Importer {

    private static final Shape SHAPE = new Shape("aadgraph-loganalytics", ShapeText.AADGRAPH_LOGANALYTICS.text(),
            LogSource.GRAPH_ACTIVITY,
            80, Container.CSV, List.of("TimeGenerated [UTC]", "RequestId", "RequestUri", "RequestMethod",
                    "ActorType", "CallerIpAddress", "SignInActivityId", "AADTenantId"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        String table = TableName.of(row);
        return table == null
                ? row.has("signinactivityid") && row.has("requesturi") && row.has("actortype")
                : "AADGraphActivityLogs".equalsIgnoreCase(table);
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return GraphCallFields.azureAdGraph(row, context)
                .time(row.find("timegenerated"))
                .dayOf(row.find("timegenerated"), row.find("tokenissuedat", "issuedat")).done(row);
    }
}

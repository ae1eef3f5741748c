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
 * Records of the category AzureADGraphActivityLogs as diagnostic settings write them. Some lines lack the envelope's
 * {@code time}.
 */
public final class AadGraphDiagnosticImporter implements Importer {

    private static final Shape SHAPE = new Shape("aadgraph-diagnostic", ShapeText.AADGRAPH_DIAGNOSTIC.text(),
            LogSource.GRAPH_ACTIVITY,
            90, Container.JSON, List.of("category", "operationName", "tenantId", "properties"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return "AzureADGraphActivityLogs".equalsIgnoreCase(row.find("category").text()) && row.has("properties");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        Value call = row.find("properties").opened();
        return GraphCallFields.azureAdGraph(call, context)
                .time(call.find("timegenerated"), row.find("time"), call.find("udirequiredfieldseventtime"))
                .dayOf(call.find("timegenerated"), call.find("issuedat"))
                .recordedAt(row.find("time"))
                .id(EventField.TENANT_ID, Value.firstText(call.find("tenantid"), row.find("tenantid"))).done(row);
    }

    @Override
    public Value content(Value row) {
        return row.find("properties").opened();
    }
}

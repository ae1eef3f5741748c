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
 * Records of the category MicrosoftGraphActivityLogs as diagnostic settings write them to a storage account or an event
 * hub.
 */
public final class GraphDiagnosticImporter implements Importer {

    private static final Shape SHAPE = new Shape("graph-diagnostic", ShapeText.GRAPH_DIAGNOSTIC.text(),
            LogSource.GRAPH_ACTIVITY,
            90, Container.JSON, List.of("time", "category", "operationName", "resourceId", "properties"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return "MicrosoftGraphActivityLogs".equalsIgnoreCase(row.find("category").text()) && row.has("properties");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        Value call = row.find("properties").opened();
        return GraphCallFields.answered(GraphCallFields.microsoftGraph(call, context), row.find("resultsignature"))
                .time(call.find("timegenerated"), row.find("time"), call.find("udirequiredfieldseventtime"))
                .dayOf(call.find("timegenerated"), call.find("tokenissuedat"))
                .recordedAt(row.find("time"))
                .id(EventField.TENANT_ID, Value.firstText(call.find("tenantid"), row.find("tenantid")))
                .ip(call.find("ipaddress"), row.find("calleripaddress")).done(row);
    }

    @Override
    public Value content(Value row) {
        return row.find("properties").opened();
    }
}

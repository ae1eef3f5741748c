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

/** Records of the table GraphApiAuditEvents as Defender streams them to a storage account or an event hub. */
public final class GraphApiAuditStreamImporter implements Importer {

    private static final Shape SHAPE = new Shape("graph-defender-stream", ShapeText.GRAPH_DEFENDER_STREAM.text(),
            LogSource.GRAPH_ACTIVITY,
            60, Container.JSON, List.of("time", "category", "operationName", "properties"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return "AdvancedHunting-GraphApiAuditEvents".equalsIgnoreCase(row.find("category").text())
                && row.has("properties");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        Value call = row.find("properties").opened();
        return GraphCallFields.microsoftGraph(call, context)
                .time(call.find("timestamp"), row.find("time")).recordedAt(row.find("timereceivedbysvc", "time"))
                .text(EventField.RESOURCE_NAME, call.find("targetworkload"))
                .id(EventField.TENANT_ID, row.find("tenantid")).done(row);
    }

    @Override
    public Value content(Value row) {
        return row.find("properties").opened();
    }
}

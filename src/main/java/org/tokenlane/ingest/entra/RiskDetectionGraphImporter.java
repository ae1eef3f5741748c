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

/**
 * Graph's riskDetection and servicePrincipalRiskDetection objects. The unified audit log's records of risk have a
 * record type beside.
 */
public final class RiskDetectionGraphImporter implements Importer {

    private static final Shape SHAPE = new Shape("risk-graph", ShapeText.RISK_GRAPH.text(), LogSource.RISK_DETECTIONS,
            85,
            Container.JSON,
            List.of("id", "requestId", "correlationId", "riskEventType", "riskLevel", "riskState", "detectedDateTime"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.has("riskeventtype") && row.has("detecteddatetime") && !row.has("timegenerated")
                && !row.has("recordtype")
                && !row.has("creationtime");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return RiskDetectionFields.of(row, Value.MISSING, context).done(row);
    }
}

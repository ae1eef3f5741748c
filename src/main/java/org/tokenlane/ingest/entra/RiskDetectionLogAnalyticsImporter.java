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
 * Rows of the tables AADUserRiskEvents and AADServicePrincipalRiskEvents, exported from Log Analytics as CSV or as
 * JSON.
 */
public final class RiskDetectionLogAnalyticsImporter implements Importer {

    private static final Shape SHAPE = new Shape("risk-loganalytics", ShapeText.RISK_LOGANALYTICS.text(),
            LogSource.RISK_DETECTIONS, 80, Container.CSV,
            List.of("TimeGenerated [UTC]", "Id", "RequestId", "RiskEventType",
                    "RiskLevel", "RiskState", "DetectedDateTime [UTC]", "ActivityDateTime [UTC]"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return !row.find("riskeventtype").isMissing() && row.has("detecteddatetime") && row.has("timegenerated");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return RiskDetectionFields.of(row, row, context).done(row);
    }
}

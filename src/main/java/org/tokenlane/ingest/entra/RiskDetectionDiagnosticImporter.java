package org.tokenlane.ingest.entra;

import java.util.List;
import java.util.Locale;
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
 * Records of the categories UserRiskEvents and ServicePrincipalRiskEvents as diagnostic settings write them. A category
 * for the risk of agents was not seen yet; any that ends alike is taken. The envelope's correlation id is the record's
 * id, not the sign-in's.
 */
public final class RiskDetectionDiagnosticImporter implements Importer {

    private static final Shape SHAPE = new Shape("risk-diagnostic", ShapeText.RISK_DIAGNOSTIC.text(),
            LogSource.RISK_DETECTIONS, 90, Container.JSON,
            List.of("time", "resourceId", "operationName", "category", "tenantId", "properties"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        String category = row.find("category").text();
        return category != null && category.toLowerCase(Locale.ROOT).endsWith("riskevents") && row.has("properties")
                && !row.find("properties").opened().find("riskeventtype", "risktype").isMissing();
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return RiskDetectionFields.of(row.find("properties").opened(), row, context)
                .id(EventField.TENANT_ID, row.find("tenantid")).done(row);
    }

    @Override
    public Value content(Value row) {
        return row.find("properties").opened();
    }
}

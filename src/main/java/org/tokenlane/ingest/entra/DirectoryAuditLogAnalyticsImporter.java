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

/**
 * Rows of the table AuditLogs, exported from Log Analytics as CSV or as JSON. They are known by their columns, as
 * queries that expand a target
 * overwrite the column Type. TenantId is the workspace.
 */
public final class DirectoryAuditLogAnalyticsImporter implements Importer {

    private static final Shape SHAPE = new Shape("diraudit-loganalytics", ShapeText.DIRAUDIT_LOGANALYTICS.text(),
            LogSource.DIRECTORY_AUDITS, 80, Container.CSV,
            List.of("TimeGenerated [UTC]", "OperationName", "CorrelationId", "Id", "InitiatedBy",
                    "TargetResources", "AADTenantId", "ActivityDisplayName", "AADOperationType"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.has("timegenerated") && row.has("targetresources")
                && !row.find("initiatedby", "activitydisplayname").isMissing();
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        String tenant = Value.firstText(row.find("aadtenantid"));
        return DirectoryAuditFields.nested(row, row, context)
                .id(EventField.TENANT_ID,
                        tenant == null ? DirectoryAuditFields.tenantIn(row.find("resourceid")) : tenant)
                .done(row);
    }
}

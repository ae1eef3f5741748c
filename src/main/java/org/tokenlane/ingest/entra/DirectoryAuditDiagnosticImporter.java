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
 * Records of the category AuditLogs as diagnostic settings write them to a storage account or an event hub. Other
 * services use the same
 * category name, so the properties decide.
 */
public final class DirectoryAuditDiagnosticImporter implements Importer {

    private static final Shape SHAPE = new Shape("diraudit-diagnostic", ShapeText.DIRAUDIT_DIAGNOSTIC.text(),
            LogSource.DIRECTORY_AUDITS, 85, Container.JSON,
            List.of("time", "resourceId", "operationName", "category", "tenantId", "properties"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return "AuditLogs".equalsIgnoreCase(row.find("category").text())
                && row.find("properties").opened().has("activitydisplayname");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        String tenant = Value.firstText(row.find("tenantid"));
        return DirectoryAuditFields.nested(row.find("properties").opened(), row, context)
                .id(EventField.TENANT_ID,
                        tenant == null ? DirectoryAuditFields.tenantIn(row.find("resourceid")) : tenant)
                .done(row);
    }

    @Override
    public Value content(Value row) {
        return row.find("properties").opened();
    }
}

package org.tokenlane.ingest.ual;

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
 * The audit search export of the older Security and Compliance portal: four columns ("Export, configure, and view audit
 * log records", learn.microsoft.com/purview/audit-log-export-records).
 */
final class CompliancePortalImporter implements Importer {

    private final Shape shape;

    CompliancePortalImporter(Container container) {
        boolean csv = container == Container.CSV;
        shape = new Shape(csv ? "compliance-portal-csv" : "compliance-portal-json",
                csv ? ShapeText.COMPLIANCE_PORTAL_CSV.text()
                        : ShapeText.COMPLIANCE_PORTAL_JSON.text(),
                LogSource.UNIFIED_AUDIT_LOG, 80, container,
                List.of("CreationDate", "UserIds", "Operations", "AuditData"));
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public boolean accepts(Value row) {
        return row.isTableRow() == (shape.container() == Container.CSV) && Wrapper.of(row) == Wrapper.COMPLIANCE_PORTAL;
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return AuditDataReader.event(
                new Envelope(row.find("auditdata"), row.find("creationdate"), Value.MISSING, row.find("operations"),
                        Value.MISSING,
                        row.find("identity"), row.find("userids"), Value.MISSING, Value.MISSING, Value.MISSING),
                row, context);
    }

    @Override
    public Value content(Value row) {
        return AuditDataReader.content(row.find("auditdata"));
    }
}

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
 * The Purview portal's audit search export: one row for a record, its AuditData as JSON text. {@code CreationDate} may
 * end in a space, {@code
 * RecordType} is a number ("Export, configure, and view audit log
 * records", learn.microsoft.com/purview/audit-log-export-records). The same rows also go round converted to JSON.
 */
final class PurviewImporter implements Importer {

    private final Shape shape;

    PurviewImporter(Container container) {
        boolean csv = container == Container.CSV;
        shape = new Shape(csv ? "purview-csv" : "purview-json",
                csv ? ShapeText.PURVIEW_CSV.text() : ShapeText.PURVIEW_JSON.text(),
                LogSource.UNIFIED_AUDIT_LOG, 80, container,
                List.of("RecordId", "CreationDate", "RecordType", "Operation", "UserId", "AuditData"));
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public boolean accepts(Value row) {
        return row.isTableRow() == (shape.container() == Container.CSV) && Wrapper.of(row) == Wrapper.PURVIEW;
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return AuditDataReader.event(
                new Envelope(row.find("auditdata"), row.find("creationdate", "creationtime"), row.find("recordtype"),
                        row.find("operation", "operations"), row.find("workload"), row.find("recordid"),
                        row.find("userid", "userids"), row.find("userkey"),
                        row.find("clientip"), row.find("objectid")),
                row, context);
    }

    @Override
    public Value content(Value row) {
        return AuditDataReader.content(row.find("auditdata"));
    }
}

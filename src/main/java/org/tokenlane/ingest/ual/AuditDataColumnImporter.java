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
 * Any other table or list with an AuditData column, as analysts and scripts cut it out of the exports that have a shape
 * of their own.
 */
final class AuditDataColumnImporter implements Importer {

    private final Shape shape;

    AuditDataColumnImporter(Container container) {
        boolean csv = container == Container.CSV;
        shape = new Shape(csv ? "auditdata-column-csv" : "auditdata-column-json",
                csv ? ShapeText.AUDITDATA_COLUMN_CSV.text() : ShapeText.AUDITDATA_COLUMN_JSON.text(),
                LogSource.UNIFIED_AUDIT_LOG, 80, container, List.of("AuditData"));
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public boolean accepts(Value row) {
        return row.isTableRow() == (shape.container() == Container.CSV) && Wrapper.of(row) == Wrapper.OTHER
                && !row.find("auditdata").isMissing();
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return AuditDataReader.event(new Envelope(row.find("auditdata"),
                row.find("creationdate", "creationtime", "createddatetime", "timegenerated", "timestamp", "time"),
                row.find("recordtype"),
                row.find("operation", "operations"), row.find("workload", "service"), row.find("identity", "id"),
                row.find("userid", "userids", "userprincipalname", "user"), row.find("userkey"),
                row.find("clientip", "ipaddress"),
                row.find("objectid")), row, context);
    }

    @Override
    public Value content(Value row) {
        return AuditDataReader.content(row.find("auditdata"));
    }
}

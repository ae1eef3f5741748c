package org.tokenlane.ingest.ual;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/**
 * Bare AuditData: what the Office 365 Management Activity API gives and Microsoft-Extractor-Suite writes as
 * AuditDataOnly, the table EnrichedMicrosoft365AuditLogs, or a table whose columns are AuditData's own fields.
 */
final class AuditDataImporter implements Importer {

    private final Shape shape;

    AuditDataImporter(Container container) {
        boolean csv = container == Container.CSV;
        shape = new Shape(csv ? "auditdata-csv" : "auditdata-json",
                csv ? ShapeText.AUDITDATA_CSV.text()
                        : ShapeText.AUDITDATA_JSON.text(),
                LogSource.UNIFIED_AUDIT_LOG, 80, container,
                List.of("CreationTime", "Id", "Operation", "RecordType", "Workload", "UserId"));
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public boolean accepts(Value row) {
        return row.isTableRow() == (shape.container() == Container.CSV) && looksBare(row);
    }

    @Override
    public AuditEvent map(Value row, RowContext context) {
        Value data = row.isTableRow() || row.get("CreationTime").isMissing() ? row.normalised() : row;
        return AuditDataFields.draft(data, Envelope.bare(data), context).done(row);
    }

    private static boolean looksBare(Value row) {
        boolean typed = !row.get("RecordType").isMissing() || !row.get("Workload").isMissing();
        return typed && row.get("Operation").text() != null
                && (!row.get("CreationTime").isMissing() || !row.get("OrganizationId").isMissing()
                        || !row.get("CreationTime_t").isMissing())
                && row.get("AuditData").isMissing() && row.get("OfficeWorkload").isMissing()
                && row.get("_raw").isMissing();
    }
}

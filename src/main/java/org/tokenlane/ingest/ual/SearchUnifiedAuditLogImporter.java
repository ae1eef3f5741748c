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
 * What Search-UnifiedAuditLog gives, through Export-Csv (10 columns, 13 through implicit remoting) or ConvertTo-Json,
 * where AuditData is an
 * object or a text; the wrapper of Microsoft-Extractor-Suite is the same ("Search-UnifiedAuditLog",
 * learn.microsoft.com/powershell/module/exchange/search-unifiedauditlog).
 */
final class SearchUnifiedAuditLogImporter implements Importer {

    private final Shape shape;

    SearchUnifiedAuditLogImporter(Container container) {
        boolean csv = container == Container.CSV;
        shape = new Shape(csv ? "search-ual-csv" : "search-ual-json",
                csv ? ShapeText.SEARCH_UAL_CSV.text() : ShapeText.SEARCH_UAL_JSON.text(),
                LogSource.UNIFIED_AUDIT_LOG, 80, container,
                List.of("RecordType", "CreationDate", "UserIds", "Operations", "AuditData",
                        "ResultIndex", "Identity"));
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public boolean accepts(Value row) {
        return row.isTableRow() == (shape.container() == Container.CSV) && Wrapper.of(row) == Wrapper.SEARCH;
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return AuditDataReader.event(new Envelope(row.find("auditdata"), row.find("creationdate"),
                row.find("recordtype"), row.find("operations"),
                Value.MISSING, row.find("identity"), row.find("userids"), Value.MISSING, Value.MISSING, Value.MISSING),
                row, context);
    }

    @Override
    public Value content(Value row) {
        return AuditDataReader.content(row.find("auditdata"));
    }
}

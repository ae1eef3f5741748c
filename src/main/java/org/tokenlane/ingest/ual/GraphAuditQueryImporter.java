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
 * The records of a Graph audit log query, as JSON or as Microsoft-Extractor-Suite's UALGraph CSV. The wrapper's {@code
 * userId} is AuditData's
 * UserKey and its {@code userPrincipalName} is AuditData's UserId; {@code clientIp} is null in live data
 * ("auditLogRecord
 * resource type", learn.microsoft.com/graph/api/resources/security-auditlogrecord).
 */
final class GraphAuditQueryImporter implements Importer {

    private final Shape shape;

    GraphAuditQueryImporter(Container container) {
        boolean csv = container == Container.CSV;
        shape = new Shape(csv ? "graph-audit-query-csv" : "graph-audit-query-json",
                csv ? ShapeText.GRAPH_AUDIT_QUERY_CSV.text()
                        : ShapeText.GRAPH_AUDIT_QUERY_JSON.text(),
                LogSource.UNIFIED_AUDIT_LOG, 80, container,
                List.of("id", "createdDateTime", "auditLogRecordType", "operation", "userPrincipalName",
                        "auditData"));
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public boolean accepts(Value row) {
        return row.isTableRow() == (shape.container() == Container.CSV) && Wrapper.of(row) == Wrapper.GRAPH_QUERY;
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        Value data = row.find("auditdata").opened();
        Value inner = data.get("AdditionalProperties");
        return AuditDataReader.event(new Envelope(inner.isObject() ? inner : data, row.find("createddatetime"),
                row.find("auditlogrecordtype"),
                row.find("operation"), row.find("service"), row.find("id"), row.find("userprincipalname"),
                row.find("userid"),
                row.find("clientip"), row.find("objectid")), row, context);
    }

    @Override
    public Value content(Value row) {
        Value data = AuditDataReader.content(row.find("auditdata"));
        Value inner = data.get("AdditionalProperties");
        return inner.isObject() ? inner : data;
    }
}

package org.tokenlane.ingest.ual;

import org.tokenlane.ingest.text.Value;

/** The kinds of record that hold AuditData in a column of that name, told apart by the columns beside it. */
enum Wrapper {

    /** {@code RecordId, CreationDate, RecordType, Operation, UserId, AuditData, ...} of the Purview portal. */
    PURVIEW,
    /** {@code CreationDate, UserIds, Operations, AuditData} of the older compliance portal. */
    COMPLIANCE_PORTAL,
    /** {@code RecordType, CreationDate, UserIds, Operations, AuditData, ResultIndex, ...} of Search-UnifiedAuditLog. */
    SEARCH,
    /** {@code id, createdDateTime, auditLogRecordType, ..., auditData} of Graph's audit log queries. */
    GRAPH_QUERY,
    /** Any other set of columns with AuditData among them, as analysts cut them out. */
    OTHER,
    /** No AuditData column. */
    NONE;

    static Wrapper of(Value row) {
        if (!row.has("auditdata")) {
            return NONE;
        }
        Value data = row.find("auditdata");
        if (data.opened().items().size() > 1) {
            // several records, which are opened like those of any other carrier
            return NONE;
        }
        if (row.has("auditlogrecordtype")) {
            return GRAPH_QUERY;
        }
        if (row.has("recordid")) {
            return PURVIEW;
        }
        if (row.has("userids") && row.has("operations")) {
            return row.has("recordtype") ? SEARCH : COMPLIANCE_PORTAL;
        }
        return OTHER;
    }
}

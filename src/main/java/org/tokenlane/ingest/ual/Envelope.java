package org.tokenlane.ingest.ual;

import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.identity.Absent;
import org.tokenlane.model.identity.Guids;

/**
 * What one export shape tells of a record around its AuditData. Each value stands in where AuditData itself does not
 * tell it: where it is
 * missing, empty or cut.
 *
 * @param auditData
 *            the AuditData as it stands in the record: an object, a text that holds one, or damaged text
 * @param time
 *            when the event happened, as the wrapper says
 * @param recordType
 *            the record type's number or name
 * @param operation
 *            the operation
 * @param workload
 *            the workload or service
 * @param id
 *            the wrapper's copy of AuditData.Id
 * @param upn
 *            the wrapper's copy of AuditData.UserId
 * @param userKey
 *            the wrapper's copy of AuditData.UserKey, or another field that may hold the account's object id
 * @param clientIp
 *            the client's address
 * @param target
 *            the wrapper's copy of AuditData.ObjectId
 */
record Envelope(Value auditData, Value time, Value recordType, Value operation, Value workload, Value id, Value upn,
        Value userKey, Value clientIp,
        Value target) {

    /** No wrapper: the record is the AuditData object itself, or a table's row that has its fields as columns. */
    static Envelope bare(Value auditData) {
        return new Envelope(auditData, auditData.find("timegenerated", "timestamp"), Value.MISSING, Value.MISSING,
                Value.MISSING, Value.MISSING, Value.MISSING, Value.MISSING, auditData.find("clientip", "sourceip"),
                Value.MISSING);
    }

    /**
     * Tells whether the wrapper alone is enough to say what happened, when or who it was; a line below a table, with the
     * count of its records, is not.
     */
    boolean tellsSomething(RowContext context) {
        return Value.firstText(operation, upn) != null || Guids.isGuid(Absent.clean(id.text()))
                || context.times().read(time.text()) != null;
    }
}

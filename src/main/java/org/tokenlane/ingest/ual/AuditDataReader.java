package org.tokenlane.ingest.ual;

import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.Carriers;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;

/**
 * Opens the AuditData of a wrapped record and maps it. Where it is missing, empty or cut, the wrapper's columns and
 * what can be rescued of the
 * text still make an event.
 */
final class AuditDataReader {

    private AuditDataReader() {
    }

    static AuditEvent event(Envelope wrapper, Value row, RowContext context) throws DamagedRecordException {
        return draft(wrapper, context).done(row);
    }

    /** The AuditData as an object, as far as it can be had; what is left of a cut one else. */
    static Value content(Value auditData) {
        Value data = single(auditData);
        return data.isObject() || data.text() == null ? data : CutAuditData.rescue(data.text());
    }

    static Draft draft(Envelope wrapper, RowContext context) throws DamagedRecordException {
        Value data = single(wrapper.auditData());
        if (data.isObject() && !data.names().isEmpty()) {
            return AuditDataFields.draft(data, wrapper, context);
        }
        String text = wrapper.auditData().text();
        Value rescued = text == null ? Value.MISSING : CutAuditData.rescue(text);
        if (rescued.isMissing() && !wrapper.tellsSomething(context)) {
            throw new DamagedRecordException(
                    (text == null ? RejectText.AUDIT_DATA_EMPTY : RejectText.AUDIT_DATA_DAMAGED).with());
        }
        return AuditDataFields.draft(rescued, wrapper, context);
    }

    private static Value single(Value auditData) {
        Value data = Carriers.decoded(auditData.opened());
        Value one = data.isArray() && data.items().size() == 1 ? data.items().getFirst().opened() : data;
        // libraries of other languages write Microsoft's names in their own way: creationTime, creation_time
        return one.isObject() && one.get("CreationTime").isMissing() && one.get("Operation").isMissing()
                ? one.normalised()
                : one;
    }
}

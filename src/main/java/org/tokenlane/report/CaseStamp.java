package org.tokenlane.report;

import java.time.Instant;
import org.tokenlane.store.AuditTrail;
import org.tokenlane.store.CaseFile;

/**
 * What tells objects of one case from those of another in exchange formats, and what dates those that nothing else
 * dates.
 *
 * @param key
 *            the hash of the first entry of the audit trail: it stays as long as the case exists
 * @param created
 *            when the case was created
 */
public record CaseStamp(String key, Instant created) {

    /** That of a case. */
    public static CaseStamp of(CaseFile caseFile) {
        AuditTrail.Entry first = caseFile.auditTrail().entries().getFirst();
        return new CaseStamp(first.hash(), first.at());
    }

    /** When the case was created, as exchange formats write times. */
    public String time() {
        return NamedId.time(created);
    }
}

package org.tokenlane.lake;

import java.util.List;
import org.apache.spark.sql.Row;
import org.jspecify.annotations.Nullable;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.event.UtiOrigin;
import org.tokenlane.model.identity.Network;
import org.tokenlane.model.session.LinkRule;

/**
 * An event with what it belongs to.
 *
 * @param isTokenSignedIn
 *            whether the sign-in log has the sign-in of its token
 */
record LinkedEvent(LakeEvent event, @Nullable String token, @Nullable String session, @Nullable String addressAsn,
        boolean isTokenSignedIn) {

    /** The event in a row of {@link LinkedEvents}, made of these records where they are at hand. */
    static LinkedEvent of(Row row, List<Row> records) {
        LakeEvent event = LakeEvent.of(row, records);
        String upn = row.getAs(LinkedEvents.RESOLVED_UPN);
        if (upn != null) {
            event.resolveUpn(upn);
        }
        return new LinkedEvent(event, row.getAs(LinkedEvents.TOKEN), row.getAs(LinkedEvents.SESSION),
                row.getAs(LinkedEvents.ADDRESS_ASN), row.getAs(LinkedEvents.TOKEN_SIGNED_IN));
    }

    @Nullable
    String get(EventField field) {
        return event.get(field);
    }

    /** The rule by which it belongs to its token, or else to its session. */
    LinkRule rule() {
        UtiOrigin origin = event.utiOrigin();
        if (token != null && origin != UtiOrigin.INTRA_SYSTEM_ID) {
            return origin == UtiOrigin.FIELD ? LinkRule.UTI_GIVEN : LinkRule.UTI_FROM_REQUEST_ID;
        }
        if (event.get(EventField.SESSION_ID) != null) {
            return LinkRule.SESSION_GIVEN;
        }
        return token != null ? LinkRule.INTRA_SYSTEM_ID : LinkRule.NONE;
    }

    boolean isInferred() {
        return rule().isInferred();
    }

    /** Tells whether it is the audit log's word of a sign-in that the sign-in log has too. */
    boolean isEcho() {
        return event.source() == LogSource.UNIFIED_AUDIT_LOG && token != null && isTokenSignedIn;
    }

    /** The network that it came from: the system of its address, else the address's prefix; null without an address. */
    @Nullable
    String network() {
        String ip = event.get(EventField.IP);
        if (ip == null) {
            return null;
        }
        Network around = Network.around(ip);
        return addressAsn != null ? "AS" + addressAsn : around == null ? ip : around.text();
    }
}

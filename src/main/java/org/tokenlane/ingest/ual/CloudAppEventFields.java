package org.tokenlane.ingest.ual;

import java.util.Locale;
import java.util.Set;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Outcomes;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.identity.Guids;

/**
 * Maps one row of CloudAppEvents, in any container: RawEventData as AuditData, or for Azure's rows its token claims;
 * then what the table adds,
 * such as the place of the address. {@code SessionData.InLineSessionId} is the session of Defender's proxy, not of
 * Entra, and is left alone.
 */
final class CloudAppEventFields {

    private static final Set<String> APPLICATIONS = Set.of("application", "app", "serviceprincipal",
            "managedidentity");
    private static final String CLAIM = "http://schemas.microsoft.com/identity/claims/";
    private static final String UPN_CLAIM = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/upn";

    private CloudAppEventFields() {
    }

    static Draft draft(Value row, RowContext context) throws DamagedRecordException {
        Value raw = row.find("raweventdata").opened();
        Value claims = raw.get("claims").isMissing() ? raw.get("identity").get("claims") : raw.get("claims").opened();
        Draft draft = claims.isObject() ? azure(row, raw, claims, context) : audited(row, context);
        Value objectId = row.find("accountobjectid");
        if (isApplication(row)) {
            application(draft, row);
        }
        if (!draft.has(EventField.USER_OBJECT_ID) && Guids.isGuid(objectId.text())) {
            draft.id(EventField.USER_OBJECT_ID, objectId);
        }
        fill(draft, EventField.USER_NAME, row.find("accountdisplayname"));
        fill(draft, EventField.USER_AGENT, row.find("useragent", "useragentstring"));
        fill(draft, EventField.COUNTRY, row.find("countrycode"));
        fill(draft, EventField.CITY, row.find("city"));
        if (!draft.has(EventField.APP_ID)) {
            draft.id(EventField.APP_ID, row.find("oauthappid"));
        }
        return draft.key("cloudapp", row.find("reportid"));
    }

    private static Draft audited(Value row, RowContext context) throws DamagedRecordException {
        return AuditDataReader.draft(new Envelope(row.find("raweventdata"), row.find("timestamp"), Value.MISSING,
                row.find("actiontype"),
                row.find("application"),
                Value.MISSING, upn(row), Value.MISSING, row.find("ipaddress"), row.find("objectname", "objectid")),
                context);
    }

    private static Value upn(Value row) {
        Value upn = row.find("accountupn");
        return upn.isMissing() ? address(row.find("accountid")) : upn;
    }

    private static Value address(Value id) {
        return id.text() != null && id.text().indexOf('@') > 0 ? id : Value.MISSING;
    }

    private static boolean isApplication(Value row) {
        String type = row.find("accounttype").text();
        return type != null && APPLICATIONS.contains(type.replace(" ", "").toLowerCase(Locale.ROOT));
    }

    /** The account is that of an application; the person that the record names owns the mailbox. */
    private static void application(Draft draft, Value row) {
        String upn = draft.get(EventField.UPN);
        if (upn != null && upn.indexOf('@') > 0 && !draft.has(EventField.MAILBOX)
                && "Exchange".equalsIgnoreCase(draft.get(EventField.WORKLOAD))) {
            draft.text(EventField.MAILBOX, upn);
        }
        draft.without(EventField.UPN).without(EventField.USER_NAME).actor(ActorKind.APPLICATION);
        Value id = row.find("accountobjectid", "accountid");
        draft.id(EventField.USER_OBJECT_ID, Guids.isGuid(id.text()) ? id.text() : null);
    }

    /** A row of Azure's activity log: the token's claims stand in the record itself. */
    private static Draft azure(Value row, Value raw, Value claims, RowContext context) {
        Draft draft = new Draft(EventKind.OPERATION, context);
        draft.time(AuditDataFields.first(row.find("timestamp"), raw.find("eventtimestamp", "time")),
                raw.find("eventtimestamp", "time"));
        draft.text(EventField.OPERATION,
                Value.firstText(raw.path("operationName.value"), raw.get("operationName"), row.find("actiontype")));
        draft.text(EventField.WORKLOAD, Value.firstText(row.find("application"), raw.get("Workload")));
        draft.session(claims.get("sid"), "RawEventData.claims.sid");
        draft.uti(claims.get("uti")).tokenIssuedAt(claims.get("iat"));
        draft.id(EventField.APP_ID, Value.firstText(claims.get("appid"), claims.get("azp")));
        draft.id(EventField.USER_OBJECT_ID, Value.firstText(claims.get("oid"), claims.get(CLAIM + "objectidentifier")));
        draft.id(EventField.TENANT_ID,
                Value.firstText(claims.get("tid"), claims.get(CLAIM + "tenantid"), raw.get("tenantId")));
        draft.upn(
                AuditDataFields.first(claims.get("upn"), claims.get(UPN_CLAIM), address(raw.get("caller")), upn(row)));
        draft.id(EventField.DEVICE_ID, Value.firstText(claims.get("deviceid"),
                claims.get("http://schemas.microsoft.com/2012/01/devicecontext/claims/identifier")));
        draft.ip(raw.path("httpRequest.clientIpAddress"), raw.path("httpRequest.clientIPAddress"),
                row.find("ipaddress"), claims.get("ipaddr"));
        draft.id(EventField.CORRELATION_ID, raw.find("correlationid"));
        draft.text(EventField.TARGET,
                Value.firstText(raw.find("resourceid"), raw.path("authorization.scope"), row.find("objectname")));
        String status = Value.firstText(raw.path("status.value"), raw.get("status"), raw.get("resultType"));
        draft.text(EventField.RESULT_TEXT, status);
        draft.result(Outcomes.of(status));
        draft.id(EventField.RECORD_ID, raw.find("eventdataid"));
        return draft.key("azure", raw.find("eventdataid"));
    }

    private static void fill(Draft draft, EventField field, Value value) {
        if (!draft.has(field)) {
            draft.text(field, value);
        }
    }
}

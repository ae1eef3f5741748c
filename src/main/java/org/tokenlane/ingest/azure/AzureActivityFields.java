package org.tokenlane.ingest.azure;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.Guids;

/**
 * The fields of an Azure activity record. The claims of the caller's access token stand in every shape: they give the
 * token ({@code uti}),
 * where there is one the session ({@code sid}), the application, the user and when the token was issued.
 */
final class AzureActivityFields {

    private static final long SECOND = 1_000_000_000L;
    private static final String IDENTITY = "http://schemas.microsoft.com/identity/claims/";
    private static final String SOAP = "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/";
    private static final String DEVICE = "http://schemas.microsoft.com/2012/01/devicecontext/claims/identifier";

    private AzureActivityFields() {
    }

    /**
     * Maps what the shapes share; each adds its own time before it asks for {@link #keys}.
     *
     * @param record
     *            the record
     * @param claims
     *            the claims of the caller's token, or a missing value
     * @param operation
     *            the operation's name
     * @param resource
     *            the address of the resource acted on, or null
     */
    static Draft of(Value record, Value claims, Value operation, @Nullable String resource, RowContext context)
            throws DamagedRecordException {
        if (Value.firstText(operation) == null) {
            throw new DamagedRecordException(RejectText.NO_OPERATION.with());
        }
        Value caller = record.find("caller");
        String callerText = caller.text();
        Value upn = claim(claims, SOAP + "upn", "upn");
        Value http = record.find("httprequest").opened();
        return new Draft(EventKind.OPERATION, context).text(EventField.WORKLOAD, "Azure")
                .text(EventField.OPERATION, operation)
                .text(EventField.TARGET, resource).text(EventField.RESOURCE_NAME, provider(record, operation))
                .upn(Value.firstText(upn) != null ? upn
                        : callerText != null && callerText.indexOf('@') > 0 ? caller
                                : claim(claims, SOAP + "emailaddress", "email"))
                .text(EventField.USER_NAME, claims.get("name"))
                .id(EventField.USER_OBJECT_ID, Value.firstText(claim(claims, IDENTITY + "objectidentifier", "oid"),
                        Guids.isGuid(callerText) ? caller : Value.MISSING))
                .actor(actor(record, claims, callerText, upn))
                .id(EventField.TENANT_ID, claim(claims, IDENTITY + "tenantid", "tid"))
                .id(EventField.APP_ID, claims.get("appid"))
                .id(EventField.DEVICE_ID, claim(claims, DEVICE, "deviceid"))
                .ip(record.find("calleripaddress"), http.find("clientipaddress"), claims.get("ipaddr"))
                .uti(claims.get("uti")).session(claims.get("sid"), "claims.sid").tokenIssuedAt(claims.get("iat"))
                .id(EventField.CORRELATION_ID, record.find("correlationid"));
    }

    private static @Nullable ActorKind actor(Value record, Value claims, @Nullable String caller, Value upn) {
        String principal = Value.firstText(claims.get("idtyp"),
                record.find("authorization", "authorizationd").opened().find("evidence").opened()
                        .find("principaltype"),
                record.find("identity").opened().find("authorization").opened().find("evidence").opened()
                        .find("principaltype"));
        if (principal != null
                && (principal.equalsIgnoreCase("app") || principal.equalsIgnoreCase("ServicePrincipal"))) {
            return ActorKind.APPLICATION;
        }
        return Value.firstText(upn) != null || caller != null && caller.indexOf('@') > 0 ? ActorKind.USER
                : Guids.isGuid(caller) && "2".equals(claims.get("appidacr").text()) ? ActorKind.APPLICATION : null;
    }

    /**
     * Sets the keys. The records of diagnostic settings have no id of their own: they are known to be the same event by
     * correlation id, operation,
     * state, resource and second.
     */
    static Draft keys(Draft draft, Value eventDataId) {
        draft.text(EventField.RECORD_ID, eventDataId).key("azure", eventDataId);
        String correlation = draft.get(EventField.CORRELATION_ID);
        String resource = draft.get(EventField.TARGET);
        if (correlation != null && draft.time() != AuditEvent.NO_TIME) {
            draft.weakKey("azure", correlation, draft.get(EventField.OPERATION),
                    state(draft.get(EventField.RESULT_CODE)),
                    resource == null ? "" : resource, Long.toString(Math.floorDiv(draft.time(), SECOND)));
        }
        return draft;
    }

    /**
     * Sets the result from a record's state ({@code Start}, {@code Success}, {@code Succeeded}, {@code Failure}, ...)
     * and the words beside it.
     */
    static Draft result(Draft draft, Value status, Value substatus) {
        EventResult result = switch (state(status.text())) {
        case "success" -> EventResult.SUCCESS;
        case "failure" -> EventResult.FAILURE;
        default -> EventResult.UNKNOWN;
        };
        return draft.result(result).text(EventField.RESULT_CODE, status).text(EventField.RESULT_TEXT, substatus);
    }

    /** One word for the state, which each shape spells in its own way. */
    private static String state(@Nullable String status) {
        String text = status == null ? "" : status.strip().toLowerCase(Locale.ROOT);
        return text.startsWith("succe") ? "success"
                : text.startsWith("fail") ? "failure"
                        : text.startsWith("start") ? "start"
                                : text.startsWith("accept") ? "accept" : text;
    }

    private static Value claim(Value claims, String... names) {
        for (String name : names) {
            Value value = claims.get(name);
            if (!value.isMissing()) {
                return value;
            }
        }
        return Value.MISSING;
    }

    private static @Nullable String provider(Value record, Value operation) {
        Value named = record.find("resourceprovidervalue", "resourceprovidername", "resourceprovider");
        String text = Value.firstText(named, named.find("value"));
        String name = text == null ? operation.text() : text;
        int slash = name == null ? -1 : name.indexOf('/');
        return name == null || slash < 0 ? text : name.substring(0, slash);
    }
}

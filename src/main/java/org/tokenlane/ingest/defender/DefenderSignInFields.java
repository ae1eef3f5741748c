package org.tokenlane.ingest.defender;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Outcomes;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;

/**
 * Maps a row of Defender's sign-in tables (EntraIdSignInEvents and EntraIdSpnSignInEvents, once AADSignInEventsBeta and
 * AADSpnSignInEventsBeta). They have neither an
 * incoming token type nor a transfer method; the beta tables have no UTI.
 */
final class DefenderSignInFields {

    private DefenderSignInFields() {
    }

    static Draft map(Value row, Value envelope, RowContext context) {
        Value requestId = row.find("requestid");
        String code = Value.firstText(row.find("errorcode"));
        return new Draft(kind(row), context).time(row.find("timestamp"), envelope.find("time"))
                .recordedAt(envelope.find("timereceivedbysvc", "timereceived"))
                .text(EventField.WORKLOAD, "Entra").text(EventField.OPERATION, "Sign-in").key("signin", requestId)
                .id(EventField.REQUEST_ID, requestId)
                .id(EventField.CORRELATION_ID, row.find("correlationid")).session(row.find("sessionid"), "SessionId")
                .uti(row.find("uniquetokenid", "uniquetokenidentifier")).utiFromRequestId(requestId)
                .upn(row.find("accountupn"))
                .id(EventField.USER_OBJECT_ID, row.find("accountobjectid", "serviceprincipalid"))
                .text(EventField.USER_NAME, row.find("accountdisplayname", "serviceprincipalname"))
                .id(EventField.TENANT_ID, row.find("resourcetenantid"))
                .id(EventField.RESOURCE_TENANT_ID, row.find("resourcetenantid"))
                .id(EventField.HOME_TENANT_ID, row.find("hometenantid"))
                .text(EventField.USER_TYPE, userType(row))
                .ip(row.find("ipaddress")).text(EventField.COUNTRY, row.find("country"))
                .text(EventField.CITY, row.find("city"))
                .text(EventField.USER_AGENT, row.find("useragent"))
                .id(EventField.DEVICE_ID, row.find("entraiddeviceid", "aaddeviceid"))
                .text(EventField.DEVICE_NAME, row.find("devicename")).id(EventField.APP_ID, row.find("applicationid"))
                .text(EventField.APP_NAME, row.find("application"))
                .text(EventField.CLIENT_APP, row.find("clientappused"))
                .id(EventField.RESOURCE_ID, row.find("resourceid"))
                .text(EventField.RESOURCE_NAME, row.find("resourcedisplayname"))
                .text(EventField.RESULT_CODE, code).result(code == null ? EventResult.UNKNOWN : result(code.strip()));
    }

    /** The table tells guests of the tenant from its members, and has no cross-tenant access type. */
    private static @Nullable String userType(Value row) {
        Value guest = row.find("isguestuser");
        return switch (Outcomes.of(guest.text())) {
        case SUCCESS -> "guest";
        case FAILURE -> "member";
        default -> "1".equals(guest.text()) ? "guest" : "0".equals(guest.text()) ? "member" : null;
        };
    }

    private static EventKind kind(Value row) {
        String type = String.valueOf(row.find("logontype").text()).toLowerCase(Locale.ROOT);
        if (type.contains("noninteractive")) {
            return EventKind.SIGN_IN_NON_INTERACTIVE;
        }
        if (type.contains("interactive")) {
            return EventKind.SIGN_IN_INTERACTIVE;
        }
        if (row.has("serviceprincipalid")) {
            String managed = String.valueOf(row.find("ismanagedidentity").text());
            return managed.equalsIgnoreCase("true") || managed.equals("1") ? EventKind.SIGN_IN_MANAGED_IDENTITY
                    : EventKind.SIGN_IN_SERVICE_PRINCIPAL;
        }
        return EventKind.SIGN_IN;
    }

    /** The codes by which Entra asks for something more before it goes on are no failures. */
    private static EventResult result(String code) {
        return switch (code) {
        case "0" -> EventResult.SUCCESS;
        case "16000", "50055", "50058", "50072", "50074", "50076", "50079", "50097", "50125", "50127", "50129", "50140",
                "50144", "50203", "50207", "51006", "65001",
                "65004", "81010", "81012", "81014" ->
            EventResult.INTERRUPTED;
        default -> EventResult.FAILURE;
        };
    }
}

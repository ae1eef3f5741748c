package org.tokenlane.ingest.ual;

import java.util.Locale;
import java.util.Set;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Outcomes;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.EventResult;
import org.tokenlane.model.identity.Guids;

/**
 * Entra's logons as the unified audit log tells them (record type 15). {@code ResultStatus} there says whether the
 * request was handled, not
 * whether the user got in: the operation says that. {@code IntraSystemId} looks like the sign-in's request id, but no
 * document says so, so what
 * is derived from it is an inferred link.
 */
final class StsLogonFields {

    /** Asked for more (multifactor, registration, consent to stay signed in), not refused. */
    private static final Set<String> INTERRUPTS = Set.of("16000", "50055", "50058", "50059", "50072", "50074", "50076",
            "50079", "50097", "50125",
            "50127", "50129",
            "50140", "50144", "50158", "50203", "51006", "65001");
    /**
     * What the part of RequestType before the colon says surely: a page was shown to a person. OAuth2 and WS-Trust
     * requests come with and without
     * one.
     */
    private static final Set<String> PAGES = Set.of("login", "cmsi", "kmsi", "sas", "consent", "proofup");

    private StsLogonFields() {
    }

    static EventKind kind(Value data) {
        String request = NamedValues.value(data.get("ExtendedProperties"), "RequestType").text();
        if (request == null) {
            return EventKind.SIGN_IN;
        }
        int colon = request.indexOf(':');
        String page = (colon < 0 ? request : request.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
        return PAGES.contains(page) ? EventKind.SIGN_IN_INTERACTIVE : EventKind.SIGN_IN;
    }

    static void map(Draft draft, Value data, Envelope wrapper) {
        Value device = data.get("DeviceProperties");
        Value more = data.get("ExtendedProperties");
        draft.session(NamedValues.value(device, "SessionId"), "DeviceProperties[SessionId]");
        draft.session(NamedValues.value(more, "SessionId"), "ExtendedProperties[SessionId]");
        Value request = data.get("IntraSystemId").isMissing() ? data.get("IntraSystemsId") : data.get("IntraSystemId");
        draft.id(EventField.REQUEST_ID, request);
        draft.utiFromIntraSystemId(request);
        if (!draft.has(EventField.CORRELATION_ID)) {
            draft.id(EventField.CORRELATION_ID, data.get("InterSystemsId"));
        }
        draft.ip(data.get("ActorIpAddress"), data.get("ClientIP"), wrapper.clientIp());
        draft.text(EventField.USER_AGENT, Value.firstText(NamedValues.value(more, "UserAgent"), data.get("UserAgent")));
        if (!draft.has(EventField.DEVICE_ID)) {
            draft.id(EventField.DEVICE_ID, NamedValues.value(device, "Id"));
        }
        draft.text(EventField.DEVICE_NAME, NamedValues.value(device, "DisplayName"));
        draft.id(EventField.HOME_TENANT_ID, data.get("ActorContextId")).id(EventField.RESOURCE_TENANT_ID,
                data.get("TargetContextId"));
        resource(draft, data, wrapper);
        result(draft, data, more);
    }

    private static void resource(Draft draft, Value data, Envelope wrapper) {
        String resource = Value.firstText(data.get("ObjectId"), wrapper.target());
        if (!Guids.isGuid(resource)) {
            for (Value target : data.get("Target").opened().items()) {
                String id = target.opened().get("ID").text();
                resource = Guids.isGuid(id) && !Guids.isGuid(resource) ? id : resource;
            }
        }
        if (Guids.isGuid(resource)) {
            draft.id(EventField.RESOURCE_ID, resource);
        } else if (resource != null && !resource.equalsIgnoreCase("Unknown")) {
            draft.text(EventField.RESOURCE_NAME, resource);
        }
    }

    private static void result(Draft draft, Value data, Value more) {
        String code = Outcomes.code(Value.firstText(data.get("ErrorNumber"), data.get("ErrorCode")));
        draft.text(EventField.RESULT_CODE, code);
        draft.text(EventField.RESULT_TEXT,
                Value.firstText(data.get("LogonError"), NamedValues.value(more, "ResultStatusDetail"),
                        data.get("ResultStatus")));
        String operation = draft.get(EventField.OPERATION);
        boolean interrupted = code != null && INTERRUPTS.contains(code);
        draft.result(switch (operation == null ? "" : operation) {
        case "UserLoggedIn" -> EventResult.SUCCESS;
        case "UserLoginFailed" -> interrupted ? EventResult.INTERRUPTED : EventResult.FAILURE;
        default -> interrupted ? EventResult.INTERRUPTED : EventResult.UNKNOWN;
        });
    }
}

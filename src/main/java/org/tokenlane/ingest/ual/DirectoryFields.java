package org.tokenlane.ingest.ual;

import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Absent;
import org.tokenlane.model.identity.Guids;

/**
 * Changes of the directory (record type 8): users, roles, applications, consents. Many name neither session nor token,
 * and no address. Those with linkable identifiers have them in {@code AppAccessContext}, as all workloads ("Track and
 * investigate identity activities with linkable identifiers",
 * learn.microsoft.com/entra/identity/authentication/how-to-authentication-track-linkable-identifiers). No record with
 * them was seen yet, so the other places that are looked at are unverified: the names of the directory audit itself, at
 * the top or among the extended properties.
 */
final class DirectoryFields {

    private static final int GUID_LENGTH = 36;

    private DirectoryFields() {
    }

    static void map(Draft draft, Value data, Envelope wrapper) {
        if (!draft.has(EventField.CORRELATION_ID)) {
            draft.id(EventField.CORRELATION_ID, data.get("InterSystemsId"));
        }
        draft.ip(data.get("ActorIpAddress"), data.get("ClientIP"), wrapper.clientIp());
        Value details = NamedValues.value(data.get("ExtendedProperties"), "additionalDetails").opened();
        draft.text(EventField.USER_AGENT,
                Value.firstText(details.get("User-Agent"), NamedValues.value(details, "User-Agent"),
                        data.get("UserAgent")));
        draft.text(EventField.TARGET,
                target(data, Absent.clean(Value.firstText(data.get("ObjectId"), wrapper.target()))));
        actorsApplication(draft, data);
        draft.id(EventField.HOME_TENANT_ID, data.get("ActorContextId")).id(EventField.RESOURCE_TENANT_ID,
                data.get("TargetContextId"));
        linkable(draft, data, details);
    }

    private static void linkable(Draft draft, Value data, Value details) {
        Value more = data.get("ExtendedProperties");
        for (Value place : new Value[] { data.get("LinkableIdentifiers").opened(),
            NamedValues.value(more, "linkableIdentifiers").opened(), details.get("linkableIdentifiers").opened() }) {
            Value token = place.find("tokendetails").opened();
            session(draft, place.find("sessionid", "aadsessionid"), place.find("uniquetokenid"),
                    place.find("deviceid"), place.find("issuedattime"));
            session(draft, Value.MISSING, token.find("uniquetokenidentifier"), Value.MISSING,
                    token.find("issuedatdatetime"));
        }
        session(draft, NamedValues.value(more, "SessionId"), NamedValues.value(more, "UniqueTokenId"),
                NamedValues.value(more, "DeviceId"), NamedValues.value(more, "IssuedAtTime"));
    }

    private static void session(Draft draft, Value session, Value token, Value device, Value issued) {
        draft.session(session, "LinkableIdentifiers.SessionId").uti(token);
        if (!draft.has(EventField.DEVICE_ID)) {
            draft.id(EventField.DEVICE_ID, device);
        }
        if (!issued.isMissing()) {
            draft.tokenIssuedAt(issued);
        }
    }

    /**
     * The object that was changed, by the name that a reader knows: a UPN where there is one, else a display name, else
     * the id.
     */
    private static @Nullable String target(Value data, @Nullable String objectId) {
        if (objectId != null && objectId.indexOf('@') >= 0) {
            return objectId;
        }
        String name = null;
        for (Value entry : data.get("Target").opened().items()) {
            Value target = entry.opened();
            String id = Absent.clean(target.get("ID").text());
            String type = target.get("Type").text();
            if (id != null && "5".equals(type)) {
                return id;
            }
            if (id != null && "1".equals(type) && name == null) {
                name = id;
            }
        }
        if (name == null || objectId == null) {
            return name == null ? objectId : name;
        }
        return objectId.equals(name) || objectId.indexOf(';') >= 0 ? name
                : endsInGuid(objectId) ? name + " (" + objectId + ")" : objectId;
    }

    private static boolean endsInGuid(String objectId) {
        return Guids.isGuid(objectId.substring(Math.max(0, objectId.length() - GUID_LENGTH)));
    }

    /**
     * Beside the actor stand the id and name of the application that was used; {@code AppId} in the details is another,
     * that of the target.
     */
    private static void actorsApplication(Draft draft, Value data) {
        for (Value entry : data.get("Actor").opened().items()) {
            Value actor = entry.opened();
            String id = actor.get("ID").text();
            if ("1".equals(actor.get("Type").text())) {
                draft.text(EventField.APP_NAME, id);
            } else if (id != null && Guids.isGuid(id) && !draft.has(EventField.APP_ID)
                    && !id.equalsIgnoreCase(draft.get(EventField.USER_OBJECT_ID))) {
                draft.id(EventField.APP_ID, id);
            }
        }
    }
}

package org.tokenlane.ingest.ual;

import java.util.List;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Outcomes;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.Tenants;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.identity.Guids;
import org.tokenlane.model.identity.Upn;

/**
 * Maps the AuditData object: what all workloads have in common here, the rest in one class for each workload (see
 * "Office 365 Management Activity API schema",
 * learn.microsoft.com/office/office-365-management-api/office-365-management-activity-api-schema). Fields are looked up
 * by the exact names that Microsoft writes, since this runs for every record of the largest files.
 */
final class AuditDataFields {

    private static final String MEMBERSHIP = "|membership|";
    private static final String SERVICE_PRINCIPAL = "ServicePrincipal_";

    private AuditDataFields() {
    }

    static Draft draft(Value data, Envelope wrapper, RowContext context) {
        String operation = Value.firstText(data.get("Operation"), wrapper.operation());
        String workload = Value.firstText(data.get("Workload"), wrapper.workload());
        RecordType type = RecordType.of(Value.firstText(data.get("RecordType"), wrapper.recordType()), workload,
                operation);
        Draft draft = new Draft(type == RecordType.STS_LOGON ? StsLogonFields.kind(data) : type.kind(), context);
        draft.text(EventField.OPERATION, operation);
        draft.text(EventField.WORKLOAD, workload == null ? type.usualWorkload() : workload);
        Value time = first(data.get("CreationTime"), wrapper.time());
        draft.time(time, wrapper.time());
        identify(draft, data, wrapper);
        result(draft, data);
        token(draft, data, type);
        account(draft, data, wrapper);
        switch (type) {
        case STS_LOGON -> StsLogonFields.map(draft, data, wrapper);
        case DIRECTORY -> DirectoryFields.map(draft, data, wrapper);
        case OWA_AUTH -> OwaAuthFields.map(draft, data, wrapper);
        case RISK_DETECTION -> RiskDetectionFields.map(draft, data, wrapper);
        case EXCHANGE -> ExchangeFields.map(draft, data, wrapper);
        case SHAREPOINT -> SharePointFields.map(draft, data, wrapper);
        case TEAMS -> TeamsFields.map(draft, data, wrapper);
        case COPILOT, OTHER -> other(draft, data, wrapper);
        }
        return draft;
    }

    /** Exports of one record share AuditData.Id; a few workloads write there what is no GUID and not unique. */
    private static void identify(Draft draft, Value data, Envelope wrapper) {
        Value id = first(data.get("Id"), wrapper.id());
        draft.id(EventField.RECORD_ID, id);
        if (Guids.isGuid(draft.get(EventField.RECORD_ID))) {
            draft.key("ual", id);
        }
        String tenant = Value.firstText(data.get("OrganizationId"), data.get("OfficeTenantId"));
        draft.id(EventField.TENANT_ID, Guids.isGuid(tenant) ? tenant : null);
    }

    private static void result(Draft draft, Value data) {
        String status = data.get("ResultStatus").text();
        draft.text(EventField.RESULT_TEXT, status);
        draft.result(Outcomes.of(status));
    }

    /**
     * The session and the token. A SessionId at the top is the Entra session's in Exchange and in logons only;
     * elsewhere the name is used for
     * other things.
     */
    private static void token(Draft draft, Value data, RecordType type) {
        Value access = access(data.get("AppAccessContext").opened());
        draft.session(access.get("AADSessionId"), "AppAccessContext.AADSessionId");
        draft.session(data.get("AADSessionId"), "AADSessionId");
        if (type == RecordType.EXCHANGE || type == RecordType.STS_LOGON || !draft.has(EventField.WORKLOAD)) {
            draft.session(data.get("SessionId"), "SessionId");
            draft.session(data.get("ExchangeMetaData").opened().get("SessionId"), "ExchangeMetaData.SessionId");
        }
        draft.uti(access.get("UniqueTokenId")).uti(data.get("UniqueTokenId")).uti(data.get("UniqueTokenIdentifier"));
        Value issued = first(access.get("IssuedAtTime"), access.get("TokenIssuedAtTime"), data.get("IssuedAtTime"));
        if (!issued.isMissing()) {
            draft.tokenIssuedAt(issued);
            draft.dayOf(data.get("CreationTime"), issued);
        }
        draft.id(EventField.APP_ID,
                Value.firstText(access.get("ClientAppId"), data.get("ClientAppId"), data.get("ApplicationId"),
                        data.get("AppId")));
        draft.text(EventField.APP_NAME,
                Value.firstText(access.get("ClientAppName"), data.get("ApplicationDisplayName")));
        draft.id(EventField.RESOURCE_ID, access.get("APIId"));
        draft.id(EventField.CORRELATION_ID,
                Value.firstText(access.get("CorrelationId"), data.get("CorrelationId"), data.get("CorrelationID")));
        draft.id(EventField.DEVICE_ID, Value.firstText(access.get("DeviceId"), data.get("DeviceId")));
        objectId(draft, access.get("UserObjectId"));
    }

    /**
     * The context as an object that has its members under Microsoft's names: tools write it as a list of one, as pairs of
     * name and value, or with names in another case.
     */
    private static Value access(Value written) {
        Value access = written;
        if (written.isArray()) {
            Value first = written.items().isEmpty() ? Value.MISSING : written.items().getFirst().opened();
            access = first.get("Name").isMissing() && first.get("Key").isMissing() ? first
                    : NamedValues.asObject(written);
        }
        boolean otherNames = access.get("AADSessionId").isMissing() && access.get("UniqueTokenId").isMissing()
                && access.get("ClientAppId").isMissing() && access.get("APIId").isMissing();
        return otherNames ? access.normalised() : access;
    }

    /**
     * Who did it. A person has a UPN; an application has none, even where the record names the owner of the mailbox
     * that it read in the user's place.
     */
    private static void account(Draft draft, Value data, Envelope wrapper) {
        Value user = first(data.get("UserId"), wrapper.upn());
        boolean application = Actors.isApplication(data, wrapper, user.text());
        if (application) {
            application(draft, user);
        } else {
            person(draft, user);
        }
        draft.text(EventField.USER_TYPE, Tenants.userType(data.get("UserType")));
        draft.actor(application ? ActorKind.APPLICATION : Actors.kind(draft, user.text()));
        if (Upn.isSystem(user.text())) {
            // no user, but which service did it is worth a name
            draft.text(EventField.USER_NAME, user.text());
        }
        objectId(draft, data.get("TokenObjectId"));
        if (!application || !Actors.isApplicationId(data, data.get("UserKey").text())) {
            objectId(draft, data.get("UserKey"));
        }
        if (!draft.has(EventField.USER_OBJECT_ID)) {
            actor(draft, data.get("Actor"));
        }
        if (!application || !Actors.isApplicationId(data, wrapper.userKey().text())) {
            objectId(draft, wrapper.userKey());
        }
        String text = user.text();
        if (text != null && !draft.has(EventField.USER_OBJECT_ID)) {
            String id = text.startsWith(SERVICE_PRINCIPAL) ? text.substring(SERVICE_PRINCIPAL.length()) : text;
            draft.id(EventField.USER_OBJECT_ID,
                    Guids.isGuid(id) && !Actors.isApplicationId(data, id) ? id : null);
        }
    }

    private static void person(Draft draft, Value user) {
        Upn upn = Upn.of(user.text());
        if (upn != null) {
            int membership = upn.value().indexOf(MEMBERSHIP);
            draft.text(EventField.UPN,
                    membership < 0 ? upn.value() : upn.value().substring(membership + MEMBERSHIP.length()));
        }
    }

    /** What an application does in a mailbox may be recorded under the name of the mailbox's owner. */
    private static void application(Draft draft, Value user) {
        String text = user.text();
        if (text != null && text.indexOf('@') > 0 && "Exchange".equalsIgnoreCase(draft.get(EventField.WORKLOAD))) {
            draft.mailbox(user);
        }
    }

    /**
     * Entra names the actor by several ids: the object id stands behind {@code User_} or {@code ServicePrincipal_}; in
     * logons it is a bare GUID.
     * A bare GUID before it is the application's that the actor used.
     */
    private static void actor(Draft draft, Value actor) {
        List<Value> entries = actor.opened().items();
        for (Value entry : entries) {
            String id = entry.opened().get("ID").text();
            if (id != null && !draft.has(EventField.USER_OBJECT_ID)
                    && (id.startsWith("User_") || id.startsWith(SERVICE_PRINCIPAL))) {
                String object = id.substring(id.indexOf('_') + 1);
                draft.id(EventField.USER_OBJECT_ID, Guids.isGuid(object) ? object : null);
            }
        }
        for (Value entry : entries) {
            objectId(draft, entry.opened().get("ID"));
        }
    }

    private static void objectId(Draft draft, Value id) {
        if (!draft.has(EventField.USER_OBJECT_ID) && Guids.isGuid(id.text())) {
            draft.id(EventField.USER_OBJECT_ID, id);
        }
    }

    private static void other(Draft draft, Value data, Envelope wrapper) {
        draft.ip(data.get("ClientIP"), data.get("ClientIPAddress"), data.get("ActorIpAddress"), data.get("IPAddress"),
                wrapper.clientIp());
        draft.text(EventField.USER_AGENT, Value.firstText(data.get("UserAgent"), data.get("ClientInfoString")));
        draft.text(EventField.INTERNET_MESSAGE_ID, data.get("InternetMessageId"))
                .networkMessageId(data.get("NetworkMessageId"));
        String read = CopilotFields.map(draft, data, data.get("CopilotEventData").opened());
        draft.text(EventField.TARGET, read != null ? read
                : Value.firstText(data.get("ObjectId"), wrapper.target(), data.get("ItemName"),
                        data.get("ObjectName")));
    }

    /** The first of these values whose text is more than white space. */
    static Value first(Value... values) {
        for (Value value : values) {
            String text = value.text();
            if (text != null && !text.isBlank()) {
                return value;
            }
        }
        return Value.MISSING;
    }
}

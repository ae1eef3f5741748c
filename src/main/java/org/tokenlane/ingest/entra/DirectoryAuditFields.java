package org.tokenlane.ingest.entra;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Outcomes;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.Tenants;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.identity.Absent;

/**
 * The fields of a directory audit: what was changed in Entra, by whom, on which object. The portal's CSV spreads the
 * nested parts over columns;
 * all other shapes hold them as Graph's directoryAudit does, as objects or as JSON text.
 */
final class DirectoryAuditFields {

    private static final long SECOND = 1_000_000_000L;
    private static final Pattern TENANT = Pattern.compile("(?i)/tenants/([0-9a-f-]{36})(/|$)");

    private DirectoryAuditFields() {
    }

    /**
     * Maps a record with Graph's nesting.
     *
     * @param audit
     *            the directoryAudit itself
     * @param envelope
     *            the record around it, or the record itself, for what the log adds: time of writing and the caller's
     *            address
     */
    static Draft nested(Value audit, Value envelope, RowContext context) throws DamagedRecordException {
        Value initiator = audit.find("initiatedby").opened();
        Value user = initiator.find("user");
        Value app = initiator.find("app");
        Value details = audit.find("additionaldetails");
        List<Value> targets = audit.find("targetresources").opened().items();
        Value target = targets.isEmpty() ? Value.MISSING : targets.getFirst();
        Value recorded = envelope.find("time", "timegenerated");
        Draft draft = common(context, Value.firstText(audit.find("activitydisplayname"), audit.find("operationname")),
                audit)
                .time(audit.find("activitydatetime"), recorded).recordedAt(recorded)
                .upn(user.find("userprincipalname")).text(EventField.USER_NAME, user.find("displayname"))
                .id(EventField.USER_OBJECT_ID, Value.firstText(user.find("id"), app.find("serviceprincipalid")))
                .id(EventField.APP_ID, app.find("appid"))
                .text(EventField.APP_NAME, Value.firstText(app.find("displayname"), app.find("serviceprincipalname")))
                .text(EventField.USER_TYPE, Tenants.userType(user.find("usertype")))
                .id(EventField.HOME_TENANT_ID, user.find("hometenantid"))
                .actor(actor(user, app))
                .ip(user.find("ipaddress"), app.find("ipaddress"), envelope.find("calleripaddress"))
                .text(EventField.USER_AGENT, Value.firstText(details.pair("User-Agent"), audit.find("useragent")))
                .text(EventField.RESOURCE_NAME, audit.find("loggedbyservice"))
                .text(EventField.TARGET,
                        named(target.find("userprincipalname"), target.find("displayname"), target.find("id")));
        if (!draft.has(EventField.CORRELATION_ID)) {
            draft.id(EventField.CORRELATION_ID, envelope.find("correlationid"));
        }
        linkable(draft, initiator);
        return keys(draft, audit.find("id"), target.find("id"));
    }

    /** The log names one of the two; the other's members may be there without a value. */
    private static @Nullable ActorKind actor(Value user, Value app) {
        if (Value.firstText(user.find("id"), user.find("userprincipalname")) != null) {
            return ActorKind.USER;
        }
        return Value.firstText(app.find("appid"), app.find("serviceprincipalid"), app.find("displayname")) == null
                ? null
                : ActorKind.APPLICATION;
    }

    /**
     * The linkable identifiers: session, token and device of the one who made the change ("linkableIdentifiers resource
     * type", learn.microsoft.com/graph/api/resources/linkableidentifiers). The Graph PowerShell SDK puts what it does
     * not know under {@code AdditionalProperties}; Log Analytics has the same object inside of {@code InitiatedBy}.
     */
    private static void linkable(Draft draft, Value initiator) {
        Value direct = initiator.find("linkableidentifiers").opened();
        Value linkable = direct.isMissing()
                ? initiator.find("additionalproperties").opened().find("linkableidentifiers").opened()
                : direct;
        Value token = linkable.find("tokendetails").opened();
        draft.session(linkable.find("sessionid"), "initiatedBy.linkableIdentifiers.sessionId")
                .id(EventField.DEVICE_ID, linkable.find("deviceid")).uti(token.find("uniquetokenidentifier"))
                .tokenIssuedAt(token.find("issuedatdatetime"));
    }

    /**
     * The same identifiers in the portal's CSV. No file with them was seen yet: these are the names under which the
     * portal shows them in the sign-in log and in an audit record's details, so the columns are unverified.
     */
    private static void linkableColumns(Draft draft, Value row) {
        Value issued = row.find("tokenissuedat", "issuedat", "issuedatdatetime", "actortokenissuedat");
        draft.session(row.find("sessionid", "actorsessionid"), "Session ID")
                .uti(row.find("uniquetokenidentifier", "uniquetokenid", "actoruniquetokenidentifier"))
                .id(EventField.DEVICE_ID, row.find("deviceid", "actordeviceid"));
        if (!issued.isMissing()) {
            draft.tokenIssuedAt(issued);
        }
    }

    /** Maps a row of the portal's CSV, whose headers may be partly French. */
    static Draft portal(Value row, RowContext context) throws DamagedRecordException {
        Value upn = row.find("actoruserprincipalname", "acteuruserprincipalname");
        Value principal = row.find("actorserviceprincipalid", "acteurserviceprincipalid");
        boolean byApp = upn.isMissing() && (!principal.isMissing()
                || "application".equalsIgnoreCase(row.find("actortype", "acteurtype").text()));
        Value targetId = row.find("target1objectid", "cible1objectid");
        Draft draft = common(context, row.find("activity", "activite").text(), row)
                .time(row.find("dateutc", "date")).upn(upn)
                .id(EventField.USER_OBJECT_ID, Value.firstText(row.find("actorobjectid", "acteurobjectid"), principal))
                .text(byApp ? EventField.APP_NAME : EventField.USER_NAME,
                        row.find("actordisplayname", "acteurdisplayname", "actorserviceprincipalname"))
                .ip(row.find("ipaddress", "adresseip"))
                .text(EventField.USER_AGENT,
                        Value.firstText(row.find("useragent", "agentutilisateur"), detail(row, "User-Agent")))
                .text(EventField.RESOURCE_NAME, row.find("service"))
                .text(EventField.TARGET, named(row.find("target1userprincipalname", "cible1userprincipalname"),
                        row.find("target1displayname", "cible1displayname"), targetId));
        linkableColumns(draft, row);
        draft.id(EventField.HOME_TENANT_ID, row.find("actorhometenantid"))
                .text(EventField.USER_TYPE, Tenants.userType(row.find("actorusertype")));
        draft.actor(byApp ? ActorKind.APPLICATION
                : draft.has(EventField.UPN) || "user".equalsIgnoreCase(row.find("actortype", "acteurtype").text())
                        ? ActorKind.USER
                        : null);
        return keys(draft, Value.MISSING, targetId);
    }

    private static Value detail(Value row, String key) {
        for (int i = 1; i <= 6; i++) {
            if (key.equalsIgnoreCase(row.find("additionaldetail" + i + "key").text())) {
                return row.find("additionaldetail" + i + "value");
            }
        }
        return Value.MISSING;
    }

    private static Draft common(RowContext context, @Nullable String activity, Value audit)
            throws DamagedRecordException {
        if (Absent.clean(activity) == null) {
            throw new DamagedRecordException(RejectText.NO_ACTIVITY.with());
        }
        return new Draft(EventKind.DIRECTORY_CHANGE, context).text(EventField.WORKLOAD, "AzureActiveDirectory")
                .text(EventField.OPERATION, activity)
                .result(Outcomes.of(Absent.clean(audit.find("result", "resultat", "resulttype").text())))
                .text(EventField.RESULT_TEXT, audit.find("resultreason", "resultdescription", "raisonduresultat"))
                .id(EventField.CORRELATION_ID, audit.find("correlationid", "iddecorrelation"));
    }

    /**
     * Sets the record's own key, and the weak one that the portal's rows share with all other shapes: they have no id,
     * but the same correlation
     * id, activity, second and first target.
     */
    private static Draft keys(Draft draft, Value id, Value targetId) {
        draft.text(EventField.RECORD_ID, id).key("diraudit", id);
        if (draft.time() != AuditEvent.NO_TIME) {
            draft.weakKey("diraudit", orEmpty(draft.get(EventField.CORRELATION_ID)), draft.get(EventField.OPERATION),
                    Long.toString(Math.floorDiv(draft.time(), SECOND)), orEmpty(Absent.clean(targetId.text())));
        }
        return draft;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static @Nullable String named(Value... names) {
        for (Value name : names) {
            String text = Absent.clean(name.text());
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /**
     * The tenant's id in the address of a tenant's resource ({@code /tenants/ID/providers/Microsoft.aadiam}), or null.
     */
    static @Nullable String tenantIn(Value resourceId) {
        String text = resourceId.text();
        Matcher matcher = TENANT.matcher(text == null ? "" : text);
        return matcher.find() ? matcher.group(1) : null;
    }
}

package org.tokenlane.ingest.intune;

import java.util.List;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Outcomes;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.ActorKind;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.identity.Absent;
import org.tokenlane.model.identity.Guids;

/**
 * What administrators did in Intune: devices, policies, scripts ("auditEvent resource type",
 * learn.microsoft.com/graph/api/resources/intune-auditing-auditevent; "IntuneAuditLogs",
 * learn.microsoft.com/azure/azure-monitor/reference/tables/intuneauditlogs). Microsoft documents neither the fields
 * inside {@code Properties} nor the header of the admin center's CSV; their names here are those of published queries
 * and of the page's columns, and unverified. There is no address in it unless Graph gives one.
 */
final class IntuneAudit {

    private static final String NO_TENANT = "00000000-0000-0000-0000-000000000000";

    private IntuneAudit() {
    }

    /** Other services use the same names of columns and categories, so the properties decide. */
    static boolean hasAuditProperties(Value row) {
        Value properties = row.find("properties").opened();
        return properties.has("auditeventid") || properties.has("targetobjectids");
    }

    /** A row of the table, or a record as diagnostic settings write it. */
    static Draft logged(Value row, RowContext context) throws DamagedRecordException {
        Value properties = row.find("properties").opened();
        Value actor = properties.find("actor").opened();
        Value written = row.find("timegenerated", "time");
        String identity = Absent.clean(row.find("identity").text());
        Draft draft = event(row.find("operationname"), properties.find("activitytype"), context)
                .time(properties.find("activitydate"), written).recordedAt(written)
                .id(EventField.CORRELATION_ID, row.find("correlationid"))
                .result(Outcomes.of(row.find("resulttype").text()))
                .text(EventField.RESULT_TEXT, row.find("resultdescription"))
                .text(EventField.TARGET, joined(properties.find("targetdisplaynames", "targetobjectids")))
                .text(EventField.RECORD_ID, properties.find("auditeventid"))
                .id(EventField.TENANT_ID, row.find("aadtenantid"));
        if (!row.has("timegenerated")) {
            draft.id(EventField.TENANT_ID, row.find("tenantid"));
        }
        Value upn = actor.find("upn");
        who(draft, Value.firstText(upn) == null && identity != null && identity.indexOf('@') > 0
                ? row.find("identity")
                : upn, actor.find("objectid"), actor.find("application"), actor.find("applicationname"));
        String partner = actor.find("partnertenantid").text();
        draft.id(EventField.HOME_TENANT_ID, NO_TENANT.equals(partner) ? null : partner);
        return draft.key("intune", properties.find("auditeventid"));
    }

    /** An auditEvent of Graph. */
    static Draft graph(Value row, RowContext context) throws DamagedRecordException {
        Value actor = row.find("actor").opened();
        StringJoiner targets = new StringJoiner("; ");
        for (Value resource : row.find("resources").opened().items()) {
            String name = Value.firstText(resource.opened().find("displayname"), resource.opened().find("resourceid"));
            if (name != null) {
                targets.add(name);
            }
        }
        Draft draft = event(row.find("activitytype", "activity", "displayname"), row.find("displayname"), context)
                .time(row.find("activitydatetime")).id(EventField.CORRELATION_ID, row.find("correlationid"))
                .result(Outcomes.of(row.find("activityresult").text()))
                .text(EventField.RESULT_TEXT, row.find("activityresult")).ip(actor.find("ipaddress"))
                .text(EventField.TARGET, targets.length() == 0 ? null : targets.toString())
                .text(EventField.RECORD_ID, row.find("id"));
        who(draft, actor.find("userprincipalname"), actor.find("userid"), actor.find("applicationid"),
                actor.find("applicationdisplayname"));
        return draft.key("intune", row.find("id"));
    }

    /** A row of the admin center's CSV. */
    static Draft portal(Value row, RowContext context) throws DamagedRecordException {
        Draft draft = event(row.find("activity"), Value.MISSING, context).time(row.find("date", "dateutc"))
                .result(Outcomes.of(row.find("status").text())).text(EventField.RESULT_TEXT, row.find("status"))
                .text(EventField.TARGET, row.find("targets"));
        who(draft, row.find("initiatedbyactor"), Value.MISSING, Value.MISSING, row.find("applicationname"));
        return draft;
    }

    private static Draft event(Value operation, Value other, RowContext context) throws DamagedRecordException {
        String name = Absent.clean(Value.firstText(operation, other));
        if (name == null) {
            throw new DamagedRecordException(RejectText.NO_ACTIVITY.with());
        }
        return new Draft(EventKind.OPERATION, context).text(EventField.OPERATION, name).text(EventField.WORKLOAD,
                "Intune");
    }

    private static void who(Draft draft, Value upn, Value objectId, Value appId, Value appName) {
        String name = upn.text();
        boolean person = name != null && name.indexOf('@') > 0;
        if (person) {
            draft.upn(upn);
        }
        draft.id(EventField.USER_OBJECT_ID, Guids.isGuid(objectId.text()) ? objectId.text() : null)
                .id(EventField.APP_ID, Guids.isGuid(appId.text()) ? appId.text() : null)
                .text(EventField.APP_NAME, appName);
        draft.actor(person ? ActorKind.USER : draft.has(EventField.APP_ID) ? ActorKind.APPLICATION : null);
    }

    private static @Nullable String joined(Value list) {
        List<String> texts = list.opened().texts();
        List<String> told = texts.stream().filter(text -> Absent.clean(text) != null
                && !text.equals("<null>")).distinct().toList();
        return told.isEmpty() ? null : String.join("; ", told);
    }
}

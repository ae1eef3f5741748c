package org.tokenlane.ingest.defender;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.identity.Absent;

/**
 * Rows of AlertInfo and AlertEvidence (learn.microsoft.com/defender-xdr/advanced-hunting-alertinfo-table and
 * learn.microsoft.com/defender-xdr/advanced-hunting-alertevidence-table). {@code AlertId} is the id that Graph gives the
 * alert. Evidence has a row for each entity, and so an event for each: which of them belong together is said by the
 * alert's id.
 */
final class AlertTables {

    private static final String[] IDENTIFYING = { "accountobjectid", "accountupn", "accountsid", "deviceid", "remoteip",
        "localip", "remoteurl", "sha1", "sha256", "filename", "processcommandline", "registrykey", "networkmessageid",
        "oauthapplicationid", "applicationid", "resourceid", "cloudresource" };

    private AlertTables() {
    }

    static Draft alert(Value row, RowContext context) throws DamagedRecordException {
        return common(row, context).text(EventField.RESULT_TEXT, row.find("category")).key("alert",
                row.find("alertid"));
    }

    /** One entity of an alert; what its columns do not tell may stand in its additional fields. */
    static Draft evidence(Value row, RowContext context) throws DamagedRecordException {
        Draft draft = new AlertEntities(row.find("additionalfields")).into(common(row, context));
        replace(draft, EventField.USER_OBJECT_ID, row.find("accountobjectid"));
        replace(draft, EventField.DEVICE_NAME, row.find("devicename"));
        replace(draft, EventField.APP_ID, row.find("oauthapplicationid"));
        replace(draft, EventField.APP_NAME, row.find("application"));
        if (Value.firstText(row.find("accountupn")) != null) {
            draft.upn(row.find("accountupn"));
        }
        draft.fill(EventField.USER_NAME, row.find("accountname"));
        if (Value.firstText(row.find("remoteip"), row.find("localip")) != null) {
            draft.ip(row.find("remoteip"), row.find("localip"));
        }
        String entity = Absent.clean(row.find("entitytype").text());
        draft.networkMessageId(row.find("networkmessageid"))
                .text(EventField.TARGET,
                        Value.firstText(row.find("emailsubject"), row.find("remoteurl"), row.find("filename"),
                                row.find("accountupn"), row.find("devicename"), row.find("remoteip"),
                                row.find("cloudresource"), row.find("registrykey")))
                .text(EventField.RESULT_TEXT, entity);
        return draft.keyOf("alertevidence", parts(row, entity));
    }

    private static @Nullable String[] parts(Value row, @Nullable String entity) {
        boolean named = Stream.of(IDENTIFYING).anyMatch(name -> Absent.clean(row.find(name).text()) != null);
        String more = named ? null : row.find("additionalfields").opened().toString();
        return Stream.concat(
                Stream.of(row.find("alertid").text(), entity, row.find("evidencerole").text(), more),
                Stream.of(IDENTIFYING).map(name -> row.find(name).text())).toArray(String[]::new);
    }

    private static void replace(Draft draft, EventField field, Value value) {
        if (Value.firstText(value) != null) {
            if (field == EventField.USER_OBJECT_ID || field == EventField.APP_ID) {
                draft.id(field, value);
            } else {
                draft.text(field, value);
            }
        }
    }

    private static Draft common(Value row, RowContext context) throws DamagedRecordException {
        if (Value.firstText(row.find("title"), row.find("alertid")) == null) {
            throw new DamagedRecordException(RejectText.NO_ALERT_TITLE.with());
        }
        return new Draft(EventKind.ALERT, context).time(row.find("timestamp", "timegenerated"))
                .text(EventField.OPERATION, Value.firstText(row.find("title"), row.find("alertid")))
                .text(EventField.WORKLOAD, row.find("servicesource")).text(EventField.RESULT_CODE, row.find("severity"))
                .text(EventField.RECORD_ID, row.find("alertid"));
    }
}

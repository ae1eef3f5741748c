package org.tokenlane.ingest.ual;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.Outcomes;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;
import org.tokenlane.model.identity.Absent;

/**
 * Exchange's older Search-MailboxAuditLog, more than fifty columns and no AuditData ("Search-MailboxAuditLog",
 * learn.microsoft.com/powershell/module/exchange/search-mailboxauditlog).
 */
final class MailboxAuditLogImporter implements Importer {

    private static final Shape SHAPE = new Shape("mailbox-audit-log-csv", ShapeText.MAILBOX_AUDIT_LOG_CSV.text(),
            LogSource.UNIFIED_AUDIT_LOG, 50,
            Container.CSV,
            List.of("Operation", "OperationResult", "LogonType", "ClientInfoString", "MailboxGuid", "MailboxOwnerUPN",
                    "SessionId", "LastAccessed"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.has("lastaccessed") && row.has("operation") && (row.has("operationresult") || row.has("mailboxguid"))
                && !row.has("auditdata");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) {
        Draft draft = new Draft(EventKind.OPERATION, context);
        draft.time(row.find("lastaccessed"));
        draft.text(EventField.OPERATION, row.find("operation")).text(EventField.WORKLOAD, "Exchange");
        String result = row.find("operationresult").text();
        draft.result(Outcomes.of(Absent.clean(result))).text(EventField.RESULT_TEXT, result);
        draft.session(row.find("sessionid"), "SessionId");
        draft.mailbox(row.find("mailboxownerupn"));
        account(draft, row);
        draft.ip(row.find("clientipaddress"), row.find("clientip"));
        draft.text(EventField.USER_AGENT, row.find("clientinfostring"));
        draft.id(EventField.APP_ID, Value.firstText(row.find("clientappid"), row.find("appid")));
        draft.text(EventField.RECORD_ID, row.find("identity"));
        draft.itemCount(row.find("auditoperationscountinaggregatedrecord"));
        String properties = Value.firstText(row.find("operationproperties"));
        draft.throttled(properties != null
                && properties.replace(" ", "").toLowerCase(Locale.ROOT).contains("isthrottled:true"));
        draft.text(EventField.TARGET, target(row));
        draft.text(EventField.INTERNET_MESSAGE_ID,
                row.find("iteminternetmessageid", "sourceiteminternetmessageidslist"));
        return draft.done(row);
    }

    /** The log names the one who logged on by display name; where the owner did, the mailbox's UPN is theirs. */
    private static void account(Draft draft, Value row) {
        draft.text(EventField.USER_NAME, row.find("logonuserdisplayname"));
        String logon = row.find("logontype").text();
        if ("Owner".equalsIgnoreCase(logon) || "0".equals(logon)) {
            draft.upn(row.find("mailboxownerupn"));
        }
    }

    private static @Nullable String target(Value row) {
        String item = Value.firstText(row.find("itemsubject"), row.find("sourceitemsubjectslist"),
                row.find("iteminternetmessageid"),
                row.find("sourceiteminternetmessageidslist"));
        String folder = Value.firstText(row.find("folderpathname"), row.find("sourcefolderpathnameslist"),
                row.find("sourceitemfolderpathnameslist"));
        String destination = Absent.clean(row.find("destfolderpathname").text());
        String what = item != null ? item : folder;
        return what == null || destination == null ? what : what + " \u2192 " + destination;
    }
}

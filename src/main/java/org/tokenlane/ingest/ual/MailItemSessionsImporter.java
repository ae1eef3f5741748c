package org.tokenlane.ingest.ual;

import java.util.List;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/**
 * The tables that Microsoft-Extractor-Suite draws from MailItemsAccessed records: Get-Sessions (one row for a record)
 * and Get-MessageIDs (one for
 * a message). They hold no record id, so they cannot be matched with the full records ("Microsoft
 * Extractor Suite", microsoft-365-extractor-suite.readthedocs.io).
 */
final class MailItemSessionsImporter implements Importer {

    private static final Shape SHAPE = new Shape("mes-mail-sessions-csv",
            ShapeText.MES_MAIL_SESSIONS_CSV.text(),
            LogSource.UNIFIED_AUDIT_LOG, 20,
            Container.CSV,
            List.of("Timestamp", "User", "Action", "SessionId", "ClientIP", "OperationCount", "InternetMessageId"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.isTableRow() && row.has("timestamp") && row.has("user") && row.has("sessionid")
                && (row.has("operationcount")
                        || row.has("internetmessageid"))
                && !row.has("auditdata");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) {
        Draft draft = new Draft(EventKind.OPERATION, context);
        String action = Value.firstText(row.find("action", "operation"));
        draft.time(row.find("timestamp"));
        draft.text(EventField.OPERATION, action == null ? "MailItemsAccessed" : action).text(EventField.WORKLOAD,
                "Exchange");
        draft.upn(row.find("user")).session(row.find("sessionid"), "SessionId");
        draft.ip(row.find("clientip", "clientipaddress", "ipaddress"));
        draft.text(EventField.USER_AGENT, row.find("clientinfostring", "useragent"));
        draft.itemCount(row.find("operationcount"));
        draft.throttled("true".equalsIgnoreCase(row.find("isthrottled").text()));
        draft.text(EventField.TARGET, row.find("subject", "internetmessageid", "folderpath", "path", "folder"));
        draft.text(EventField.INTERNET_MESSAGE_ID, row.find("internetmessageid"));
        return draft.done(row);
    }
}

package org.tokenlane.ingest.ual;

import java.util.List;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.shape.TableName;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/**
 * Sentinel's OfficeActivity table: AuditData spread over columns ("OfficeActivity",
 * learn.microsoft.com/azure/azure-monitor/reference/tables/officeactivity). {@code TenantId} is the
 * workspace; {@code
 * Start_Time} is the time of the batch, good only to find the day again that a spreadsheet dropped from TimeGenerated.
 * The table has no SessionId
 * column.
 */
final class OfficeActivityImporter implements Importer {

    private final Shape shape;

    OfficeActivityImporter(Container container) {
        boolean csv = container == Container.CSV;
        shape = new Shape(csv ? "officeactivity-csv" : "officeactivity-json",
                csv ? ShapeText.OFFICEACTIVITY_CSV.text() : ShapeText.OFFICEACTIVITY_JSON.text(),
                LogSource.UNIFIED_AUDIT_LOG, 60, container,
                List.of("OfficeWorkload", "OfficeId", "OfficeObjectId", "Operation", "AppAccessContext",
                        "Client_IPAddress"));
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public boolean accepts(Value row) {
        return row.isTableRow() == (shape.container() == Container.CSV) && isOfficeActivity(row);
    }

    @Override
    public AuditEvent map(Value row, RowContext context) {
        Value time = row.find("timegenerated");
        Draft draft = AuditDataFields.draft(row,
                new Envelope(row, time, row.find("recordtype"), row.find("operation"), row.find("officeworkload"),
                        row.find("officeid", "sourcerecordid"), row.find("userid", "userid#2"), row.find("userkey"),
                        row.find("clientipaddress", "clientip", "clientip#2", "actoripaddress"),
                        row.find("officeobjectid")),
                context);
        // a token is used within hours of its issue, and Start_Time is that of a batch: both tell the day at most
        Value access = row.find("appaccesscontext").opened();
        draft.time(time, row.find("elevationtime")).dayOf(time, access.get("IssuedAtTime"))
                .dayOf(time, row.find("starttime"));
        return draft.done(row);
    }

    private static boolean isOfficeActivity(Value row) {
        String table = TableName.of(row);
        return (table == null || table.equalsIgnoreCase("OfficeActivity"))
                && (row.isTableRow() ? row.has("officeworkload") && !row.find("operation").isMissing()
                        : table != null || !row.find("officeworkload").isMissing());
    }
}

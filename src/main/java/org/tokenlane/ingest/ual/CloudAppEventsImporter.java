package org.tokenlane.ingest.ual;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/**
 * Defender's CloudAppEvents table from advanced hunting: {@code RawEventData} is the AuditData, in CSV as text
 * ("CloudAppEvents",
 * learn.microsoft.com/defender-xdr/advanced-hunting-cloudappevents-table).
 */
final class CloudAppEventsImporter implements Importer {

    private final Shape shape;

    CloudAppEventsImporter(Container container) {
        boolean csv = container == Container.CSV;
        shape = new Shape(csv ? "cloudappevents-csv" : "cloudappevents-json", csv ? ShapeText.CLOUDAPPEVENTS_CSV.text()
                : ShapeText.CLOUDAPPEVENTS_JSON.text(),
                LogSource.UNIFIED_AUDIT_LOG, 85, container,
                List.of("Timestamp", "ActionType", "Application", "AccountObjectId", "IPAddress",
                        "RawEventData"));
    }

    @Override
    public Shape shape() {
        return shape;
    }

    @Override
    public boolean accepts(Value row) {
        return row.isTableRow() == (shape.container() == Container.CSV) && isCloudAppEvent(row);
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return CloudAppEventFields.draft(row, context).done(row);
    }

    @Override
    public Value content(Value row) {
        return AuditDataReader.content(row.find("raweventdata"));
    }

    /** Rows of other tables in a union have neither the event nor the cloud application in which it happened. */
    private static boolean isOfAnApplication(Value row) {
        return Value.firstText(row.find("application")) != null
                && Value.firstText(row.find("accountobjectid"), row.find("accountid"),
                        row.find("activitytype")) != null
                && row.find("logontype", "targetdevicename", "destinationdevicename", "reporttype").isMissing();
    }

    private static boolean isCloudAppEvent(Value row) {
        return row.has("raweventdata") && !row.find("actiontype").isMissing()
                && (Value.firstText(row.find("raweventdata")) != null || row.find("raweventdata").isObject()
                        || isOfAnApplication(row));
    }
}

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
 * Defender's CloudAppEvents table from advanced hunting: {@code RawEventData} is the AuditData, in CSV as text (formats
 * reference §1.2.6).
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

    private static boolean isCloudAppEvent(Value row) {
        return row.isTableRow() ? row.has("raweventdata") && row.has("actiontype")
                : !row.get("ActionType").isMissing() && row.has("raweventdata");
    }
}

package org.tokenlane.ingest.ual;

import java.util.List;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/**
 * CloudAppEvents as Defender's streaming API writes them to a blob or event hub: the table's row under {@code
 * properties} ("CloudAppEvents",
 * learn.microsoft.com/defender-xdr/advanced-hunting-cloudappevents-table).
 */
final class CloudAppEventsStreamImporter implements Importer {

    private static final Shape SHAPE = new Shape("cloudappevents-stream", ShapeText.CLOUDAPPEVENTS_STREAM.text(),
            LogSource.UNIFIED_AUDIT_LOG, 85,
            Container.JSON,
            List.of("time", "tenantId", "operationName", "category", "properties"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        String category = row.get("category").text();
        return category != null && category.equalsIgnoreCase("AdvancedHunting-CloudAppEvents");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        Value event = row.get("properties").opened();
        if (!event.isObject()) {
            throw new DamagedRecordException(RejectText.NO_PROPERTIES.with());
        }
        return CloudAppEventFields.draft(event, context).recordedAt(row.find("timereceivedbysvc", "time")).done(row);
    }

    @Override
    public Value content(Value row) {
        return AuditDataReader.content(row.get("properties").opened().find("raweventdata"));
    }
}

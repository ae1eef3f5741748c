package org.tokenlane.ingest.azure;

import java.util.List;
import org.tokenlane.ingest.shape.Draft;
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
 * Events as the activity log's own interface gives them: its JSON, the portal's download and az monitor activity-log
 * list; with Get-
 * AzActivityLog the names begin with a capital letter and the claims lie one level deeper.
 */
public final class AzureActivityRestImporter implements Importer {

    private static final Shape SHAPE = new Shape("azure-rest", ShapeText.AZURE_REST.text(),
            LogSource.AZURE_ACTIVITY, 90, Container.JSON,
            List.of("eventDataId", "eventTimestamp", "operationName", "authorization", "claims", "caller", "status",
                    "resourceUri"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.has("eventdataid") && row.has("eventtimestamp") && row.has("operationname");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        Value claims = row.find("claims").opened();
        Value operation = row.find("operationname");
        Draft draft = AzureActivityFields
                .of(row, claims.find("content").isMissing() ? claims : claims.find("content"), value(operation),
                        row.find("resourceuri", "resourceid").text(), context)
                .time(row.find("eventtimestamp"), row.find("submissiontimestamp"))
                .recordedAt(row.find("submissiontimestamp"));
        AzureActivityFields.result(draft, value(row.find("status")), value(row.find("substatus")));
        return AzureActivityFields.keys(draft, row.find("eventdataid")).done(row);
    }

    /** A name as text, or as an object of the name and its translation. */
    private static Value value(Value named) {
        return named.isObject() ? named.find("value") : named;
    }
}

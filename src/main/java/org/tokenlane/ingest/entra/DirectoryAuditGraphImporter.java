package org.tokenlane.ingest.entra;

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
 * Graph's directoryAudit objects, v1.0 and beta alike: beta only adds the linkable identifiers. The portal's JSON is of
 * this shape too.
 */
public final class DirectoryAuditGraphImporter implements Importer {

    private static final Shape SHAPE = new Shape("diraudit-graph", ShapeText.DIRAUDIT_GRAPH.text(),
            LogSource.DIRECTORY_AUDITS, 90, Container.JSON,
            List.of("id", "category", "correlationId", "activityDisplayName", "activityDateTime", "initiatedBy",
                    "targetResources"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.has("initiatedby") && row.has("activitydisplayname") && !row.has("timegenerated")
                && row.names().contains("activityDateTime");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return DirectoryAuditFields.nested(row, Value.MISSING, context).done(row);
    }
}

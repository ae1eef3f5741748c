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
 * Objects of the Graph PowerShell SDK as ConvertTo-Json writes them: Graph's names with a capital first letter. What
 * lies deeper than
 * ConvertTo-Json was told to go is lost.
 */
public final class DirectoryAuditSdkImporter implements Importer {

    private static final Shape SHAPE = new Shape("diraudit-sdk", ShapeText.DIRAUDIT_SDK.text(),
            LogSource.DIRECTORY_AUDITS, 70, Container.JSON,
            List.of("Id", "Category", "CorrelationId", "ActivityDisplayName", "ActivityDateTime", "InitiatedBy",
                    "TargetResources"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.has("initiatedby") && row.has("activitydisplayname") && !row.has("timegenerated")
                && row.names().contains("ActivityDateTime");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return DirectoryAuditFields.nested(row, Value.MISSING, context).done(row);
    }
}

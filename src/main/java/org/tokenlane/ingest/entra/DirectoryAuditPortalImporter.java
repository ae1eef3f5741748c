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
 * The Entra admin center's CSV of audit logs. It holds three targets of five changed properties at most, and no id of
 * the record.
 */
public final class DirectoryAuditPortalImporter implements Importer {

    private static final Shape SHAPE = new Shape("diraudit-portal-csv", ShapeText.DIRAUDIT_PORTAL_CSV.text(),
            LogSource.DIRECTORY_AUDITS, 60, Container.CSV,
            List.of("Date (UTC)", "CorrelationId", "Service", "Category", "Activity",
                    "Result", "ActorType", "ActorUserPrincipalName", "Target1ObjectId"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return (row.has("activity") || row.has("activite"))
                && (row.has("actoruserprincipalname") || row.has("target1userprincipalname")
                        || row.has("cible1userprincipalname"));
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        return DirectoryAuditFields.portal(row, context).done(row);
    }
}

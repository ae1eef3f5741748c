package org.tokenlane.ingest.defender;

import java.util.List;
import org.tokenlane.ingest.shape.Draft;
import org.tokenlane.ingest.shape.Importer;
import org.tokenlane.ingest.shape.RejectText;
import org.tokenlane.ingest.shape.RowContext;
import org.tokenlane.ingest.shape.ShapeText;
import org.tokenlane.ingest.text.DamagedRecordException;
import org.tokenlane.ingest.text.Value;
import org.tokenlane.model.event.AuditEvent;
import org.tokenlane.model.event.EventField;
import org.tokenlane.model.event.EventKind;
import org.tokenlane.model.event.LogSource;
import org.tokenlane.model.evidence.Shape;
import org.tokenlane.model.evidence.Shape.Container;

/** Graph's alerts_v2 objects. */
public final class AlertGraphImporter implements Importer {

    private static final Shape SHAPE = new Shape("alert-graph", ShapeText.ALERT_GRAPH.text(), LogSource.ALERTS, 90,
            Container.JSON,
            List.of("id", "providerAlertId", "title", "severity", "serviceSource", "detectionSource", "createdDateTime",
                    "evidence"));

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public boolean accepts(Value row) {
        return row.has("provideralertid") && row.has("title") && row.has("servicesource");
    }

    @Override
    public AuditEvent map(Value row, RowContext context) throws DamagedRecordException {
        String title = Value.firstText(row.find("title"));
        if (title == null) {
            throw new DamagedRecordException(RejectText.NO_ALERT_TITLE.with());
        }
        Draft draft = new Draft(EventKind.ALERT, context).text(EventField.OPERATION, title)
                .text(EventField.WORKLOAD, row.find("servicesource"))
                .time(row.find("firstactivitydatetime"), row.find("createddatetime"), row.find("lastupdatedatetime"))
                .recordedAt(row.find("lastupdatedatetime", "createddatetime"))
                .id(EventField.TENANT_ID, row.find("tenantid"))
                .text(EventField.RESULT_CODE, row.find("severity"))
                .text(EventField.RESULT_TEXT, row.find("description"))
                .text(EventField.RECORD_ID, row.find("id")).key("alert", row.find("id"));
        return new AlertEntities(row.find("evidence")).into(draft).done(row);
    }
}
